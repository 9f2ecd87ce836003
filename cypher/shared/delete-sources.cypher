UNWIND $sources AS name
MATCH (source:Source {source: name})
DELETE source
