// The domain's store over any driver: contributions in, derivation of what they touch, views out.
import { AppError } from "../errors.js"
import { compare } from "../graph/derived-graph.js"
import { versionKey } from "../graph/rows.js"
import { declareType } from "../ontology.js"
import type { ActorId, Contribution, GraphNode, GraphRelationship } from "../types.js"
import { toDecision } from "./decide.js"
import { typesOf } from "./declared-types.js"
import type { Driver, WriteTransaction } from "./driver.js"
import { FORMAT, RESTORING } from "./format.js"
import { buildReadModel, type ReadModel } from "./read-model.js"
import { repair } from "./repair.js"
import { search } from "./search.js"
import { redecide, settle } from "./settle.js"
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
      const shadowed = await driver.contributions("Shadowed")
      const originals = new Map(
        shadowed.map(({ contribution }) => [versionKey(contribution.article), contribution]),
      )
      const shown = (await driver.contributions("Shown")).map(({ contribution }) => contribution)
      for (const contribution of shown.sort((a, b) => compare(a.article.id, b.article.id)))
        yield originals.get(versionKey(contribution.article)) ?? contribution
    },
    query: (cypher, parameters, limits) => driver.query(cypher, parameters, limits),
    close: () => driver.close(),
  }
}

const toRecord = ({ source, fingerprint, contribution }: SourcedContribution): SourceRecord => {
  const { id, contentHash, extractor } = contribution.article
  return { source, articleId: id, contentHash, extractor, fingerprint: fingerprint ?? null }
}
