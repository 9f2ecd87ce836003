UNWIND $articles AS article
MATCH (source:Source {articleId: article})
RETURN source.source AS source, source.articleId AS articleId, source.contentHash AS contentHash, source.extractor AS extractor,
       source.fingerprint AS fingerprint
