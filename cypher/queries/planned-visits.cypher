// Planned visits
// Announced visits, as drawn, the soonest first; undated ones come last.
MATCH (visitor:Actor)-[visit:VISITED {status: 'planned'}]->(host:Actor)
RETURN visitor AS visitor, visit AS visit, host AS host, visit.date AS day
ORDER BY day, visitor.name, host.name
