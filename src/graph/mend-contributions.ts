// Holds the stored contributions and sources, which all else is derived from, against their checksums and each
// other, and says what to write so that they fit again.
import type { SourceRecord } from "../store/types.js"
import type { Contribution } from "../types.js"
import { canonical } from "./canonical.js"
import { type Corrected, correct } from "./correct.js"
import type { Rulings } from "./decisions.js"
import { compare, push } from "./derived-graph.js"
import type { Problem } from "./problem.js"
import { byVersion, versionKey } from "./rows.js"
import { checksumOfText, type Element, type Stored, type StoredRecord } from "./stored.js"

export interface MendedContributions {
  problems: Problem[]
  /** All that stands once mended: one contribution an article as it was told, those behind them, and their sources. */
  shown: Contribution[]
  shadowed: Contribution[]
  sources: SourceRecord[]
  /** What mending takes: these records go, then those come. */
  removed: Element[]
  addedShown: Corrected[]
  addedShadowed: Contribution[]
  addedSources: SourceRecord[]
}

/** Pure: nothing is written. */
export function mendContributions(
  stored: Pick<Stored, "shown" | "shadowed" | "sources">,
  rulings: Rulings,
): MendedContributions {
  const mended: MendedContributions = {
    problems: [],
    shown: [],
    shadowed: [],
    sources: [],
    removed: [],
    addedShown: [],
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
  records: Record<"shown" | "shadowed", StoredRecord[]>
  /** Its sound contributions by version. */
  versions: Map<string, Contribution>
  /** The one that is shown, as it was corrected. */
  shown: Corrected | undefined
  isDamaged: boolean
}

function readArticles(
  stored: Pick<Stored, "shown" | "shadowed">,
  { problems }: MendedContributions,
): Map<string, StoredArticle> {
  const articles = new Map<string, StoredArticle>()
  for (const kind of ["shown", "shadowed"] as const) {
    for (const record of stored[kind]) {
      const id = String(record.properties.article)
      const article = articles.get(id) ?? newArticle()
      articles.set(id, article)
      article.records[kind].push(record)
    }
  }
  for (const [id, article] of articles) {
    const { records, versions } = article
    const damage = (what: string, remedy: Problem["remedy"]): void => {
      article.isDamaged = true
      problems.push({ id, what, remedy })
    }
    const [distinctShown, distinctShadowed] = [once(records.shown), once(records.shadowed)]
    for (const record of distinctShown) {
      const shown = readContribution(record)
      if (shown === undefined) damage("its contribution is changed", "reload")
      else if (article.shown !== undefined) damage("it has two contributions", "tidy")
      article.shown ??= shown
      if (shown?.by.length === 0) versions.set(versionKey(shown.contribution.article), shown.contribution)
    }
    if (distinctShown.length < records.shown.length) damage("its contribution is there twice", "tidy")
    for (const record of distinctShadowed) {
      const version = readContribution(record)?.contribution
      if (version === undefined) damage("a version that waits behind it is changed", "reload")
      else if (versions.has(versionKey(version.article)))
        damage("a version that waits behind it is there twice", "tidy")
      else versions.set(versionKey(version.article), version)
    }
    if (distinctShadowed.length < records.shadowed.length)
      damage("a version that waits behind it is there twice", "tidy")
    if (article.shown !== undefined && !versions.has(versionKey(article.shown.contribution.article)))
      damage("what it said before a decision corrected it is lost", "reload")
  }
  return articles
}

const newArticle = (): StoredArticle => ({
  records: { shown: [], shadowed: [] },
  versions: new Map(),
  shown: undefined,
  isDamaged: false,
})

function once(records: StoredRecord[]): StoredRecord[] {
  const textOf = ({ properties }: StoredRecord): string =>
    JSON.stringify(Object.entries(properties).sort(([a], [b]) => compare(a, b)))
  return [...new Map(records.map((record) => [textOf(record), record])).values()]
}

function readContribution({ properties }: StoredRecord): Corrected | undefined {
  const { article, value, checksum } = properties
  if (typeof value !== "string" || checksumOfText(value) !== checksum) return undefined
  const corrected = JSON.parse(value) as Corrected
  return corrected.contribution.article.id === article ? corrected : undefined
}

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
  const source: SourceRecord = { source: key, articleId: id, contentHash, extractor, fingerprint: null }
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
  const last = versions.at(-1)
  const shown = last && correct(last, rulings)
  const waiting = shown !== undefined && shown.by.length > 0 ? versions : versions.slice(0, -1)
  if (last !== undefined) mended.shown.push(last)
  mended.shadowed.push(...waiting)
  const problem = (what: string): number => mended.problems.push({ id, what, remedy: "tidy" })
  if (last !== undefined && article.shown?.contribution.article.contentHash !== last.article.contentHash)
    problem("the version of it published last is not the one shown")
  else if (!article.isDamaged && canonical(article.shown) !== canonical(shown))
    problem("what it says is not what is decided of it")
  else if (!article.isDamaged) return
  mended.removed.push(
    ...Object.values(article.records).flatMap((records) => records.map(({ element }) => element)),
  )
  if (shown !== undefined) mended.addedShown.push(shown)
  mended.addedShadowed.push(...waiting)
}
