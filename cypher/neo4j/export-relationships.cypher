MATCH (source)-[relationship:TYPE]->(target)
RETURN source.id AS source, target.id AS target, properties(relationship) AS properties
