MATCH (node)
WHERE NOT node:Version
WITH node LIMIT 5000
DETACH DELETE node
RETURN count(*) AS gone
