MATCH ()-[relationship]->()
RETURN type(relationship) AS name, count(relationship) AS number
