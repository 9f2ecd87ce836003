MATCH (node:LABEL)
RETURN labels(node) AS labels, properties(node) AS properties
