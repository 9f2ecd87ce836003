UNWIND $relationships AS item
MATCH (:SOURCE {id: item.source})-[relationship:TYPE]->(:TARGET {id: item.target})
WHERE relationship.id = item.id
DELETE relationship
