// The ends come after the properties.
UNWIND $relationships AS item
MATCH (source:Node {id: item[-2]})
MATCH (target:Node {id: item[-1]})
CREATE (source)-[relationship:TYPE {PROPERTIES}]->(target)
RETURN count(relationship) AS made
