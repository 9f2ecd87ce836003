// The domain's store over any driver: contributions in, derivation of what they touch, views out.
import { AppError } from "../errors.js"
import { canonical } from "../graph/canonical.js"
import { examine } from "../graph/check.js"
import { correctedRows } from "../graph/correct.js"
import { type Decision, Rulings } from "../graph/decisions.js"
import { deriveChange, type Surroundings } from "../graph/derive.js"
import { compare, push } from "../graph/derived-graph.js"
import { type Changes, diffGraphs, type GraphChanges } from "../graph/diff.js"
import { nearKeys } from "../graph/events.js"
import type { Problem } from "../graph/problem.js"
import { touchedBy } from "../graph/redecide.js"
import {
  actorOf,
  articleKey,
  byVersion,
  fromRows,
  isDecisionKey,
  type Row,
  versionKey,
} from "../graph/rows.js"
import { declareType } from "../ontology.js"
import type { ActorId, Contribution, GraphNode, GraphRelationship } from "../types.js"
import { toDecision } from "./decide.js"
import { typesOf } from "./declared-types.js"
import type { Driver, WriteTransaction } from "./driver.js"
import { FORMAT, RESTORING } from "./format.js"
import { buildReadModel, type ReadModel } from "./read-model.js"
import { search } from "./search.js"
import type { ChangeSummary, GraphStore, Position, SourcedContribution, SourceRecord } from "./types.js"
import { articleOf, cardOf, eventsOf, neighbourhoodOf, viewOf } from "./views.js"

/** Articles a transaction. */
const RESTORED_AT_ONCE = 100
/** How often a store that others write is read anew. */
const ATTEMPTS = 3

/** A store whose views are read from the graph in memory, once a version. Throws what its driver throws. */
export function createStore(driver: Driver): GraphStore {
  const learnTypes = async ({ eventTypes }: Pick<Driver, "eventTypes">): Promise<void> => {
    for (const info of await eventTypes()) declareType(info)
  }
  const readGraph: Driver["readGraph"] = async () => {
    await learnTypes(driver)
    return driver.readGraph()
  }
  /** Another process may have brought types since. */
  const write = <Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> =>
    driver.write(async (transaction) => {
      await learnTypes(transaction)
      return work(transaction)
    })
  let cached: { version: number; model: Promise<ReadModel> } | undefined
  const model = async (): Promise<ReadModel> => {
    const version = await driver.version()
    if (cached?.version !== version) {
      const reading = readGraph().then(({ nodes, relationships }) => buildReadModel(nodes, relationships))
      cached = { version, model: reading }
      reading.catch(() => {
        cached = undefined
      })
    }
    return cached.model
  }

  const upsert = (batch: SourcedContribution[]): Promise<ChangeSummary> =>
    write(async (transaction) => {
      await transaction.mergeEventTypes(typesOf(batch))
      const records = new Map(batch.map((item) => [item.source, toRecord(item)]))
      const former = await transaction.sourcesByName([...records.keys()])
      await transaction.mergeSources([...records.values()])
      const articles = [...former, ...records.values()].map((record) => record.articleId)
      const contributions = batch.map((item) => item.contribution)
      return settle(transaction, articles, contributions)
    })

  return {
    name: driver.name,
    async init() {
      await driver.init()
      await learnTypes(driver)
    },
    upsert,
    release: (names) =>
      write(async (transaction) => {
        const held = await transaction.sourcesByName(names)
        await transaction.deleteSources(names)
        const articles = held.map((record) => record.articleId)
        return settle(transaction, articles, [])
      }),
    retract: (articles) =>
      write(async (transaction) => {
        const held = await transaction.sourcesByArticle(articles)
        await transaction.deleteSources(held.map((record) => record.source))
        return settle(transaction, articles, [])
      }),
    sources: () => driver.sources(),
    decide: async (request, by) => {
      const read = await model()
      return write(async (transaction) => {
        const decision = await toDecision(request, by, read, transaction)
        const former = await transaction.decisions()
        await transaction.mergeDecisions([decision])
        await redecide(transaction, former, [...former.filter(({ id }) => id !== decision.id), decision])
        return decision
      })
    },
    undecide: (ids) =>
      write(async (transaction) => {
        const former = await transaction.decisions()
        const unknown = ids.find((id) => !former.some((decision) => decision.id === id))
        if (unknown !== undefined)
          throw new AppError("NOT_FOUND", `${unknown}: no such decision; "chancery decisions" lists them.`)
        await transaction.deleteDecisions(ids)
        return redecide(
          transaction,
          former,
          former.filter(({ id }) => !ids.includes(id)),
        )
      }),
    decisions: async () =>
      (await driver.decisions()).sort((a, b) => compare(a.decided, b.decided) || compare(a.id, b.id)),
    repair: () => write(repair),
    async restore({ eventTypes, decisions, items, positions }) {
      await driver.setFormat(RESTORING)
      await driver.clear()
      for (const info of eventTypes) declareType(info)
      await write((transaction) => transaction.mergeDecisions(decisions))
      for (let start = 0; start < items.length; start += RESTORED_AT_ONCE)
        await upsert(items.slice(start, start + RESTORED_AT_ONCE))
      await driver.savePositions(positions)
      await driver.setFormat(FORMAT)
    },

    view: async (options) => viewOf(await model(), await driver.positions(), options),
    neighbourhood: async (id, options) =>
      neighbourhoodOf(await model(), await driver.positions(), id, options),
    search: async (text, limit) => search(await model(), text, limit),
    actor: async (id) => cardOf(await model(), id),
    events: async (filter) => eventsOf(await model(), filter),
    article: async (id) => articleOf(await model(), id),
    async articles() {
      const { articles } = await model()
      return [...articles.values()]
        .map(({ text: _, ...summary }) => summary)
        .sort((a, b) => compare(b.published ?? "", a.published ?? "") || compare(a.id, b.id))
    },
    async stats() {
      await learnTypes(driver)
      return driver.stats()
    },

    positions: () => driver.positions(),
    savePositions: (positions: Map<ActorId, Position>) => driver.savePositions(positions),
    async *exportGraph(): AsyncIterable<GraphNode | GraphRelationship> {
      const { nodes, relationships } = await readGraph()
      yield* nodes.sort((a, b) => compare(a.id, b.id))
      yield* relationships.sort((a, b) => compare(a.id, b.id))
    },
    async stored() {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const before = await driver.version()
        await learnTypes(driver)
        const stored = await driver.stored()
        if ((await driver.version()) === before) return stored
      }
      throw new AppError("STORE_BUSY", "The store is being written; run this again when loading is done.")
    },
    async *contributions(): AsyncIterable<Contribution> {
      const shadowed = await driver.allShadowed()
      const originals = new Map(shadowed.map((item) => [versionKey(item.article), item]))
      const articles = [...byArticle(await driver.allRows())]
      for (const [, rows] of articles.sort(([a], [b]) => compare(a, b))) {
        const shown = fromRows(rows)
        if (shown !== undefined) yield originals.get(versionKey(shown.article)) ?? shown
      }
    },
    query: (cypher, parameters, limits) => driver.query(cypher, parameters, limits),
    close: () => driver.close(),
  }
}

