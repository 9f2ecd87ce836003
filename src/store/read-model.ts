// The graph in memory, for the page: actors, events and sentences ready to be shown. Read from the store once
// a version, so that both stores give the same answers, fast.
import { compare, push } from "../graph/derived-graph.js"
import type {
  ActorId,
  ActorKind,
  ActorSummary,
  ArticleSummary,
  EventDetail,
  EventType,
  EvidenceItem,
  GraphNode,
  GraphRelationship,
  Properties,
  ViewEdge,
} from "../types.js"

export interface ReadModel {
  actors: Map<ActorId, ActorSummary>
  /** Newest first, undated last. */
  events: EventDetail[]
  /** One curve a type between two actors. */
  edges: ViewEdge[]
  articles: Map<string, ArticleSummary & { text: string }>
  /** REPRESENTS and PART_OF by their source. */
  holders: Map<ActorId, { type: string; of: ActorId; role: string }[]>
  /** Events by party. */
  eventsOf: Map<ActorId, EventDetail[]>
}

/** From nodes and relationships in any order: what is shown hangs on none. */
export function buildReadModel(
  unorderedNodes: GraphNode[],
  unorderedRelationships: GraphRelationship[],
): ReadModel {
  const nodes = unorderedNodes.toSorted(byId)
  const relationships = unorderedRelationships.toSorted(byId)
  const model: ReadModel = {
    actors: new Map(),
    events: [],
    edges: [],
    articles: new Map(),
    holders: new Map(),
    eventsOf: new Map(),
  }
  for (const { id, labels, properties } of nodes) {
    if (labels.includes("Actor")) model.actors.set(id, toActor(id, labels, properties))
    if (labels.includes("Article")) model.articles.set(id, toArticle(id, properties))
  }
  const parties = partiesOf(relationships)
  const evidence = evidenceOf(relationships, model)
  for (const node of nodes) {
    if (node.labels.includes("Event")) model.events.push(toEvent(node, parties, evidence, model))
  }
  model.events.sort(newestFirst)
  for (const event of model.events) noteParties(model, event)
  for (const { type, source, target, properties } of relationships) {
    if (type !== "REPRESENTS" && type !== "PART_OF") continue
    push(model.holders, source, { type, of: target, role: String(properties.role ?? "") })
  }
  model.edges = toEdges(relationships)
  for (const { source, target, events } of model.edges) {
    for (const id of new Set([source, target])) {
      const actor = model.actors.get(id)
      if (actor !== undefined) actor.events += events.length
    }
  }
  return model
}

const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id)

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null)

function toActor(id: string, labels: string[], properties: Properties): ActorSummary {
  return {
    id,
    kind: labels.find((label) => label !== "Actor") as ActorKind,
    name: String(properties.name),
    state: textOrNull(properties.state),
    aliases: (properties.aliases ?? []) as string[],
    events: 0,
    mentions: Number(properties.mentions),
  }
}

function toArticle(id: string, properties: Properties): ArticleSummary & { text: string } {
  const { url, title, outlet, published, text } = properties
  return {
    ...{ id, url: textOrNull(url), title: textOrNull(title), outlet: textOrNull(outlet) },
    ...{ published: textOrNull(published), events: 0, text: String(text) },
  }
}

type PartyIds = Map<string, { source?: ActorId; target?: ActorId }>

function partiesOf(relationships: GraphRelationship[]): PartyIds {
  const parties: PartyIds = new Map()
  for (const { type, source, target, properties } of relationships) {
    if (type !== "PARTICIPATED") continue
    parties.set(target, { ...parties.get(target), [String(properties.role)]: source })
  }
  return parties
}

function evidenceOf(relationships: GraphRelationship[], model: ReadModel): Map<string, EvidenceItem[]> {
  const evidence = new Map<string, EvidenceItem[]>()
  const seen = new Set<string>()
  for (const { type, source, target, properties } of relationships) {
    const article = model.articles.get(source)
    if (type !== "REPORTS" || article === undefined) continue
    if (!seen.has(`${source} ${target}`)) article.events++
    seen.add(`${source} ${target}`)
    const { id, title, outlet, published, url } = article
    push(evidence, target, {
      article: { id, title, outlet, published, url },
      quote: String(properties.quote),
      start: Number(properties.start),
      end: Number(properties.end),
      sentence: Number(properties.sentence),
      status: properties.status as EvidenceItem["status"],
      confidence: Number(properties.confidence),
    })
  }
  return evidence
}

function toEvent(
  { id, properties }: GraphNode,
  parties: PartyIds,
  evidence: Map<string, EvidenceItem[]>,
  model: ReadModel,
): EventDetail {
  const { source, target } = parties.get(id) ?? {}
  const type = properties.type as EventType
  return {
    id,
    type,
    plover: String(properties.plover),
    cameo: String(properties.cameo),
    status: properties.status as EventDetail["status"],
    date: textOrNull(properties.date),
    datePrecision: properties.datePrecision as EventDetail["datePrecision"],
    place: textOrNull(properties.place),
    confidence: Number(properties.confidence),
    reports: Number(properties.reports),
    outlets: Number(properties.outlets),
    source: model.actors.get(source ?? "") ?? null,
    target: model.actors.get(target ?? "") ?? null,
    evidence: (evidence.get(id) ?? []).sort(
      (a, b) => b.confidence - a.confidence || compare(a.article.id, b.article.id) || a.start - b.start,
    ),
  }
}

function newestFirst(a: EventDetail, b: EventDetail): number {
  return compare(b.date ?? "", a.date ?? "") || compare(a.id, b.id)
}

function noteParties(model: ReadModel, event: EventDetail): void {
  for (const party of new Set([event.source?.id, event.target?.id])) {
    if (party !== undefined) push(model.eventsOf, party, event)
  }
}

function toEdges(relationships: GraphRelationship[]): ViewEdge[] {
  const edges = new Map<string, ViewEdge>()
  for (const { type, source, target, properties } of relationships) {
    if (properties.eventId === undefined) continue
    const id = `${source}|${type}|${target}`
    const edge = edges.get(id) ?? { id, source, target, type, events: [] }
    edges.set(id, edge)
    edge.events.push({
      id: String(properties.eventId),
      date: textOrNull(properties.date),
      datePrecision: properties.datePrecision as EventDetail["datePrecision"],
      status: properties.status as EventDetail["status"],
      confidence: Number(properties.confidence),
      reports: Number(properties.reports),
      outlets: Number(properties.outlets),
    })
  }
  return [...edges.values()].sort(byId)
}
