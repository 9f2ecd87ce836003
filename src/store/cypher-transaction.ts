// The writes of a driver that speaks Cypher, from its statements.
import { push } from "../graph/derived-graph.js"
import type { GraphChanges } from "../graph/diff.js"
import { actorOf } from "../graph/rows.js"
import { checksumOfText } from "../graph/stored.js"
import { readTally, writeTally } from "../graph/tally.js"
import type { ActorId, GraphNode, GraphRelationship, Properties } from "../types.js"
import { type Run, readDecisions, readEventTypes, readStored, toCorrected, toSource } from "./cypher-reads.js"
import type { WriteTransaction } from "./driver.js"
import { type Statements, splitStatements } from "./statements.js"
import type { Position } from "./types.js"

/** Rows a statement: large enough to be fast, small enough for a transaction's memory. */
const BATCH = 2000

/** The writes of one transaction; `run` runs a statement in it. */
export function cypherTransaction(run: Run, statements: Statements): WriteTransaction {
  const runBatches = batches(run)
  const write = async (statement: string, name: string, items: object[] | string[]): Promise<void> => {
    await runBatches(statement, name, items)
  }
  return {
    eventTypes: () => readEventTypes(run, statements),
    mergeEventTypes: (types) =>
      write(
        statements("merge-event-types"),
        "types",
        types.map((info) => ({ name: info.type, value: JSON.stringify(info) })),
      ),
    async articlesUnder(keys) {
      const actors = keys.flatMap((key) => actorOf(key) ?? [])
      const others = keys.filter((key) => actorOf(key) === undefined)
      const found = [
        ...(await runBatches(statements("articles-by-actor"), "actors", actors)),
        ...(await runBatches(statements("articles-by-key"), "keys", others)),
      ]
      return [...new Set(found.map(({ article }) => article as string))]
    },
    createEntries: (entries) =>
      write(
        statements("create-entries"),
        "entries",
        entries.map(({ key, article }) => [key, article]),
      ),
    deleteEntries: (articles) => write(statements("delete-entries"), "articles", articles),
    async tallies(actors) {
      const found = await runBatches(statements("tallies"), "actors", actors)
      return new Map(found.map(({ actor, value }) => [actor as ActorId, readTally(value as string)]))
    },
    async putTallies(tallies) {
      const [kept, gone] = [
        [...tallies].filter(([, tally]) => tally.size > 0),
        [...tallies].filter(([, tally]) => tally.size === 0),
      ]
      const items = kept.map(([actor, tally]) => ({ actor, value: writeTally(tally) }))
      await write(statements("merge-tallies"), "tallies", items)
      await write(
        statements("delete-tallies"),
        "actors",
        gone.map(([actor]) => actor),
      )
    },
    async contributionsOf(articles, KIND) {
      return (await runBatches(statements("contributions-by-article", { KIND }), "articles", articles)).map(
        toCorrected,
      )
    },
    createContributions: (contributions, KIND) =>
      write(
        statements("create-contributions", { KIND }),
        "contributions",
        contributions.map((corrected) => {
          const value = JSON.stringify(corrected)
          return { article: corrected.contribution.article.id, value, checksum: checksumOfText(value) }
        }),
      ),
    deleteContributions: (articles, KIND) =>
      write(statements("delete-contributions", { KIND }), "articles", articles),
    sourcesByName: async (names) =>
      (await runBatches(statements("sources-by-name"), "names", names)).map(toSource),
    sourcesByArticle: async (articles) =>
      (await runBatches(statements("sources-by-article"), "articles", articles)).map(toSource),
    decisions: () => readDecisions(run, statements),
    mergeDecisions: (decisions) =>
      write(
        statements("merge-decisions"),
        "decisions",
        decisions.map((decision) => {
          const value = JSON.stringify(decision)
          return { id: decision.id, value, checksum: checksumOfText(value) }
        }),
      ),
    deleteDecisions: (ids) => write(statements("delete-decisions"), "ids", ids),
    stored: () => readStored(run, statements),
    async deleteElements(nodes, relationships) {
      await write(statements("delete-relationship-elements"), "elements", relationships)
      await write(statements("delete-node-elements"), "elements", nodes)
    },
    mergeSources: (sources) => write(statements("merge-sources"), "sources", sources),
    deleteSources: (sources) => write(statements("delete-sources"), "sources", sources),
    apply: (changes) => applyChanges(changes, statements, runBatches),
  }
}

