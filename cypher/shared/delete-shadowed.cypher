UNWIND $articles AS article
MATCH (contribution:Shadowed {article: article})
DELETE contribution
