UNWIND $nodes AS item
MATCH (node:Node {id: item.id})
SET node = item.properties
