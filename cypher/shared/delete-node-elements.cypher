MATCH (node)
WHERE elementId(node) IN $elements
DETACH DELETE node
