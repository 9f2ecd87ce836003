UNWIND $actors AS id
MATCH (article:Article)-[:MENTIONS]->(actor:Actor {id: id})
RETURN article.id AS article
