MATCH (node)
WHERE node:Actor OR node:Event OR node:Article OR (node:Internal AND NOT node:Version)
WITH node LIMIT 5000
DETACH DELETE node
RETURN count(*) AS gone
