// Also the lock of writers: whoever holds this node writes alone.
MERGE (version:Internal:Version {id: 'graph'})
SET version.number = coalesce(version.number, 0) + 1, version.format = coalesce(version.format, $format)
