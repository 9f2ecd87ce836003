MERGE (version:Internal:Version {id: 'graph'})
SET version.number = coalesce(version.number, 0) + 1, version.format = $format
