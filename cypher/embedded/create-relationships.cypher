UNWIND $relationships AS item
MATCH (source:Node {id: item.source})
MATCH (target:Node {id: item.target})
CREATE (source)-[relationship:TYPE]->(target)
SET relationship += item.properties
RETURN count(relationship) AS made
