// Who called whom in a period
// Telephone and video calls between two days, both included, latest first.
// $from: "2021-05-01"
// $to: "2021-05-31"
MATCH (caller:Actor)-[call:CALLED]->(called:Actor)
WHERE call.date >= $from AND call.date <= $to
RETURN call.date AS day, caller.name AS caller, called.name AS called, call.status AS status, call.reports AS reports
ORDER BY day DESC, caller, called
