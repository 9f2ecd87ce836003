UNWIND $articles AS article
MATCH (entry:Entry {article: article})
DELETE entry
