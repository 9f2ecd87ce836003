// The ends come after the properties.
UNWIND $relationships AS item
MATCH (source:SOURCE {id: item[-2]})
MATCH (target:TARGET {id: item[-1]})
CREATE (source)-[relationship:TYPE {PROPERTIES}]->(target)
RETURN count(relationship) AS made
