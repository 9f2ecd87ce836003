// Kept by the database: nothing is read.
MATCH ()-[relationship:TYPE]->()
RETURN count(relationship) AS number
