UNWIND $articles AS article
MATCH (contribution:KIND {article: article})
DELETE contribution
