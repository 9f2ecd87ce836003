// What analysts see of the copy that their queries run on: the graph, without what it is made from and without
// the common label that only our own statements need.
MATCH (node:Internal) DETACH DELETE node;
MATCH (node:Node) REMOVE node:Node;
CREATE INDEX actor_id IF NOT EXISTS FOR (actor:Actor) ON (actor.id);
CREATE INDEX event_id IF NOT EXISTS FOR (event:Event) ON (event.id);
CREATE INDEX article_id IF NOT EXISTS FOR (article:Article) ON (article.id);
