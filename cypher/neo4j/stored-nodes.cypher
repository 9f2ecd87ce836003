// Nodes of others, who may share the database, are not ours to judge.
MATCH (node)
WHERE node:Actor OR node:Event OR node:Article OR node:Shown OR node:Shadowed OR node:Entry OR node:Source OR
   node:Tally OR node:Decision
RETURN elementId(node) AS element, labels(node) AS labels, properties(node) AS properties
