// Mediators and their parties
// Every mediation as it is drawn: the mediator, one edge to each party.
MATCH (mediator:Actor)-[mediation:MEDIATED]->(party:Actor)
RETURN mediator AS mediator, mediation AS mediation, party AS party
ORDER BY mediator.name, party.name
