UNWIND $ids AS id
MATCH (decision:Decision {id: id})
DELETE decision
