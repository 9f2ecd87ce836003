UNWIND $items AS item
CREATE (:Internal:Shadowed {article: item.article, value: item.value, checksum: item.checksum})
