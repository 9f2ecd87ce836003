// In parts, since a transaction's memory is limited, and a node may have any number of relationships.
MATCH (node:Actor|Event|Article)-[relationship]->()
WITH relationship LIMIT 10000
DELETE relationship
RETURN count(*) AS gone;
MATCH (node)
WHERE node:Actor OR node:Event OR node:Article OR (node:Internal AND NOT node:Version)
WITH node LIMIT 2000
DETACH DELETE node
RETURN count(*) AS gone
