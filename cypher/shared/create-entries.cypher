UNWIND $entries AS item
CREATE (:Internal:Entry {key: item[0], article: item[1]})
