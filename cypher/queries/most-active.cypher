// Most active actors
// Actors by the number of events they are party to: how many as the doer, how many at the other end.
MATCH (actor:Actor)-[role:PARTICIPATED]->(:Event)
RETURN actor.name AS actor, actor.state AS state, count(role) AS events,
       sum(CASE WHEN role.role = 'source' THEN 1 ELSE 0 END) AS asSource,
       sum(CASE WHEN role.role = 'target' THEN 1 ELSE 0 END) AS asTarget
ORDER BY events DESC, actor
LIMIT 50
