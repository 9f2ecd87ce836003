UNWIND $nodes AS item
CREATE (node:Node:LABELS {id: item.id})
SET node += item.properties
