MATCH (source)-[relationship]->(target)
WHERE type(relationship) IN $types
RETURN elementId(relationship) AS element, type(relationship) AS type, properties(relationship) AS properties,
       elementId(source) AS sourceElement, source.id AS source, elementId(target) AS targetElement, target.id AS target
