UNWIND $relationships AS item
MATCH (source:SOURCE {id: item.source})
MATCH (target:TARGET {id: item.target})
CREATE (source)-[relationship:TYPE]->(target)
SET relationship = item.properties
RETURN count(relationship) AS made
