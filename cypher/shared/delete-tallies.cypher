UNWIND $actors AS actor
MATCH (tally:Tally {actor: actor})
DELETE tally