const toRecord = ({ source, contribution }: SourcedContribution): SourceRecord => {
  const { id, contentHash, extractor } = contribution.article
  return { source, articleId: id, contentHash, extractor }
}

/**
 * Brings articles to what their sources, already changed, now hold. Of several versions of an article (two files
 * with the same address or text, but another date or spacing) one is shown and the others wait behind it.
 */
async function settle(
  transaction: WriteTransaction,
  articles: string[],
  incoming: Contribution[],
  former?: Decision[],
): Promise<ChangeSummary> {
  const ids = idsOf(articles)
  const decisions = await transaction.decisions()
  const rulings = new Rulings(decisions)
  const oldRows = await transaction.rowsByArticle(ids)
  const versions = new Map<string, Contribution>()
  const shadowed = await transaction.shadowedByArticle(ids)
  // Of one that decisions correct, the rows hold the corrected one, and what it was waits.
  const stored = [...[...byArticle(oldRows).values()].flatMap((rows) => fromRows(rows) ?? []), ...shadowed]
  for (const contribution of [...stored, ...incoming])
    versions.set(versionKey(contribution.article), contribution)
  const held = await transaction.sourcesByArticle(ids)
  const wanted = new Set(held.map(({ articleId, contentHash }) => versionKey({ id: articleId, contentHash })))
  const kept = [...versions].flatMap(([key, contribution]) => (wanted.has(key) ? [contribution] : []))
  const shown = new Map<string, Contribution>()
  for (const contribution of kept.sort(byVersion)) shown.set(contribution.article.id, contribution)
  await transaction.deleteShadowed(idsOf(shadowed.map(({ article }) => article.id)))
  const newRows = new Map([...shown].map(([id, contribution]) => [id, correctedRows(contribution, rulings)]))
  await transaction.createShadowed(
    kept.filter((contribution) => {
      const { id } = contribution.article
      return shown.get(id) !== contribution || newRows.get(id)?.some(({ key }) => isDecisionKey(key))
    }),
  )
  const formerRulings = former === undefined ? rulings : new Rulings(former)
  return replace(transaction, oldRows, [...newRows.values()].flat(), { rulings, formerRulings })
}

