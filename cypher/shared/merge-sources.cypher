UNWIND $sources AS item
MERGE (source:Internal:Source {source: item.source})
SET source.articleId = item.articleId, source.contentHash = item.contentHash, source.extractor = item.extractor,
    source.fingerprint = item.fingerprint
