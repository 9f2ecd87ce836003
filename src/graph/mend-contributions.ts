// Holds the stored contributions and sources, which all else is derived from, against their checksums and each
// other, and says what to write so that they fit again.
import type { SourceRecord } from "../store/types.js"
import type { Contribution } from "../types.js"
import { correctedRows } from "./correct.js"
import type { Rulings } from "./decisions.js"
import { compare, push } from "./derived-graph.js"
import type { Problem } from "./problem.js"
import { articleKey, byVersion, fromRows, isDecisionKey, type Row, toRows, versionKey } from "./rows.js"
import { checksumOf, type Element, type Stored, type StoredRecord } from "./stored.js"

export interface MendedContributions {
  problems: Problem[]
  /** All that stands once mended: one contribution an article as it was told, those behind them, and their sources. */
  shown: Contribution[]
  shadowed: Contribution[]
  sources: SourceRecord[]
  /** What mending takes: these records go, then those come. */
  removed: Element[]
  rows: Row[]
  addedShadowed: Contribution[]
  addedSources: SourceRecord[]
}

/** Pure: nothing is written. */
export function mendContributions(
  stored: Pick<Stored, "rows" | "shadowed" | "sources">,
  rulings: Rulings,
): MendedContributions {
  const mended: MendedContributions = {
    problems: [],
    shown: [],
    shadowed: [],
    sources: [],
    removed: [],
    rows: [],
    addedShadowed: [],
    addedSources: [],
  }
  const articles = readArticles(stored, mended)
  const versions = new Map([...articles.values()].flatMap(({ versions }) => [...versions]))
  const held = mendSources(stored.sources, versions, mended)
  for (const [key, contribution] of versions) {
    if (!held.has(key)) adopt(key, contribution, mended)
  }
  for (const [id, article] of articles) settleArticle(id, article, rulings, mended)
  return mended
}

/** What is stored of one article. */
interface StoredArticle {
  rows: StoredRecord[]
  shadowed: StoredRecord[]
  /** Its sound contributions by version. */
  versions: Map<string, Contribution>
  /** The version that its rows hold, and what they say of it. */
  shown: string | undefined
  said: string
  isDamaged: boolean
}

function readArticles(
  { rows, shadowed }: Pick<Stored, "rows" | "shadowed">,
  { problems }: MendedContributions,
): Map<string, StoredArticle> {
  const articles = new Map<string, StoredArticle>()
  const articleOf = ({ properties }: StoredRecord): StoredArticle => {
    const id = String(properties.article)
    let article = articles.get(id)
    if (article === undefined) {
      article = { rows: [], shadowed: [], versions: new Map(), shown: undefined, said: "", isDamaged: false }
      articles.set(id, article)
    }
    return article
  }
  for (const row of rows) articleOf(row).rows.push(row)
  for (const record of shadowed) articleOf(record).shadowed.push(record)
  for (const [id, article] of articles) {
    const damage = (what: string, remedy: Problem["remedy"]): void => {
      article.isDamaged = true
      problems.push({ id, what, remedy })
    }
    const distinct = once(article.rows)
    if (distinct.length < article.rows.length) damage("a part of its contribution is there twice", "tidy")
    const contribution = readContribution(distinct)
    const isCorrected = distinct.some(({ properties }) => isDecisionKey(String(properties.key)))
    if (contribution !== undefined) {
      article.shown = versionKey(contribution.article)
      article.said = textOf(distinct.map(({ properties }) => properties as unknown as StoredRow))
      if (!isCorrected) article.versions.set(article.shown, contribution)
    } else if (distinct.length > 0) damage("a part of its contribution is lost or changed", "reload")
    for (const record of once(article.shadowed)) {
      const version = readShadowed(record)
      if (version === undefined) damage("a version that waits behind it is changed", "reload")
      else if (article.versions.has(versionKey(version.article)))
        damage("a version that waits behind it is there twice", "tidy")
      else article.versions.set(versionKey(version.article), version)
    }
    if (isCorrected && article.shown !== undefined && !article.versions.has(article.shown))
      damage("what it said before a decision corrected it is lost", "reload")
    if (once(article.shadowed).length < article.shadowed.length)
      damage("a version that waits behind it is there twice", "tidy")
  }
  return articles
}

function once(records: StoredRecord[]): StoredRecord[] {
  const textOf = ({ properties }: StoredRecord): string =>
    JSON.stringify(Object.entries(properties).sort(([a], [b]) => compare(a, b)))
  return [...new Map(records.map((record) => [textOf(record), record])).values()]
}

