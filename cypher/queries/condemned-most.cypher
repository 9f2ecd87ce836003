// Who condemned whom most
// Pairs of actors by how often one condemned the other, with the first and last day.
MATCH (critic:Actor)-[condemnation:CONDEMNED]->(criticised:Actor)
RETURN critic.name AS critic, criticised.name AS criticised, count(condemnation) AS times,
       min(condemnation.date) AS first, max(condemnation.date) AS last
ORDER BY times DESC, critic, criticised
LIMIT 50