type RunBatches = (
  statement: string,
  name: string,
  items: object[] | string[],
) => Promise<Record<string, unknown>[]>

/** Runs a statement over a list, which is its parameter `name`, and returns all rows. */
const batches =
  (run: Run): RunBatches =>
  async (statement, name, items) => {
    const results: Record<string, unknown>[] = []
    for (let start = 0; start < items.length; start += BATCH) {
      const rows = await run(statement, { [name]: items.slice(start, start + BATCH) })
      for (const row of rows) results.push(row)
    }
    return results
  }

/** Relationships go before the nodes they end at, and come after them. An updated relationship is a new one. */
async function applyChanges(
  { nodes, relationships }: GraphChanges,
  statements: Statements,
  write: RunBatches,
): Promise<void> {
  const gone = [...relationships.removed, ...relationships.former]
  for (const [names, items] of grouped(gone, relationshipNames)) {
    const ends = items.map(({ id, source, target }) => ({ id, source, target }))
    await write(statements("delete-relationships", names), "relationships", ends)
  }
  for (const [names, items] of grouped(nodes.removed, nodeNames))
    await write(
      statements("delete-nodes", names),
      "nodes",
      items.map(({ id }) => ({ id })),
    )
  for (const [names, items] of grouped(nodes.created, nodeNames)) {
    const { properties, values } = toValues(items)
    await write(statements("create-nodes", names, properties), "nodes", values)
  }
  for (const [names, items] of grouped(nodes.updated, nodeNames)) {
    const { properties, values } = toValues(items)
    await write(statements("update-nodes", names, properties), "nodes", values)
  }
  const wanted = [...relationships.created, ...relationships.updated]
  for (const [names, items] of grouped(wanted, relationshipNames)) {
    const { properties, values } = toValues(items)
    for (const [at, { source, target }] of items.entries()) values[at]?.push(source, target)
    const statement = statements("create-relationships", names, properties)
    const made = await write(statement, "relationships", values)
    const count = made.reduce((sum, row) => sum + Number(row.made), 0)
    if (count !== items.length)
      throw new Error(`${items.length - count} ${names.TYPE} have no node at an end`)
  }
}

/**
 * The properties that some of these have and each one's values of them; the id comes first. The others are in order, so
 * that the statement is one that the database has planned before.
 */
function toValues(items: { properties: Properties }[]): { properties: string[]; values: unknown[][] } {
  const names = new Set<string>()
  for (const { properties } of items) for (const name in properties) names.add(name)
  names.delete("id")
  const properties = ["id", ...[...names].sort()]
  const values = items.map((item) => properties.map((name) => item.properties[name] ?? null))
  return { properties, values }
}

type Names = Record<string, string>

function grouped<Item extends object>(items: Item[], namesOf: (item: Item) => Names): [Names, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    push(groups, JSON.stringify(namesOf(item)), item)
  }
  return [...groups].map(([key, group]) => [JSON.parse(key) as Names, group])
}

const nodeNames = ({ labels }: GraphNode): Names => ({
  FIRST_LABEL: labels[0] as string,
  LABELS: labels.join(":"),
})

const relationshipNames = ({ type, source, target }: GraphRelationship): Names => {
  return { TYPE: type, SOURCE: labelOf(source), TARGET: labelOf(target) }
}

/** The label whose uniqueness finds a node, by what its id begins with. */
function labelOf(id: string): string {
  if (id.startsWith("event:")) return "Event"
  return id.startsWith("article:") ? "Article" : "Actor"
}

/** Adds positions and moves those that are there. */
export async function savePositions(
  run: Run,
  statements: Statements,
  positions: Map<ActorId, Position>,
): Promise<void> {
  const items = [...positions].map(([actor, [x, y]]) => ({ actor, x, y }))
  await batches(run)(statements("merge-positions"), "positions", items)
}

/** Removes all but the store's version, in parts small enough for a transaction's memory. */
export async function clear(run: Run, statements: Statements): Promise<void> {
  for (const statement of splitStatements(statements("clear"))) {
    let gone = 1
    while (gone > 0) gone = Number((await run(statement))[0]?.gone ?? 0)
  }
}