function readContribution(records: StoredRecord[]): Contribution | undefined {
  const rows = records.map(({ properties }) => properties as unknown as StoredRow)
  const own = rows.find((row) => row.key === articleKey(row.article))
  if (own === undefined || own.checksum !== checksumOf(rows)) return undefined
  return fromRows(rows.map((row) => ({ ...row, value: JSON.parse(row.value) })))
}

function readShadowed({ properties }: StoredRecord): Contribution | undefined {
  try {
    const contribution = JSON.parse(String(properties.value)) as Contribution
    return checksumOfContribution(contribution) === properties.checksum ? contribution : undefined
  } catch {
    return undefined
  }
}

/** The same for a contribution in one piece as for its rows. */
export const checksumOfContribution = (contribution: Contribution): string =>
  checksumOf(stringified(toRows(contribution)))

type StoredRow = Omit<Row, "value"> & { value: string; checksum?: string }

const stringified = (rows: Row[]): StoredRow[] =>
  rows.map((row) => ({ ...row, value: JSON.stringify(row.value) }))

/** Equal rows have equal texts, in whatever order they lie. */
const textOf = (rows: StoredRow[]): string =>
  checksumOf(rows.map(({ key, position, value }) => ({ key, position, value })))

/** Keeps the sources that hold a version which is there; the versions that they hold. */
function mendSources(
  records: StoredRecord[],
  versions: Map<string, Contribution>,
  mended: MendedContributions,
): Set<string> {
  const byName = new Map<string, StoredRecord[]>()
  for (const record of records) push(byName, String(record.properties.source), record)
  const articles = new Set([...versions.values()].map(({ article }) => article.id))
  const held = new Set<string>()
  for (const [name, copies] of byName) {
    const problem = (what: string, remedy: Problem["remedy"]): void => {
      mended.problems.push({ id: name, what, remedy })
      mended.removed.push(...copies.map(({ element }) => element))
    }
    const distinct = once(copies)
    const record = distinct[0]?.properties as unknown as SourceRecord
    const key = versionKey({ id: record.articleId, contentHash: record.contentHash })
    if (distinct.length > 1) problem("is there twice and holds different articles", "reload")
    else if (!articles.has(record.articleId))
      problem(`holds ${record.articleId}, which is not there`, "reload")
    else if (!versions.has(key)) problem(`holds a version of ${record.articleId} that is not there`, "reload")
    else {
      if (copies.length > 1) {
        problem("is there twice", "tidy")
        mended.addedSources.push(record)
      }
      mended.sources.push(record)
      held.add(key)
    }
  }
  return held
}

/** A contribution is worth more than the name of its file: it stays, held by its version. */
function adopt(key: string, { article }: Contribution, mended: MendedContributions): void {
  mended.problems.push({ id: article.id, what: "no source holds it", remedy: "adopt" })
  const { id, contentHash, extractor } = article
  const source: SourceRecord = { source: key, articleId: id, contentHash, extractor }
  mended.sources.push(source)
  mended.addedSources.push(source)
}

/** Of the versions of an article the one published last is shown as decisions correct it, and the others wait. */
function settleArticle(
  id: string,
  article: StoredArticle,
  rulings: Rulings,
  mended: MendedContributions,
): void {
  const versions = [...article.versions.values()].sort(byVersion)
  const shown = versions.at(-1)
  const rows = shown === undefined ? [] : correctedRows(shown, rulings)
  const isCorrected = rows.some(({ key }) => isDecisionKey(key))
  const waiting = isCorrected ? versions : versions.slice(0, -1)
  if (shown !== undefined) mended.shown.push(shown)
  mended.shadowed.push(...waiting)
  if (shown !== undefined && article.shown !== versionKey(shown.article)) {
    mended.problems.push({
      id,
      what: "the version of it published last is not the one shown",
      remedy: "tidy",
    })
  } else if (shown !== undefined && !article.isDamaged && article.said !== textOf(stringified(rows))) {
    mended.problems.push({ id, what: "what it says is not what is decided of it", remedy: "tidy" })
  } else if (!article.isDamaged) return
  mended.removed.push(...[...article.rows, ...article.shadowed].map(({ element }) => element))
  mended.rows.push(...rows)
  mended.addedShadowed.push(...waiting)
}
