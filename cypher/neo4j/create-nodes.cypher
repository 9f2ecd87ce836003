UNWIND $nodes AS item
MERGE (node:FIRST_LABEL {id: item[0]})
SET node:LABELS, node = {PROPERTIES}
