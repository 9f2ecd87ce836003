// The seam between the domain and a graph database. It speaks of contributions, actors and events;
// Cypher goes through one door, `query`, which is for analysts only.
import type { Backup } from "../graph/backup.js"
import type { Decision } from "../graph/decisions.js"
import type { Problem } from "../graph/problem.js"
import type { Stored } from "../graph/stored.js"
import type {
  ActorCard,
  ActorId,
  ArticleDetail,
  ArticleSummary,
  Contribution,
  EventDetail,
  GraphNode,
  GraphRelationship,
  QueryLimits,
  QueryResult,
  QueryValue,
  SearchHit,
  Stats,
  ViewGraph,
} from "../types.js"

/** Where an article came from: operational data, never part of the graph. */
export interface SourceRecord {
  source: string
  articleId: string
  contentHash: string
  extractor: string
  /** Of the file that was read; null where the source is no file of its own. */
  fingerprint: string | null
}

export interface SourcedContribution {
  source: string
  fingerprint?: string | undefined
  contribution: Contribution
}

export interface ChangeSummary {
  articles: { new: number; changed: number; unchanged: number; removed: number }
  nodes: { created: number; updated: number; removed: number }
  relationships: { created: number; updated: number; removed: number }
}

/** A correction as a person words it, of what the graph shows. */
export type DecisionRequest =
  | { kind: "merge"; actor: ActorId; into: ActorId }
  /** `into`: an actor of the graph, or the name of one that is new. */
  | { kind: "split"; actor: ActorId; article: string; into: string }
  | { kind: "rename"; actor: ActorId; name: string }
  | { kind: "reject-mention"; actor: ActorId; article: string }
  | { kind: "reject-event"; event: string }

export interface Decider {
  author: string
  reason: string
}

/** How well told events must be, at least: by independent reports, by outlets. */
export interface EventThresholds {
  minReports?: number | undefined
  minOutlets?: number | undefined
}

export interface ViewOptions extends EventThresholds {
  /** At most this many actors, the most active first. */
  limit: number
}

export interface EventFilter extends EventThresholds {
  source?: ActorId
  target?: ActorId
  type?: string
  /** Party in either role. */
  actor?: ActorId
  limit?: number
}

export type Position = [x: number, y: number]

export interface GraphStore {
  readonly name: "embedded" | "neo4j"
  /** Schema and connection; safe to call twice. Throws `AppError` `STORE_UNAVAILABLE` with what to do. */
  init(): Promise<void>

  /** Replaces each article's contribution and re-derives what it touches, all or nothing per call. */
  upsert(batch: SourcedContribution[]): Promise<ChangeSummary>
  /** Releases sources; an article that no source holds any more goes, with all that only it supported. */
  release(sources: string[]): Promise<ChangeSummary>
  /** Removes articles by id, whatever holds them. */
  retract(articleIds: string[]): Promise<ChangeSummary>
  sources(): Promise<SourceRecord[]>
  /**
   * Hears a person's correction, and derives again what it touches. Throws `NOT_FOUND` where what it is about is not
   * in the graph, `BAD_USAGE` where it cannot be or stands against another one.
   */
  decide(request: DecisionRequest, by: Decider): Promise<Decision>
  /** Takes decisions back. Throws `NOT_FOUND`, and does nothing then, where one is not there. */
  undecide(ids: string[]): Promise<ChangeSummary>
  /** Oldest first. */
  decisions(): Promise<Decision[]>
  /**
   * Mends what `check` finds, all or nothing, and returns what that was. Throws `STORE_DAMAGED` where an event
   * type is not declared, since nothing can then be derived.
   */
  repair(): Promise<Problem[]>
  /** Puts a backup in the place of all that is there; until it is done, the store does not open. */
  restore(backup: Backup): Promise<void>

  view(options: ViewOptions): Promise<ViewGraph>
  /** The actor, its partners and every edge among them. */
  neighbourhood(id: ActorId, options: ViewOptions): Promise<ViewGraph>
  search(text: string, limit: number): Promise<SearchHit[]>
  actor(id: ActorId): Promise<ActorCard | undefined>
  /** Newest first. */
  events(filter: EventFilter): Promise<EventDetail[]>
  article(id: string): Promise<ArticleDetail | undefined>
  articles(): Promise<ArticleSummary[]>
  stats(): Promise<Stats>

  positions(): Promise<Map<ActorId, Position>>
  savePositions(positions: Map<ActorId, Position>): Promise<void>

  /** Nodes then relationships of the graph proper, each sorted by id. */
  exportGraph(): AsyncIterable<GraphNode | GraphRelationship>
  /** All that is stored, as it lies there. Throws `STORE_BUSY` while others keep writing. */
  stored(): Promise<Stored>
  /** Every shown contribution as its article said it, before decisions; sorted by article id. */
  contributions(): AsyncIterable<Contribution>

  /** Read-only, limited, cancellable. Throws `AppError` `QUERY_REFUSED`, `QUERY_INVALID`, `QUERY_TIMEOUT` … */
  query(cypher: string, parameters: Record<string, QueryValue>, limits: QueryLimits): Promise<QueryResult>
  /** Safe to call twice. */
  close(): Promise<void>
}

/** What loading and retracting need of a store, which may be one that a server holds. */
export type LoadingStore = Pick<
  GraphStore,
  "upsert" | "release" | "retract" | "sources" | "contributions" | "decide" | "undecide" | "decisions"
>
