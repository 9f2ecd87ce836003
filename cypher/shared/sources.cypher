MATCH (source:Source)
RETURN source.source AS source, source.articleId AS articleId, source.contentHash AS contentHash, source.extractor AS extractor,
       source.fingerprint AS fingerprint
