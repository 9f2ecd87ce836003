// What a driver that speaks Cypher reads, from its statements.
import { AppError } from "../errors.js"
import type { Corrected } from "../graph/correct.js"
import type { Decision } from "../graph/decisions.js"
import { compare } from "../graph/derived-graph.js"
import type { Stored, StoredNode } from "../graph/stored.js"
import { ACTOR_KINDS, type EventTypeInfo, relationshipTypes } from "../ontology.js"
import type { ActorId, GraphNode, GraphRelationship, Properties, Stats } from "../types.js"
import type { ContributionKind } from "./driver.js"
import type { Statements } from "./statements.js"
import type { Position, SourceRecord } from "./types.js"

export type Run = (
  statement: string,
  parameters?: Record<string, unknown>,
) => Promise<Record<string, unknown>[]>

/** A contribution as statements return it. Throws `STORE_DAMAGED` where it cannot be read. */
export function toCorrected({ article, value }: Record<string, unknown>): Corrected {
  try {
    return JSON.parse(value as string) as Corrected
  } catch (cause) {
    throw new AppError(
      "STORE_DAMAGED",
      `${article}: what is stored of it cannot be read. "chancery check" tells what is damaged and how to mend it.`,
      { cause },
    )
  }
}

/** A source as statements return it. */
export const toSource = (row: Record<string, unknown>): SourceRecord => {
  const { source, articleId, contentHash, extractor, fingerprint } = row
  return { source, articleId, contentHash, extractor, fingerprint } as SourceRecord
}

/** All of a kind, in no order. */
export async function readContributions(
  run: Run,
  statements: Statements,
  KIND: ContributionKind,
): Promise<Corrected[]> {
  return (await run(statements("contributions", { KIND }))).map(toCorrected)
}

/** Every source and the article that it holds. */
export async function readSources(run: Run, statements: Statements): Promise<SourceRecord[]> {
  return (await run(statements("sources"))).map(toSource)
}

/** All that persons decided, in no order. */
export async function readDecisions(run: Run, statements: Statements): Promise<Decision[]> {
  return (await run(statements("decisions"))).map(({ value }) => JSON.parse(value as string))
}

/** Types that users' frames declared when articles were loaded. */
export async function readEventTypes(run: Run, statements: Statements): Promise<EventTypeInfo[]> {
  return (await run(statements("event-types"))).map(({ value }) => JSON.parse(value as string))
}

/** Where actors were drawn last. */
export async function readPositions(run: Run, statements: Statements): Promise<Map<ActorId, Position>> {
  const rows = await run(statements("positions"))
  return new Map(rows.map(({ actor, x, y }) => [actor as ActorId, [x as number, y as number]]))
}

/** The graph proper: three labels, and every relationship type that is known. */
export async function readGraph(
  run: Run,
  statements: Statements,
): Promise<{ nodes: GraphNode[]; relationships: GraphRelationship[] }> {
  const nodes: GraphNode[] = []
  for (const label of ["Actor", "Event", "Article"]) {
    for (const row of await run(statements("export-nodes", { LABEL: label }))) {
      const properties = row.properties as Properties
      const labels = (row.labels as string[]).filter((name) => name !== "Node")
      nodes.push({ id: properties.id as string, labels: labels.sort(byRank), properties })
    }
  }
  const relationships: GraphRelationship[] = []
  for (const type of relationshipTypes()) {
    for (const row of await run(statements("export-relationships", { TYPE: type }))) {
      const properties = row.properties as Properties
      const [source, target] = [row.source as string, row.target as string]
      relationships.push({ id: properties.id as string, type, source, target, properties })
    }
  }
  return { nodes, relationships }
}

/** How many there are of each label, each relationship type and each extractor, by name. */
export async function readStats(run: Run, statements: Statements): Promise<Stats> {
  const countEach = async (names: string[], toStatement: (name: string) => string) => {
    const counts: Record<string, number> = {}
    for (const name of names.toSorted(compare)) {
      const [row] = await run(toStatement(name))
      if (Number(row?.number) > 0) counts[name] = Number(row?.number)
    }
    return counts
  }
  const labels = ["Actor", ...ACTOR_KINDS, "Event", "Article"]
  const extractors = (await run(statements("count-extractors")))
    .map(({ name, number }) => [String(name), Number(number)] as const)
    .sort(([a], [b]) => compare(a, b))
  return {
    nodes: await countEach(labels, (LABEL) => statements("count-labels", { LABEL })),
    relationships: await countEach(relationshipTypes(), (TYPE) => statements("count-types", { TYPE })),
    extractors: Object.fromEntries(extractors),
  }
}

/** All that the store holds, but for event types and positions. */
export async function readStored(run: Run, statements: Statements): Promise<Stored> {
  const stored: Stored = {
    ...{ nodes: [], relationships: [], shown: [], shadowed: [], entries: [] },
    ...{ tallies: [], sources: [], decisions: [] },
  }
  for (const row of await run(statements("stored-nodes"))) {
    const { element, labels, properties } = row as Pick<StoredNode, "element" | "labels" | "properties">
    const record = { element, properties }
    if (labels.includes("Shown")) stored.shown.push(record)
    else if (labels.includes("Shadowed")) stored.shadowed.push(record)
    else if (labels.includes("Entry")) stored.entries.push(record)
    else if (labels.includes("Tally")) stored.tallies.push(record)
    else if (labels.includes("Source")) stored.sources.push(record)
    else if (labels.includes("Decision")) stored.decisions.push(record)
    else if (!labels.includes("Internal")) {
      const own = labels.filter((label) => label !== "Node").sort(byRank)
      stored.nodes.push({ ...record, id: String(properties.id), labels: own })
    }
  }
  for (const row of await run(statements("stored-relationships"), { types: relationshipTypes() })) {
    const { properties } = row as { properties: Properties }
    stored.relationships.push({ ...row, id: String(properties.id) } as Stored["relationships"][number])
  }
  return stored
}

/** "Actor" before "Person": the general label first. */
const byRank = (a: string, b: string): number =>
  Number(b === "Actor") - Number(a === "Actor") || (a < b ? -1 : 1)
