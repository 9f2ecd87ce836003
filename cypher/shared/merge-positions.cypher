// Whole numbers are sent as integers.
UNWIND $positions AS item
MERGE (position:Internal:Position {actor: item.actor})
SET position.x = toFloat(item.x), position.y = toFloat(item.y)
