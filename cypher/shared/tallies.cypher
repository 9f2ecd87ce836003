UNWIND $actors AS actor
MATCH (tally:Tally {actor: actor})
RETURN tally.actor AS actor, tally.value AS value
