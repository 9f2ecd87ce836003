UNWIND $rows AS item
CREATE (:Internal:Row {key: item.key, article: item.article, position: item.position, value: item.value, checksum: item.checksum})
