CREATE INDEX node_id IF NOT EXISTS FOR (node:Node) ON (node.id);
CREATE INDEX row_key IF NOT EXISTS FOR (row:Row) ON (row.key);
CREATE INDEX row_article IF NOT EXISTS FOR (row:Row) ON (row.article);
CREATE INDEX source_name IF NOT EXISTS FOR (source:Source) ON (source.source);
CREATE INDEX position_actor IF NOT EXISTS FOR (position:Position) ON (position.actor);
CREATE INDEX version_id IF NOT EXISTS FOR (version:Version) ON (version.id);
CREATE INDEX source_article IF NOT EXISTS FOR (source:Source) ON (source.articleId);
CREATE INDEX shadowed_article IF NOT EXISTS FOR (contribution:Shadowed) ON (contribution.article);
