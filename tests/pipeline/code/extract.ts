// One extractor for the tests of this folder, and the events of a sentence in one line each.
import type { Extractor } from "../../../src/pipeline/index.js"
import { toArticle } from "../../../src/pipeline/read/article.js"
import type { Report } from "../../../src/types.js"
import { openExtractor } from "../../extractor.js"

export interface Reading {
  /** `Source TYPE Target`, `?` for a party that is not named; edges alone unless asked for all. */
  edges: string[]
  reports: Report[]
}

let extractor: Promise<Extractor> | undefined

export async function readEvents(text: string, published = "2021-05-14"): Promise<Reading> {
  extractor ??= openExtractor()
  const article = toArticle({ text, published }, { path: "test.txt", source: "/test.txt" }, {})
  const { contribution } = await (await extractor).extract(article)
  const names = new Map(contribution.actors.map((actor) => [actor.id, actor.name]))
  const nameOf = (id: string | null): string => (id === null ? "?" : (names.get(id) ?? id))
  const edges = contribution.reports
    .filter(({ source, target, status }) => source && target && (status === "actual" || status === "planned"))
    .map(({ source, type, target }) => `${nameOf(source)} ${type} ${nameOf(target)}`)
  return { edges: edges.sort(), reports: contribution.reports }
}