/** Derives again what a change of decisions, already stored, touches. */
async function redecide(
  transaction: WriteTransaction,
  former: Decision[],
  now: Decision[],
): Promise<ChangeSummary> {
  const { keys, articles } = touchedBy(former, now)
  const rows = await transaction.rowsByKey([...new Set(keys)])
  return settle(transaction, [...articles, ...rows.map(({ article }) => article)], [], former)
}

const idsOf = (articles: string[]): string[] => [...new Set(articles)]

/** Mends contributions first, since the graph is derived from them. */
async function repair(transaction: WriteTransaction): Promise<Problem[]> {
  const { problems, decisions, contributions, graph, tallies } = examine(await transaction.stored())
  if (graph === undefined) {
    throw new AppError(
      "STORE_DAMAGED",
      `Nothing was repaired: ${problems.find(({ remedy }) => remedy === "declare")?.id} is no known event type. ` +
        "Load an article with the frames that declare it (chancery load --frames), then run this again.",
    )
  }
  const { removedNodes, removedRelationships, nodes, relationships } = graph
  const removed = [...decisions.removed, ...contributions.removed, ...tallies.removed, ...removedNodes]
  await transaction.deleteElements(removed, removedRelationships)
  await transaction.mergeDecisions(decisions.added)
  await transaction.putTallies(tallies.missing)
  await transaction.createRows(contributions.rows)
  await transaction.createShadowed(contributions.addedShadowed)
  await transaction.mergeSources(contributions.addedSources)
  await transaction.apply({ nodes: made(nodes), relationships: made(relationships) })
  return problems
}

const made = <Item>(created: Item[]): Changes<Item> => ({ created, updated: [], former: [], removed: [] })

/** Puts rows in the place of all that the articles said, and derives what this touches. */
async function replace(
  transaction: WriteTransaction,
  oldRows: Row[],
  newRows: Row[],
  decided: Pick<Surroundings, "rulings" | "formerRulings">,
): Promise<ChangeSummary> {
  const keys = [...new Set([...oldRows, ...newRows].map((row) => row.key))]
  const tallies = await transaction.tallies(keys.flatMap((key) => actorOf(key) ?? []))
  const near = await withArticles(transaction, await transaction.rowsByKey(nearKeys(keys)))
  const derived = deriveChange(oldRows, newRows, { tallies, near, ...decided })
  const changes = diffGraphs(derived.before, derived.after)
  // Most articles are new, and have no rows to be looked for.
  await transaction.deleteRows(idsOf(oldRows.map((row) => row.article)))
  await transaction.createRows(newRows)
  await transaction.putTallies(derived.tallies)
  await transaction.apply(changes)
  return { articles: countArticles(oldRows, newRows), ...countChanges(changes) }
}

function byArticle(rows: Row[]): Map<string, Row[]> {
  const articles = new Map<string, Row[]>()
  for (const row of rows) push(articles, row.article, row)
  return articles
}

/** Adds the articles that pair rows speak of: deriving an event looks at them. */
async function withArticles(transaction: WriteTransaction, rows: Row[]): Promise<Row[]> {
  const known = new Set(rows.map((row) => row.key))
  const missing = new Set(rows.map((row) => articleKey(row.article)).filter((key) => !known.has(key)))
  return [...rows, ...(await transaction.rowsByKey([...missing]))]
}

function countArticles(oldRows: Row[], newRows: Row[]): ChangeSummary["articles"] {
  const textsOf = (rows: Row[]): Map<string, string> =>
    new Map(
      rows.flatMap(({ key, article, value }) =>
        key === articleKey(article) ? [[article, canonical(value)]] : [],
      ),
    )
  const former = textsOf(oldRows)
  const counts = { new: 0, changed: 0, unchanged: 0, removed: 0 }
  for (const [article, text] of textsOf(newRows)) {
    const earlier = former.get(article)
    if (earlier === undefined) counts.new++
    else if (earlier === text) counts.unchanged++
    else counts.changed++
    former.delete(article)
  }
  return { ...counts, removed: former.size }
}

function countChanges({ nodes, relationships }: GraphChanges): Omit<ChangeSummary, "articles"> {
  const lengths = <Item>({ created, updated, removed }: Changes<Item>): ChangeSummary["nodes"] => {
    return { created: created.length, updated: updated.length, removed: removed.length }
  }
  return { nodes: lengths(nodes), relationships: lengths(relationships) }
}
