// What a graph database must offer; everything else is built on it once, in store.ts.
import type { Corrected } from "../graph/correct.js"
import type { Decision } from "../graph/decisions.js"
import type { GraphChanges } from "../graph/diff.js"
import type { Entry } from "../graph/rows.js"
import type { Element, Stored } from "../graph/stored.js"
import type { Tally } from "../graph/tally.js"
import type { EventTypeInfo } from "../ontology.js"
import type {
  ActorId,
  GraphNode,
  GraphRelationship,
  QueryLimits,
  QueryResult,
  QueryValue,
  Stats,
} from "../types.js"
import type { Position, SourceRecord } from "./types.js"

export interface Driver {
  readonly name: "embedded" | "neo4j"
  init(): Promise<void>
  /** Runs `work` with no other writer beside it, all or nothing; once it returns, its writes survive a kill. */
  write<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result>
  /** Grows with every write, whoever makes it. */
  version(): Promise<number>
  /** Of all articles, in no order. */
  contributions(kind: ContributionKind): Promise<Corrected[]>
  sources(): Promise<SourceRecord[]>
  decisions(): Promise<Decision[]>
  /** Types that are not of the ontology's twenty. */
  eventTypes(): Promise<EventTypeInfo[]>
  positions(): Promise<Map<ActorId, Position>>
  savePositions(positions: Map<ActorId, Position>): Promise<void>
  /** Nodes and relationships of the graph proper, in no order. */
  readGraph(): Promise<{ nodes: GraphNode[]; relationships: GraphRelationship[] }>
  /** How many nodes and relationships `readGraph` has. */
  stats(): Promise<Stats>
  /** What `readGraph` has and all that is stored beside, as it lies there. */
  stored(): Promise<Stored>
  /** Removes all that the store holds but its version and format. */
  clear(): Promise<void>
  /** One of format.ts. */
  setFormat(format: number): Promise<void>
  query(cypher: string, parameters: Record<string, QueryValue>, limits: QueryLimits): Promise<QueryResult>
  close(): Promise<void>
}

/**
 * Shown is one contribution an article, as decisions correct it. Shadowed, as they were told, are those that another
 * version of the same article stands before, and those that decisions correct.
 */
export type ContributionKind = "Shown" | "Shadowed"

export interface WriteTransaction {
  eventTypes(): Promise<EventTypeInfo[]>
  mergeEventTypes(types: EventTypeInfo[]): Promise<void>
  /** Articles that have rows under any of these keys. */
  articlesUnder(keys: string[]): Promise<string[]>
  /** Adds entries that are not there. */
  createEntries(entries: Entry[]): Promise<void>
  deleteEntries(articles: string[]): Promise<void>
  /** Of those of the actors that any article names. */
  tallies(actors: ActorId[]): Promise<Map<ActorId, Tally>>
  /** Empty ones go. */
  putTallies(tallies: Map<ActorId, Tally>): Promise<void>
  contributionsOf(articles: string[], kind: ContributionKind): Promise<Corrected[]>
  /** None may be there. */
  createContributions(contributions: Corrected[], kind: ContributionKind): Promise<void>
  deleteContributions(articles: string[], kind: ContributionKind): Promise<void>
  sourcesByName(names: string[]): Promise<SourceRecord[]>
  sourcesByArticle(articles: string[]): Promise<SourceRecord[]>
  decisions(): Promise<Decision[]>
  mergeDecisions(decisions: Decision[]): Promise<void>
  deleteDecisions(ids: string[]): Promise<void>
  mergeSources(sources: SourceRecord[]): Promise<void>
  deleteSources(sources: string[]): Promise<void>
  apply(changes: GraphChanges): Promise<void>
  stored(): Promise<Stored>
  deleteElements(nodes: Element[], relationships: Element[]): Promise<void>
}
