MATCH (source:Node)-[relationship:TYPE]->(target:Node)
RETURN source.id AS source, target.id AS target, properties(relationship) AS properties
