// The answers of the API as schemas, by the names they have in src/types.ts: TypeScript holds them against
// those types, and the OpenAPI document is made from them.
import { z } from "zod"
import { decisionSchema } from "../graph/decisions.js"
import { ACTOR_KINDS, isEventType } from "../ontology.js"
import type { QueryValue } from "../types.js"

/** Schemas that the document names, each once. */
export const models = z.registry<{ id: string }>()

function model<Shape extends z.ZodRawShape>(id: string, shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const schema = z.strictObject(shape)
  models.add(schema, { id })
  return schema
}

/** Of the ontology, or of the user's own: known only when it is asked for. */
export const eventTypeName = z.string().refine(isEventType, "is no event type of /api/ontology")
const status = z.enum(["actual", "planned", "negated", "hypothetical"])
const quad = z.enum(["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"])
const datePrecision = z.enum(["day", "week", "month", "year", "unknown"])
/** Search parameters that keep events which enough articles tell of. */
export const thresholds = {
  minReports: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe("only events that at least so many independent reports tell of"),
  minOutlets: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe("only events that at least so many outlets report"),
}
const text = z.string()
const textOrNull = z.string().nullable()
const count = z.number().int().min(0)
/** The document says "any value"; what JSON brings is one. */
export const queryValue = z.custom<QueryValue>(() => true)

const actor = {
  id: text,
  kind: z.enum(ACTOR_KINDS),
  name: text,
  state: textOrNull,
  aliases: z.array(text),
  events: count,
  mentions: count,
}
const actorSummary = model("ActorSummary", actor)
const viewNode = model("ViewNode", { ...actor, x: z.number(), y: z.number() })

const happening = {
  id: text,
  date: textOrNull,
  datePrecision,
  status,
  confidence: z.number(),
  reports: count,
  outlets: count,
}
const edgeEvent = model("EdgeEvent", happening)
const viewEdge = model("ViewEdge", {
  id: text,
  source: text,
  target: text,
  type: eventTypeName,
  events: z.array(edgeEvent),
})
export const viewGraph = model("ViewGraph", {
  nodes: z.array(viewNode),
  edges: z.array(viewEdge),
  total: z.strictObject({ actors: count, events: count, articles: count }),
})

const articleHead = {
  id: text,
  title: textOrNull,
  outlet: textOrNull,
  published: textOrNull,
  url: textOrNull,
}
const evidenceItem = model("EvidenceItem", {
  article: z.strictObject(articleHead),
  quote: text,
  start: count,
  end: count,
  sentence: count,
  status,
  confidence: z.number(),
})
export const eventDetail = model("EventDetail", {
  ...happening,
  type: eventTypeName,
  plover: text,
  cameo: text,
  place: textOrNull,
  source: actorSummary.nullable(),
  target: actorSummary.nullable(),
  evidence: z.array(evidenceItem),
})
export const actorCard = model("ActorCard", {
  ...actor,
  roles: z.array(z.strictObject({ role: text, of: text, ofName: text })),
  partOf: z.array(z.strictObject({ id: text, name: text })),
  firstSeen: textOrNull,
  lastSeen: textOrNull,
  byType: z.array(z.strictObject({ type: eventTypeName, out: count, in: count })),
  partners: z.array(z.strictObject({ actor: actorSummary, events: count })),
  recent: z.array(eventDetail),
})
export const articleSummary = model("ArticleSummary", { ...articleHead, events: count })
export const articleDetail = model("ArticleDetail", { ...articleHead, text, events: z.array(eventDetail) })
export const searchHit = model("SearchHit", {
  kind: z.enum(["actor", "event", "article"]),
  id: text,
  title: text,
  detail: text,
  actors: z.array(text),
})
const counts = z.record(text, count)
export const stats = model("Stats", { nodes: counts, relationships: counts, extractors: counts })
export const eventTypeInfo = model("EventTypeInfo", {
  type: eventTypeName,
  plover: text,
  cameo: text,
  quad,
  symmetric: z.boolean(),
  meaning: text,
})
export const exampleQuery = model("ExampleQuery", {
  name: text,
  title: text,
  explanation: text,
  parameters: z.array(z.strictObject({ name: text, example: queryValue })),
  cypher: text,
})

const properties = z.record(text, z.union([text, z.number(), z.boolean(), z.null(), z.array(text)]))
const graphNode = model("GraphNode", { id: text, labels: z.array(text), properties })
const graphRelationship = model("GraphRelationship", {
  id: text,
  type: text,
  source: text,
  target: text,
  properties,
})
export const queryResult = model("QueryResult", {
  columns: z.array(text),
  rows: z.array(z.array(queryValue)),
  graph: z.strictObject({ nodes: z.array(graphNode), relationships: z.array(graphRelationship) }),
  truncated: z.boolean(),
  ms: count,
})

models.add(decisionSchema, { id: "Decision" })
export const decision = decisionSchema

export const sourceRecord = model("SourceRecord", {
  source: z.string().describe("a path, path#record, or an address"),
  articleId: z.string(),
  contentHash: z.string(),
  extractor: z.string(),
  fingerprint: z.string().nullable().describe("of the file that was read, if it is one of its own"),
})

const changed = z.strictObject({ created: count, updated: count, removed: count })
export const changeSummary = model("ChangeSummary", {
  articles: z.strictObject({ new: count, changed: count, unchanged: count, removed: count }),
  nodes: changed,
  relationships: changed,
})
