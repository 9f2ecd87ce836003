// Articles to what their sources and a person's decisions now make of them, and the graph with them.
import { canonical } from "../graph/canonical.js"
import { asTold, type Corrected, correct, rowsOf } from "../graph/correct.js"
import { type Decision, Rulings } from "../graph/decisions.js"
import { deriveChange, type Surroundings } from "../graph/derive.js"
import { type Changes, diffGraphs, type GraphChanges } from "../graph/diff.js"
import { nearKeys } from "../graph/events.js"
import { touchedBy } from "../graph/redecide.js"
import { actorOf, byVersion, entriesOf, isArticleKey, type Row, versionKey } from "../graph/rows.js"
import type { Contribution } from "../types.js"
import type { WriteTransaction } from "./driver.js"
import type { ChangeSummary } from "./types.js"

/**
 * Brings articles to what their sources, already changed, now hold. Of several versions of an article (two files
 * with the same address or text, but another date or spacing) one is shown and the others wait behind it.
 */
export async function settle(
  transaction: WriteTransaction,
  articles: string[],
  incoming: Contribution[],
  formerDecisions?: Decision[],
): Promise<ChangeSummary> {
  const ids = idsOf(articles)
  const decisions = await transaction.decisions()
  const rulings = new Rulings(decisions)
  const former = await transaction.contributionsOf(ids, "Shown")
  const shadowed = await transaction.contributionsOf(ids, "Shadowed")
  const versions = new Map<string, Contribution>()
  // What decisions correct is shown as it is corrected, and waits as it was told: the latter counts.
  const stored = [...former, ...shadowed].map(({ contribution }) => contribution)
  for (const contribution of [...stored, ...incoming])
    versions.set(versionKey(contribution.article), contribution)
  const held = await transaction.sourcesByArticle(ids)
  const wanted = new Set(held.map(({ articleId, contentHash }) => versionKey({ id: articleId, contentHash })))
  const kept = [...versions].flatMap(([key, contribution]) => (wanted.has(key) ? [contribution] : []))
  const shown = new Map<string, Contribution>()
  for (const contribution of kept.sort(byVersion)) shown.set(contribution.article.id, contribution)
  const now = [...shown.values()].map((contribution) => correct(contribution, rulings))
  const untouched = new Set(now.flatMap(({ contribution, by }) => (by.length === 0 ? [contribution] : [])))
  const waiting = kept.filter((contribution) => !untouched.has(contribution))
  await transaction.deleteContributions(idsOf(shadowed.map(articleIdOf)), "Shadowed")
  await transaction.createContributions(waiting.map(asTold), "Shadowed")
  const formerRulings = formerDecisions === undefined ? rulings : new Rulings(formerDecisions)
  return replace(transaction, former, now, { rulings, formerRulings })
}

/** Derives again what a change of decisions, already stored, touches. */
export async function redecide(
  transaction: WriteTransaction,
  former: Decision[],
  now: Decision[],
): Promise<ChangeSummary> {
  const { keys, articles } = touchedBy(former, now)
  const found = await transaction.articlesUnder([...new Set(keys)])
  return settle(transaction, [...articles, ...found], [], former)
}

/** Puts contributions in the place of former ones, and derives what this touches. */
async function replace(
  transaction: WriteTransaction,
  former: Corrected[],
  now: Corrected[],
  decided: Pick<Surroundings, "rulings" | "formerRulings">,
): Promise<ChangeSummary> {
  const [oldRows, newRows] = [former.flatMap(rowsOf), now.flatMap(rowsOf)]
  const keys = [...new Set([...oldRows, ...newRows].map((row) => row.key))]
  const tallies = await transaction.tallies(keys.flatMap((key) => actorOf(key) ?? []))
  const near = await rowsUnder(transaction, nearKeys(keys))
  const derived = deriveChange(oldRows, newRows, { tallies, near, ...decided })
  const changes = diffGraphs(derived.before, derived.after)
  // Most articles are new, and have nothing to be looked for.
  const replaced = former.map(articleIdOf)
  await transaction.deleteContributions(replaced, "Shown")
  await transaction.deleteEntries(replaced)
  await transaction.createContributions(now, "Shown")
  await transaction.createEntries(entriesOf(newRows))
  await transaction.putTallies(derived.tallies)
  await transaction.apply(changes)
  return { articles: countArticles(former, now), ...countChanges(changes) }
}

/** The rows under these keys, and those of the articles that they come from: deriving an event looks at them. */
async function rowsUnder(transaction: WriteTransaction, keys: string[]): Promise<Row[]> {
  const wanted = new Set(keys)
  const articles = await transaction.articlesUnder(keys)
  const contributions = await transaction.contributionsOf(articles, "Shown")
  return contributions.flatMap(rowsOf).filter(({ key }) => wanted.has(key) || isArticleKey(key))
}

function countArticles(former: Corrected[], now: Corrected[]): ChangeSummary["articles"] {
  const textsOf = (contributions: Corrected[]): Map<string, string> =>
    new Map(contributions.map(({ contribution: { article } }) => [article.id, canonical(article)]))
  const earlier = textsOf(former)
  const counts = { new: 0, changed: 0, unchanged: 0, removed: 0 }
  for (const [article, text] of textsOf(now)) {
    const before = earlier.get(article)
    if (before === undefined) counts.new++
    else if (before === text) counts.unchanged++
    else counts.changed++
    earlier.delete(article)
  }
  return { ...counts, removed: earlier.size }
}

function countChanges({ nodes, relationships }: GraphChanges): Omit<ChangeSummary, "articles"> {
  const lengths = <Item>({ created, updated, removed }: Changes<Item>): ChangeSummary["nodes"] => {
    return { created: created.length, updated: updated.length, removed: removed.length }
  }
  return { nodes: lengths(nodes), relationships: lengths(relationships) }
}

const idsOf = (articles: string[]): string[] => [...new Set(articles)]

const articleIdOf = ({ contribution }: Corrected): string => contribution.article.id
