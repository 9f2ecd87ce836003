// The domain's store over any driver: contributions in, derivation of what they touch, views out.
import { canonical } from "../graph/canonical.js"
import { derive } from "../graph/derive.js"
import { compare, push } from "../graph/derived-graph.js"
import { type Changes, diffGraphs, type GraphChanges } from "../graph/diff.js"
import { type ArticleRow, articleKey, fromRows, type Row, toRows } from "../graph/rows.js"
import { declaredTypes, declareType } from "../ontology.js"
import type { ActorId, Contribution, GraphNode, GraphRelationship } from "../types.js"
import type { Driver, WriteTransaction } from "./driver.js"
import { buildReadModel, type ReadModel } from "./read-model.js"
import { search } from "./search.js"
import type { ChangeSummary, GraphStore, Position, SourcedContribution, SourceRecord } from "./types.js"
import { articleOf, cardOf, eventsOf, neighbourhoodOf, viewOf } from "./views.js"

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
  const write = (work: (transaction: WriteTransaction) => Promise<ChangeSummary>): Promise<ChangeSummary> =>
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

  return {
    name: driver.name,
    async init() {
      await driver.init()
      await learnTypes(driver)
    },
    upsert: (batch) =>
      write(async (transaction) => {
        const used = new Set(
          batch.flatMap(({ contribution }) => contribution.reports.map(({ type }) => type)),
        )
        await transaction.mergeEventTypes(declaredTypes().filter(({ type }) => used.has(type)))
        const records = new Map(batch.map((item) => [item.source, toRecord(item)]))
        const former = await transaction.sourcesByName([...records.keys()])
        await transaction.mergeSources([...records.values()])
        const articles = [...former, ...records.values()].map((record) => record.articleId)
        const contributions = batch.map((item) => item.contribution)
        return settle(transaction, articles, contributions)
      }),
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

    view: async ({ limit }) => viewOf(await model(), await driver.positions(), limit),
    neighbourhood: async (id, { limit }) =>
      neighbourhoodOf(await model(), await driver.positions(), id, limit),
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
    stats: async () => (await model()).stats,

    positions: () => driver.positions(),
    savePositions: (positions: Map<ActorId, Position>) => driver.savePositions(positions),
    async *exportGraph(): AsyncIterable<GraphNode | GraphRelationship> {
      const { nodes, relationships } = await readGraph()
      yield* nodes.sort((a, b) => compare(a.id, b.id))
      yield* relationships.sort((a, b) => compare(a.id, b.id))
    },
    async *contributions(): AsyncIterable<Contribution> {
      const articles = [...byArticle(await driver.allRows())]
      for (const [, rows] of articles.sort(([a], [b]) => compare(a, b))) {
        const contribution = fromRows(rows)
        if (contribution !== undefined) yield contribution
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
): Promise<ChangeSummary> {
  const ids = [...new Set(articles)]
  const oldRows = await transaction.rowsByArticle(ids)
  const versions = new Map<string, Contribution>()
  const stored = [
    ...(await transaction.shadowedByArticle(ids)),
    ...[...byArticle(oldRows).values()].flatMap((rows) => fromRows(rows) ?? []),
  ]
  for (const contribution of [...stored, ...incoming])
    versions.set(versionKey(contribution.article), contribution)
  const held = await transaction.sourcesByArticle(ids)
  const wanted = new Set(held.map(({ articleId, contentHash }) => versionKey({ id: articleId, contentHash })))
  const kept = [...versions].flatMap(([key, contribution]) => (wanted.has(key) ? [contribution] : []))
  const shown = new Map<string, Contribution>()
  for (const contribution of kept.sort(byVersion)) shown.set(contribution.article.id, contribution)
  await transaction.replaceShadowed(
    ids,
    kept.filter((contribution) => shown.get(contribution.article.id) !== contribution),
  )
  return replace(transaction, ids, oldRows, [...shown.values()])
}

const versionKey = ({ id, contentHash }: Pick<ArticleRow, "id" | "contentHash">): string =>
  `${id} ${contentHash}`

/** The version published last comes last, and is shown. */
const byVersion = ({ article: a }: Contribution, { article: b }: Contribution): number =>
  compare(a.published ?? "", b.published ?? "") || compare(a.contentHash, b.contentHash)

/** Puts contributions in the place of all that the articles said, and derives what this touches. */
async function replace(
  transaction: WriteTransaction,
  ids: string[],
  oldRows: Row[],
  contributions: Contribution[],
): Promise<ChangeSummary> {
  const newRows = contributions.flatMap(toRows)
  const keys = [...new Set([...oldRows, ...newRows].map((row) => row.key))]
  const before = derive(await withArticles(transaction, await transaction.rowsByKey(keys)), keys)
  await transaction.replaceRows(ids, newRows)
  const after = derive(await withArticles(transaction, await transaction.rowsByKey(keys)), keys)
  const changes = diffGraphs(before, after)
  await transaction.apply(changes)
  return { articles: countArticles(oldRows, contributions), ...countChanges(changes) }
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

function countArticles(oldRows: Row[], contributions: Contribution[]): ChangeSummary["articles"] {
  const former = new Map(
    oldRows.flatMap((row) =>
      row.key === articleKey(row.article) ? [[row.article, canonical(row.value)]] : [],
    ),
  )
  const counts = { new: 0, changed: 0, unchanged: 0, removed: 0 }
  for (const { article } of contributions) {
    const earlier = former.get(article.id)
    if (earlier === undefined) counts.new++
    else if (earlier === canonical(article)) counts.unchanged++
    else counts.changed++
    former.delete(article.id)
  }
  return { ...counts, removed: former.size }
}

function countChanges({ nodes, relationships }: GraphChanges): Omit<ChangeSummary, "articles"> {
  const lengths = <Item>({ created, updated, removed }: Changes<Item>): ChangeSummary["nodes"] => {
    return { created: created.length, updated: updated.length, removed: removed.length }
  }
  return { nodes: lengths(nodes), relationships: lengths(relationships) }
}
