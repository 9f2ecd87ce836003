UNWIND $rows AS item
CREATE (:Internal:Row {key: item[0], article: item[1], position: item[2], value: item[3], checksum: item[4]})
