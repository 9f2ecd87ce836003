// The domain's store over any driver: contributions in, derivation of what they touch, views out.
import { derive } from "../graph/derive.js"
import { compare } from "../graph/derived-graph.js"
import { diffGraphs, type GraphChanges } from "../graph/diff.js"
import { articleKey, fromRows, type Row, toRows } from "../graph/rows.js"
import type { ActorId, Contribution, EventDetail, GraphNode, GraphRelationship } from "../types.js"
import type { Driver, WriteTransaction } from "./driver.js"
import { buildReadModel, type ReadModel } from "./read-model.js"
import { search } from "./search.js"
import type { ChangeSummary, EventFilter, GraphStore, Position, SourceRecord } from "./types.js"
import { cardOf, neighbourhoodOf, timelineOf, viewOf } from "./views.js"

const EVENTS = 200

export function createStore(driver: Driver): GraphStore {
  let cached: { version: number; model: Promise<ReadModel> } | undefined
  const model = async (): Promise<ReadModel> => {
    const version = await driver.version()
    if (cached?.version !== version) {
      const reading = driver
        .readGraph()
        .then(({ nodes, relationships }) => buildReadModel(nodes, relationships))
      cached = { version, model: reading }
      reading.catch(() => {
        cached = undefined
      })
    }
    return cached.model
  }

  return {
    name: driver.name,
    init: () => driver.init(),
    upsert: (batch) =>
      driver.write(async (transaction) => {
        const sources = await transaction.sources()
        const next = new Map(sources.map((record) => [record.source, record]))
        for (const { source, contribution } of batch) {
          const { id, contentHash, extractor } = contribution.article
          next.set(source, { source, articleId: id, contentHash, extractor })
        }
        const contributions = new Map(
          batch.map(({ contribution }) => [contribution.article.id, contribution]),
        )
        const removed = releasedBy(sources, [...next.values()]).filter((id) => !contributions.has(id))
        await transaction.mergeSources(batch.map(({ source }) => next.get(source) as SourceRecord))
        return replace(transaction, [...contributions.values()], removed)
      }),
    release: (names) =>
      driver.write(async (transaction) => {
        const sources = await transaction.sources()
        const kept = sources.filter((record) => !names.includes(record.source))
        await transaction.deleteSources(names)
        return replace(transaction, [], releasedBy(sources, kept))
      }),
    retract: (articleIds) =>
      driver.write(async (transaction) => {
        const sources = await transaction.sources()
        const held = sources.filter((record) => articleIds.includes(record.articleId))
        await transaction.deleteSources(held.map((record) => record.source))
        return replace(transaction, [], articleIds)
      }),
    sources: () => driver.sources(),

    view: async ({ limit }) => viewOf(await model(), await driver.positions(), limit),
    neighbourhood: async (id, { limit }) =>
      neighbourhoodOf(await model(), await driver.positions(), id, limit),
    search: async (text, limit) => search(await model(), text, limit),
    actor: async (id) => cardOf(await model(), id),
    events: async (filter) => findEvents(await model(), filter),
    async article(id) {
      const { articles, events } = await model()
      const article = articles.get(id)
      if (article === undefined) return undefined
      const { url, title, outlet, published, text } = article
      const reported = events.filter((event) => event.evidence.some((item) => item.article.id === id))
      return { id, url, title, outlet, published, text, events: reported }
    },
    async articles() {
      const { articles } = await model()
      return [...articles.values()]
        .map(({ text: _, ...summary }) => summary)
        .sort((a, b) => compare(b.published ?? "", a.published ?? "") || compare(a.id, b.id))
    },
    timeline: async () => timelineOf(await model()),
    actors: async () => [...(await model()).actors.values()],
    async stats() {
      const { nodes, relationships } = await driver.readGraph()
      const extractors = nodes.flatMap((node) =>
        node.labels.includes("Article") ? [String(node.properties.extractor)] : [],
      )
      return {
        nodes: count(nodes.flatMap((node) => node.labels)),
        relationships: count(relationships.map((relationship) => relationship.type)),
        extractors: count(extractors),
      }
    },

    positions: () => driver.positions(),
    savePositions: (positions: Map<ActorId, Position>) => driver.savePositions(positions),
    async *exportGraph(): AsyncIterable<GraphNode | GraphRelationship> {
      const { nodes, relationships } = await driver.readGraph()
      yield* nodes.sort((a, b) => compare(a.id, b.id))
      yield* relationships.sort((a, b) => compare(a.id, b.id))
    },
    async *contributions(): AsyncIterable<Contribution> {
      const byArticle = new Map<string, Row[]>()
      for (const row of await driver.allRows())
        byArticle.set(row.article, [...(byArticle.get(row.article) ?? []), row])
      for (const [, rows] of [...byArticle].sort(([a], [b]) => compare(a, b))) yield fromRows(rows)
    },
    query: (cypher, parameters, limits) => driver.query(cypher, parameters, limits),
    close: () => driver.close(),
  }
}

