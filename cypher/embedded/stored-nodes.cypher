// The label "?" stands for the common one that our statements find nodes of the graph by: such a node is lost to them.
MATCH (node)
RETURN elementId(node) AS element,
       CASE WHEN node:Node OR node:Internal THEN labels(node) ELSE labels(node) + ['?'] END AS labels,
       properties(node) AS properties
