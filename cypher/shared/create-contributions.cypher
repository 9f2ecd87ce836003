UNWIND $contributions AS item
CREATE (:Internal:KIND {article: item.article, value: item.value, checksum: item.checksum})
