MATCH (article:Article)
RETURN article.extractor AS name, count(article) AS number
