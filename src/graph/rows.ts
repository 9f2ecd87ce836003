// A contribution parted into rows, each under the key of what it touches: its article, an actor, or a pair of
// parties. A change is derived again from just the rows under the keys that it touches.
import type { ActorId, ActorMentions, Contribution, Report } from "../types.js"
import { compare } from "./derived-graph.js"

export interface Row {
  /** `article <id>`, `actor <id>` or `pair <two actor ids>`. */
  key: string
  article: string
  /** Its place within the article's rows of this key. */
  position: number
  value: ArticleRow | ActorMentions | Report
}

export type ArticleRow = Contribution["article"]

/** The key of an article's own row. */
export const articleKey = (id: string): string => `article ${id}`
const actorKey = (id: ActorId): string => `actor ${id}`

/** Events of two parties hang together in either direction: undated ones join dated ones, calls absorb talks. */
export function pairKey(report: Pick<Report, "source" | "target">): string {
  return `pair ${[report.source ?? "", report.target ?? ""].sort().join(" ")}`
}

/** One row for the article, one an actor, one a report. */
export function toRows(contribution: Contribution): Row[] {
  const article = contribution.article.id
  return [
    { key: articleKey(article), article, position: 0, value: contribution.article },
    ...contribution.actors.map((value, position) => ({ key: actorKey(value.id), article, position, value })),
    ...contribution.reports.map((value, position) => ({ key: pairKey(value), article, position, value })),
  ]
}

/** The inverse of `toRows`, for the rows of one article; undefined when the article itself is not among them. */
export function fromRows(rows: Row[]): Contribution | undefined {
  const inOrder = [...rows].sort((a, b) => a.position - b.position)
  const of = <Value>(prefix: string): Value[] =>
    inOrder.filter((row) => row.key.startsWith(prefix)).map((row) => row.value as Value)
  const [article] = of<ArticleRow>("article ")
  if (article === undefined) return undefined
  return { article, actors: of<ActorMentions>("actor "), reports: of<Report>("pair ") }
}

/** Two files with the same address or text, but another date or spacing, are versions of one article. */
export const versionKey = ({ id, contentHash }: Pick<ArticleRow, "id" | "contentHash">): string =>
  `${id} ${contentHash}`

/** The version published last comes last, and is shown. */
export const byVersion = ({ article: a }: Contribution, { article: b }: Contribution): number =>
  compare(a.published ?? "", b.published ?? "") || compare(a.contentHash, b.contentHash)
