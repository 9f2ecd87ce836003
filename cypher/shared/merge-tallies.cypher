UNWIND $tallies AS item
MERGE (tally:Internal:Tally {actor: item.actor})
SET tally.value = item.value
