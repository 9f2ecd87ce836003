UNWIND $nodes AS item
MATCH (node:FIRST_LABEL {id: item[0]})
SET node = {PROPERTIES}
