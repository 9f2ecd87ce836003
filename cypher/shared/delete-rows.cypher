UNWIND $articles AS article
MATCH (row:Row {article: article})
DELETE row
