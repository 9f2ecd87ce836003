// A contribution parted into rows, each under the key of what it touches: its article, an actor, or a pair of
// parties on a day. A change is derived again from just the rows under the keys that it touches. Stored is the
// contribution in one piece, and under which keys it has rows.
import type { ActorId, ActorMentions, Contribution, Report } from "../types.js"
import { compare } from "./derived-graph.js"

export interface Row {
  /** `article <id>`, `actor <id>`, `pair <two actor ids> <day>` or `decision <id>`. */
  key: string
  article: string
  /** Its place among what the article says of actors, or among its reports. */
  position: number
  value: ArticleRow | ActorMentions | Report | null
}

export type ArticleRow = Contribution["article"]

/** The key of an article's own row. */
export const articleKey = (id: string): string => `article ${id}`
export const isArticleKey = (key: string): boolean => key.startsWith("article ")
const ACTOR = "actor "
export const actorKey = (id: ActorId): string => `${ACTOR}${id}`
/** The actor whose key this is; undefined for other keys. */
export const actorOf = (key: string): ActorId | undefined =>
  key.startsWith(ACTOR) ? key.slice(ACTOR.length) : undefined

/** Events of two parties hang together in either direction: undated ones join dated ones, calls absorb talks. */
export const pairKey = (source: ActorId | null, target: ActorId | null, day: string): string =>
  `pair ${[source ?? "", target ?? ""].sort().join(" ")} ${day}`

/** An undated report is told on the day of its publication; without one it stands alone with its article's. */
const dayOf = ({ date }: Report, { published, contentHash }: ArticleRow): string =>
  date ?? published ?? `undated:${contentHash}`

/** The key of an empty row: a decision bears on the article. */
const DECISION = "decision "
export const decisionKey = (id: string): string => `${DECISION}${id}`
export const isDecisionKey = (key: string): boolean => key.startsWith(DECISION)

export const isPairKey = (key: string): boolean => key.startsWith("pair ")

/** A pair's key without its day. */
export const withoutDay = (key: string): string => key.slice(0, key.lastIndexOf(" "))

const DAY_MS = 86_400_000

/** The same pair's keys from so many days before to so many after; a key of no single day alone. */
export function keysAround(key: string, before: number, after: number): string[] {
  const pair = withoutDay(key)
  const day = key.slice(pair.length + 1)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return [key]
  const middle = Date.parse(day)
  return Array.from({ length: before + 1 + after }, (_, index) => {
    return `${pair} ${new Date(middle + (index - before) * DAY_MS).toISOString().slice(0, 10)}`
  })
}

/** One row for the article, one an actor, one a report. */
export function toRows(contribution: Contribution): Row[] {
  const article = contribution.article.id
  return [
    { key: articleKey(article), article, position: 0, value: contribution.article },
    ...contribution.actors.map((value, position) => ({ key: actorKey(value.id), article, position, value })),
    ...contribution.reports.map((value, position) => ({
      key: pairKey(value.source, value.target, dayOf(value, contribution.article)),
      article,
      position,
      value,
    })),
  ]
}

/** Under what key an article is found, beside its id. */
export interface Entry {
  key: string
  article: string
}

/**
 * The entries of rows: their pairs and decisions, each once an article. Who mentions an actor, the graph itself says.
 */
export function entriesOf(rows: Row[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { key, article } of rows)
    if (isPairKey(key) || isDecisionKey(key)) entries.set(`${article} ${key}`, { key, article })
  return [...entries.values()]
}

/** Two files with the same address or text, but another date or spacing, are versions of one article. */
export const versionKey = ({ id, contentHash }: Pick<ArticleRow, "id" | "contentHash">): string =>
  `${id} ${contentHash}`

/** The version published last comes last, and is shown. */
export const byVersion = ({ article: a }: Contribution, { article: b }: Contribution): number =>
  compare(a.published ?? "", b.published ?? "") || compare(a.contentHash, b.contentHash)
