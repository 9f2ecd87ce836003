UNWIND $decisions AS item
MERGE (decision:Internal:Decision {id: item.id})
SET decision.value = item.value, decision.checksum = item.checksum
