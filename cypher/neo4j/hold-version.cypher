// Waits for whoever writes, and lets nobody write until the transaction ends.
MATCH (version:Version {id: 'graph'})
SET version.number = version.number
