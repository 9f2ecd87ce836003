UNWIND $nodes AS item
MATCH (node:Node {id: item[0]})
SET node = {PROPERTIES}
