// In touch with both of two parties
// Who called, met or consulted each of the two, and how often: the channels between them.
// $first: "state:ISR"
// $second: "state:PSE"
MATCH (:Actor {id: $first})-[contact:CALLED|MET|CONSULTED]-(between:Actor)
WITH between, count(contact) AS withFirst
MATCH (between)-[contact:CALLED|MET|CONSULTED]-(:Actor {id: $second})
RETURN between.name AS between, withFirst AS withFirst, count(contact) AS withSecond
ORDER BY withFirst + withSecond DESC, between
