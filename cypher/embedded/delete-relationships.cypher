UNWIND $relationships AS item
MATCH (source:Node {id: item.source})-[relationship:TYPE]->(target:Node {id: item.target})
WHERE relationship.id = item.id
DELETE relationship
