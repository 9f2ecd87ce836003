MATCH (contribution:KIND)
RETURN contribution.article AS article, contribution.value AS value
