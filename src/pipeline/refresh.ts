// What another extractor reads differently in an article whose text is the same, and why.
import { canonical } from "../graph/canonical.js"
import { push } from "../graph/derived-graph.js"
import type { Contribution } from "../types.js"
import { differingParts } from "./digest.js"

export interface RefreshedArticle {
  path: string
  /** Parts of the extractor that differ from what read it before. */
  because: string[]
  /** Actors and events, in words. */
  added: string[]
  removed: string[]
  changed: string[]
}

/** Lists are empty where both extractors read the same. */
export function describeRefresh(path: string, before: Contribution, after: Contribution): RefreshedArticle {
  const [former, current] = [itemsOf(before), itemsOf(after)]
  const words = [...current.keys()]
  return {
    path,
    because: differingParts(before.article.extractor, after.article.extractor),
    added: words.filter((item) => !former.has(item)),
    removed: [...former.keys()].filter((item) => !current.has(item)),
    changed: words.filter(
      (item) => former.has(item) && canonical(former.get(item)) !== canonical(current.get(item)),
    ),
  }
}

/** What names an actor or event to a reader -> all that is said of it. */
function itemsOf({ actors, reports }: Contribution): Map<string, unknown[]> {
  const items = new Map<string, unknown[]>()
  for (const actor of actors) push(items, actor.id, actor)
  for (const report of reports) {
    const { type, source, target, date } = report
    push(items, `${source ?? "?"} ${type} ${target ?? "?"} ${date ?? "undated"}`, report)
  }
  return items
}
