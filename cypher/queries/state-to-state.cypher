// What states do to each other
// Events by the state of their parties: what a person or an organisation does counts for its state.
MATCH (source:Actor)-[:PARTICIPATED {role: 'source'}]->(event:Event)<-[:PARTICIPATED {role: 'target'}]-(target:Actor)
WHERE source.state <> target.state
RETURN source.state AS source, target.state AS target, event.type AS type, count(event) AS events
ORDER BY events DESC, source, target, type
LIMIT 200
