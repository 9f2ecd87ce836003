// Chronology of an actor
// What an actor did and what was done to it, from the first day to the last.
// $actor: "state:ISR"
MATCH (actor:Actor {id: $actor})-[role:PARTICIPATED]->(event:Event)
OPTIONAL MATCH (other:Actor)-[:PARTICIPATED]->(event)
WHERE other.id <> $actor
RETURN event.date AS day, role.role AS role, event.type AS type, other.name AS other, event.status AS status,
       event.place AS place
ORDER BY day, type, other
