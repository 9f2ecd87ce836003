MATCH (decision:Decision)
RETURN decision.value AS value
