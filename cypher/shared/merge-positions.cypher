UNWIND $positions AS item
MERGE (position:Internal:Position {actor: item.actor})
SET position.x = item.x, position.y = item.y
