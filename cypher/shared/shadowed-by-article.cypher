UNWIND $articles AS article
MATCH (contribution:Shadowed {article: article})
RETURN contribution.value AS value
