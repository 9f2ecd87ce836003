UNWIND $nodes AS item
MERGE (node:FIRST_LABEL {id: item.id})
SET node:LABELS, node = item.properties
