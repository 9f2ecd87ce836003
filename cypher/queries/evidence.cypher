// Evidence for an edge
// The sentences behind every event of one type between two actors, with outlet and day of publication.
// $source: "state:EGY"
// $target: "state:ISR"
// $type: "MEDIATED"
MATCH (source:Actor {id: $source})-[:PARTICIPATED {role: 'source'}]->(event:Event {type: $type})
MATCH (target:Actor {id: $target})-[:PARTICIPATED {role: 'target'}]->(event)
MATCH (article:Article)-[report:REPORTS]->(event)
RETURN event.date AS day, event.status AS status, report.quote AS sentence, article.outlet AS outlet,
       article.published AS published, article.url AS url
ORDER BY day DESC, published, url, report.start
