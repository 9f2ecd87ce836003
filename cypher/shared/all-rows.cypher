MATCH (row:Row)
RETURN row.key AS key, row.article AS article, row.position AS position, row.value AS value
