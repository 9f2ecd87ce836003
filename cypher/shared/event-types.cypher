MATCH (type:EventType)
RETURN type.value AS value
