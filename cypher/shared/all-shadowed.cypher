MATCH (contribution:Shadowed)
RETURN contribution.value AS value
