// The domain's store over any driver: contributions in, derivation of what they touch, views out.
import { AppError } from "../errors.js"
import { canonical } from "../graph/canonical.js"
import { examine } from "../graph/check.js"
import { type Corrected, correct, rowsOf } from "../graph/correct.js"
import { type Decision, Rulings } from "../graph/decisions.js"
import { deriveChange, type Surroundings } from "../graph/derive.js"
import { compare } from "../graph/derived-graph.js"
import { type Changes, diffGraphs, type GraphChanges } from "../graph/diff.js"
import { nearKeys } from "../graph/events.js"
import type { Problem } from "../graph/problem.js"
import { touchedBy } from "../graph/redecide.js"
import { actorOf, byVersion, entriesOf, isArticleKey, type Row, versionKey } from "../graph/rows.js"
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

/**
 * Brings articles to what their sources, already changed, now hold. Of several versions of an article (two files
 * with the same address or text, but another date or spacing) one is shown and the others wait behind it.
 */
async function settle(
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
  const asTold = new Set(now.flatMap(({ contribution, by }) => (by.length === 0 ? [contribution] : [])))
  const waiting = kept.filter((contribution) => !asTold.has(contribution))
  await transaction.deleteContributions(idsOf(shadowed.map(articleIdOf)), "Shadowed")
  await transaction.createContributions(waiting.map(uncorrected), "Shadowed")
  const formerRulings = formerDecisions === undefined ? rulings : new Rulings(formerDecisions)
  return replace(transaction, former, now, { rulings, formerRulings })
}

const articleIdOf = ({ contribution }: Corrected): string => contribution.article.id

const uncorrected = (contribution: Contribution): Corrected => ({ contribution, by: [] })

/** Derives again what a change of decisions, already stored, touches. */
async function redecide(
  transaction: WriteTransaction,
  former: Decision[],
  now: Decision[],
): Promise<ChangeSummary> {
  const { keys, articles } = touchedBy(former, now)
  const found = await transaction.articlesUnder([...new Set(keys)])
  return settle(transaction, [...articles, ...found], [], former)
}

const idsOf = (articles: string[]): string[] => [...new Set(articles)]

/** Mends contributions first, since the graph is derived from them. */
async function repair(transaction: WriteTransaction): Promise<Problem[]> {
  const { problems, decisions, contributions, graph, tallies, entries } = examine(await transaction.stored())
  if (graph === undefined) {
    throw new AppError(
      "STORE_DAMAGED",
      `Nothing was repaired: ${problems.find(({ remedy }) => remedy === "declare")?.id} is no known event type. ` +
        "Load an article with the frames that declare it (chancery load --frames), then run this again.",
    )
  }
  const { removedNodes, removedRelationships, nodes, relationships } = graph
  const removed = [decisions, contributions, tallies, entries].flatMap((part) => part.removed)
  await transaction.deleteElements([...removed, ...removedNodes], removedRelationships)
  await transaction.mergeDecisions(decisions.added)
  await transaction.putTallies(tallies.missing)
  await transaction.createEntries(entries.missing)
  await transaction.createContributions(contributions.addedShown, "Shown")
  await transaction.createContributions(contributions.addedShadowed.map(uncorrected), "Shadowed")
  await transaction.mergeSources(contributions.addedSources)
  await transaction.apply({ nodes: made(nodes), relationships: made(relationships) })
  return problems
}

const made = <Item>(created: Item[]): Changes<Item> => ({ created, updated: [], former: [], removed: [] })

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
