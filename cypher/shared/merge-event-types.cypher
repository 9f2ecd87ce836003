UNWIND $types AS item
MERGE (type:Internal:EventType {name: item.name})
SET type.value = item.value
