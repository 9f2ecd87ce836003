UNWIND $articles AS article
MATCH (contribution:KIND {article: article})
RETURN contribution.article AS article, contribution.value AS value