/** Articles that some source held before and none holds after. */
function releasedBy(before: SourceRecord[], after: SourceRecord[]): string[] {
  const held = new Set(after.map((record) => record.articleId))
  return [...new Set(before.map((record) => record.articleId))].filter((id) => !held.has(id))
}

/** Puts contributions in the place of what their articles said, removes others, and derives what this touches. */
async function replace(
  transaction: WriteTransaction,
  contributions: Contribution[],
  removed: string[],
): Promise<ChangeSummary> {
  const ids = [...contributions.map(({ article }) => article.id), ...removed]
  const oldRows = await transaction.rowsByArticle(ids)
  const newRows = contributions.flatMap(toRows)
  const former = new Map(
    oldRows.flatMap((row) =>
      row.key === articleKey(row.article) ? [[row.article, JSON.stringify(row.value)]] : [],
    ),
  )
  const keys = [...new Set([...oldRows, ...newRows].map((row) => row.key))]
  const before = derive(await withArticles(transaction, await transaction.rowsByKey(keys)), keys)
  await transaction.replaceRows(ids, newRows)
  const after = derive(await withArticles(transaction, await transaction.rowsByKey(keys)), keys)
  const changes = diffGraphs(before, after)
  await transaction.apply(changes)
  return { articles: countArticles(contributions, removed, former), ...countChanges(changes) }
}

/** Adds the articles that pair rows speak of: deriving an event looks at them. */
async function withArticles(transaction: WriteTransaction, rows: Row[]): Promise<Row[]> {
  const known = new Set(rows.map((row) => row.key))
  const missing = new Set(rows.map((row) => articleKey(row.article)).filter((key) => !known.has(key)))
  return [...rows, ...(await transaction.rowsByKey([...missing]))]
}

function countArticles(
  contributions: Contribution[],
  removed: string[],
  former: Map<string, string>,
): ChangeSummary["articles"] {
  const counts = { new: 0, changed: 0, unchanged: 0, removed: removed.filter((id) => former.has(id)).length }
  for (const { article } of contributions) {
    const earlier = former.get(article.id)
    if (earlier === undefined) counts.new++
    else if (earlier === JSON.stringify(article)) counts.unchanged++
    else counts.changed++
  }
  return counts
}

function countChanges({ nodes, relationships }: GraphChanges): Omit<ChangeSummary, "articles"> {
  const lengths = ({
    created,
    updated,
    removed,
  }: {
    created: unknown[]
    updated: unknown[]
    removed: unknown[]
  }) => {
    return { created: created.length, updated: updated.length, removed: removed.length }
  }
  return { nodes: lengths(nodes), relationships: lengths(relationships) }
}

function findEvents(model: ReadModel, filter: EventFilter): EventDetail[] {
  const candidates = filter.actor === undefined ? model.events : (model.eventsOf.get(filter.actor) ?? [])
  const fits = (event: EventDetail): boolean =>
    (filter.source === undefined || event.source?.id === filter.source) &&
    (filter.target === undefined || event.target?.id === filter.target) &&
    (filter.type === undefined || event.type === filter.type)
  return candidates.filter(fits).slice(0, filter.limit ?? EVENTS)
}

function count(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names.sort(compare)) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
