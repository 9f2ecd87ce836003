// An index finds the actor by the common label.
UNWIND $actors AS id
MATCH (actor:Node {id: id})
MATCH (article:Node)-[:MENTIONS]->(actor)
RETURN article.id AS article
