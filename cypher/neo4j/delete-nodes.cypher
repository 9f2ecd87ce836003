UNWIND $nodes AS item
MATCH (node:FIRST_LABEL {id: item.id})
DETACH DELETE node
