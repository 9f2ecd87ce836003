MATCH (node:LABEL)
RETURN count(node) AS number
