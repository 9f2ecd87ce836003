UNWIND $nodes AS item
MATCH (node:Node {id: item.id})
DETACH DELETE node
