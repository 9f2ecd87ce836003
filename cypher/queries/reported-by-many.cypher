// Events reported by many outlets
// Events that at least this many outlets report, each with the sentences that say so.
// $outlets: 2
MATCH (article:Article)-[report:REPORTS]->(event:Event)
WHERE event.outlets >= $outlets
RETURN event.date AS day, event.type AS type, event.outlets AS outlets, article.outlet AS outlet, report.quote AS sentence
ORDER BY outlets DESC, day DESC, event.id, outlet, report.start
LIMIT 200
