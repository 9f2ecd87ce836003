// The nouns of the project, in the order in which an article becomes a graph. No logic; the page
// imports them too.

/** `[start, end)` in UTF-16 code units of `article.text`, so that `text.slice(start, end)` is the span. */
export interface Span {
  start: number
  end: number
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type IsoDate = string
export type ActorId = string
export type ActorKind = "Person" | "State" | "Organisation"
export type Status = "actual" | "planned" | "negated" | "hypothetical"
export type DatePrecision = "day" | "week" | "month" | "year" | "unknown"
export type Quad = "verbal-cooperation" | "material-cooperation" | "verbal-conflict" | "material-conflict"
/** One of data/ontology.json, or one that a user's frames declare. */
export type EventType = string

// ── read ────────────────────────────────────────────────────────────────────────────────────────

export interface Article {
  /** `article:<hash>` of the canonical URL, else of the normalised text. */
  id: string
  /** What the user typed to reach it, relative as typed; `file#id` for a record of a larger file. */
  path: string
  /** Absolute path, `file#id` or URL: operational, says which file holds the article. */
  source: string
  url: string | null
  title: string | null
  outlet: string | null
  /** Publication day, `YYYY-MM-DD`. */
  published: string | null
  language: string
  text: string
  contentHash: string
  /** Spans that are not the report (bylines, teasers, "Subscribe to …"): never coded. */
  boilerplate: Span[]
}

// ── annotate ────────────────────────────────────────────────────────────────────────────────────

export interface Token extends Span {
  text: string
  lemma: string
  /** Universal part of speech, e.g. `PROPN`. */
  upos: string
  /** Penn tag, e.g. `NNP`. */
  xpos: string
  /** Index of the head in the same sentence; -1 for the root. */
  head: number
  /** Universal dependency relation, e.g. `nsubj:pass`. */
  deprel: string
  /** Softmax of the chosen arc, 0..1: how sure the parser is of this head. */
  certainty: number
}

export type NameType = "PER" | "ORG" | "LOC" | "EVT" | "OTH" | "NAT"

/** A name found by the learned recogniser: tokens `[first, last]`, both included. */
export interface NameSpan {
  first: number
  last: number
  type: NameType
}

/** A word that the learned reader takes to tell an event, right or wrong. */
export interface TriggerReading {
  token: number
  type: EventType
  /** 0..1: how sure it is. */
  score: number
  /** Of each token of the sentence, 0..1: whether it heads the phrase that names the source, and the target. */
  source: number[]
  target: number[]
}

export interface Sentence extends Span {
  index: number
  tokens: Token[]
  names: NameSpan[]
  triggers: TriggerReading[]
  /** In a boilerplate span: parsed never, coded never; `tokens` is empty. */
  boilerplate: boolean
}

export interface AnnotatedArticle extends Article {
  sentences: Sentence[]
}

// ── resolve ─────────────────────────────────────────────────────────────────────────────────────

export interface Role {
  role: string
  of: ActorId
}

/** An actor as one article knows it. */
export interface ArticleActor {
  id: ActorId
  kind: ActorKind
  name: string
  /** ISO 3166-1 alpha-3 of the state it belongs to or is. */
  state: string | null
  /** Every surface form met in the article, most frequent first, then its other names. */
  aliases: string[]
  roles: Role[]
  /** The organisation or state that an organisation belongs to. */
  partOf: ActorId | null
}

export interface Mention extends Span {
  sentence: number
  /** Tokens `[first, last]` of the sentence, both included; `head` is the syntactic head among them. */
  first: number
  last: number
  head: number
  /** `outlet`: a news outlet or platform, which is no actor while it only reports or carries. */
  kind: "name" | "adjective" | "metonym" | "place" | "outlet" | "description" | "pronoun"
  /** One actor, or several for a group ("the two leaders", "both sides"). */
  actors: ActorId[]
  /** 0..1: how sure the resolution is. */
  certainty: number
}

export interface ResolvedArticle extends AnnotatedArticle {
  actors: ArticleActor[]
  /** In text order; mentions may nest ("the Israeli prime minister" holds "Israeli"). */
  mentions: Mention[]
}

// ── code ────────────────────────────────────────────────────────────────────────────────────────

export interface Evidence extends Span {
  quote: string
  sentence: number
  status: Status
  confidence: number
  attribution: ActorId | null
}

/** One event of one article, merged over its sentences. */
export interface CodedEvent {
  type: EventType
  cameo: string
  source: ActorId | null
  target: ActorId | null
  status: Status
  date: IsoDate | null
  datePrecision: DatePrecision
  place: string | null
  confidence: number
  /** Same for the events that one mediation or list was split into; unique within the article. */
  group: string | null
  /** The text says who started it ("A called B"), not just that both took part. */
  explicitInitiator: boolean
  /** Told as history ("in 2017", "since the war"): never takes the publication day. */
  background: boolean
  /** Clearest first, at least one. */
  evidence: Evidence[]
}

// ── identify ────────────────────────────────────────────────────────────────────────────────────

/** What one article says of one event, under the id it has when it stands alone. */
export interface Report extends Omit<CodedEvent, "group"> {
  /** `event:<hash>` of type, parties and day. */
  id: string
  groupId: string | null
}

export interface ActorMentions extends ArticleActor {
  count: number
  /** Offset of the first mention. */
  first: number
  /** Surface form -> how often. */
  surfaces: Record<string, number>
}

/** Everything one article adds to the graph: the unit of loading and retraction. */
export interface Contribution {
  article: Omit<Article, "path" | "source" | "boilerplate"> & { extractor: string }
  actors: ActorMentions[]
  reports: Report[]
}

// ── graph ───────────────────────────────────────────────────────────────────────────────────────

export type PropertyValue = string | number | boolean | null | string[]
export type Properties = Record<string, PropertyValue>

export interface GraphNode {
  id: string
  labels: string[]
  properties: Properties
}

export interface GraphRelationship {
  /** Unique over the whole graph, a function of content. */
  id: string
  type: string
  source: string
  target: string
  properties: Properties
}

export interface Subgraph {
  nodes: GraphNode[]
  relationships: GraphRelationship[]
}

// ── what the API answers and the page shows ─────────────────────────────────────────────────────

export interface ActorSummary {
  id: ActorId
  kind: ActorKind
  name: string
  state: string | null
  aliases: string[]
  /** How many events it is party to. */
  events: number
  mentions: number
}

export interface ViewNode extends ActorSummary {
  x: number
  y: number
}

/** One event inside a drawn edge: what filters need. */
export interface EdgeEvent {
  id: string
  date: IsoDate | null
  datePrecision: DatePrecision
  status: Status
  confidence: number
  reports: number
  outlets: number
}

/** One drawn curve: all events of one type from one actor to another. */
export interface ViewEdge {
  /** `<source>|<type>|<target>`. */
  id: string
  source: ActorId
  target: ActorId
  type: EventType
  events: EdgeEvent[]
}

export interface ViewGraph {
  nodes: ViewNode[]
  edges: ViewEdge[]
  /** What the whole store holds, for "showing 500 of 12,408 actors"; actors without an edge are never shown. */
  total: { actors: number; events: number; articles: number }
}

export interface EvidenceItem {
  article: {
    id: string
    title: string | null
    outlet: string | null
    published: string | null
    url: string | null
  }
  quote: string
  start: number
  end: number
  sentence: number
  status: Status
  confidence: number
}

export interface EventDetail {
  id: string
  type: EventType
  plover: string
  cameo: string
  status: Status
  date: IsoDate | null
  datePrecision: DatePrecision
  place: string | null
  confidence: number
  reports: number
  outlets: number
  source: ActorSummary | null
  target: ActorSummary | null
  evidence: EvidenceItem[]
}

export interface ActorCard extends ActorSummary {
  roles: { role: string; of: string; ofName: string }[]
  partOf: { id: string; name: string }[]
  firstSeen: IsoDate | null
  lastSeen: IsoDate | null
  byType: { type: EventType; out: number; in: number }[]
  partners: { actor: ActorSummary; events: number }[]
  recent: EventDetail[]
}

export interface ArticleDetail {
  id: string
  url: string | null
  title: string | null
  outlet: string | null
  published: string | null
  text: string
  events: EventDetail[]
}

export interface ArticleSummary {
  id: string
  url: string | null
  title: string | null
  outlet: string | null
  published: string | null
  events: number
}

export interface SearchHit {
  kind: "actor" | "event" | "article"
  id: string
  /** What to show first, and below it. */
  title: string
  detail: string
  /** For an event: its edge's parties; for an actor: itself. */
  actors: ActorId[]
}

export interface Stats {
  nodes: Record<string, number>
  relationships: Record<string, number>
  extractors: Record<string, number>
}

export type QueryValue = string | number | boolean | null | QueryValue[] | { [key: string]: QueryValue }

export interface QueryResult {
  columns: string[]
  rows: QueryValue[][]
  /** Nodes and relationships met anywhere in the rows, for drawing. */
  graph: Subgraph
  /** More rows existed than the limit let through. */
  truncated: boolean
  ms: number
}

export interface QueryLimits {
  rows: number
  timeoutMs: number
  signal?: AbortSignal
}
