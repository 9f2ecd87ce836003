UNWIND $keys AS key
MATCH (entry:Entry {key: key})
RETURN entry.article AS article
