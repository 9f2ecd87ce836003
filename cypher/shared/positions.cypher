MATCH (position:Position)
RETURN position.actor AS actor, position.x AS x, position.y AS y
