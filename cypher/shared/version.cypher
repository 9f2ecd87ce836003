MATCH (version:Version {id: 'graph'})
RETURN version.number AS number, version.format AS format
