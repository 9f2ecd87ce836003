UNWIND $articles AS article
MATCH (row:Row {article: article})
RETURN row.key AS key, row.article AS article, row.position AS position, row.value AS value
