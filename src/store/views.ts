// Answers for the page, from the read model.
import { compare } from "../graph/derived-graph.js"
import type {
  ActorCard,
  ActorId,
  ActorSummary,
  ArticleDetail,
  EdgeEvent,
  EventDetail,
  EventType,
  ViewEdge,
  ViewGraph,
  ViewNode,
} from "../types.js"
import type { ReadModel } from "./read-model.js"
import type { EventFilter, EventThresholds, Position, ViewOptions } from "./types.js"

const RECENT_EVENTS = 10
const PARTNERS = 12
/** Events of a filter without a limit. */
const EVENTS = 200

/** The most active actors and all edges among them. An actor without an edge is not drawn. */
export function viewOf(model: ReadModel, positions: Map<ActorId, Position>, options: ViewOptions): ViewGraph {
  const edges = toldEdges(model, options)
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const actors = drawn(model).filter((actor) => ends.has(actor.id))
  return view(model, positions, actors.sort(mostActive).slice(0, options.limit), edges)
}

const drawn = (model: ReadModel): ActorSummary[] =>
  [...model.actors.values()].filter((actor) => actor.events > 0)

/** The edges with those of their events that are told enough. */
const toldEdges = (model: ReadModel, thresholds: EventThresholds): ViewEdge[] =>
  model.edges
    .map((edge) => ({ ...edge, events: edge.events.filter(isTold(thresholds)) }))
    .filter(({ events }) => events.length > 0)

const isTold =
  ({ minReports = 0, minOutlets = 0 }: EventThresholds) =>
  ({ reports, outlets }: Pick<EdgeEvent, "reports" | "outlets">): boolean =>
    reports >= minReports && outlets >= minOutlets

/** The actor first, its partners by activity, all edges among them; empty where there is no such actor. */
export function neighbourhoodOf(
  model: ReadModel,
  positions: Map<ActorId, Position>,
  id: ActorId,
  options: ViewOptions,
): ViewGraph {
  const near = new Set<ActorId>([id])
  const edges = toldEdges(model, options)
  for (const { source, target } of edges) if (source === id || target === id) near.add(source).add(target)
  const centre = model.actors.get(id)
  const others = [...near]
    .flatMap((actor) => model.actors.get(actor) ?? [])
    .filter((actor) => actor.id !== id)
    .sort(mostActive)
  const actors = centre === undefined ? [] : [centre, ...others].slice(0, options.limit)
  return view(model, positions, actors, edges)
}

const mostActive = (a: ActorSummary, b: ActorSummary): number => b.events - a.events || compare(a.id, b.id)

function view(
  model: ReadModel,
  positions: Map<ActorId, Position>,
  actors: ActorSummary[],
  all: ViewEdge[],
): ViewGraph {
  const shown = new Set(actors.map((actor) => actor.id))
  const nodes = actors.map((actor): ViewNode => {
    const [x, y] = positions.get(actor.id) ?? [0, 0]
    return { ...actor, x, y }
  })
  const edges = all.filter((edge) => shown.has(edge.source) && shown.has(edge.target))
  return {
    nodes,
    edges,
    total: { actors: drawn(model).length, events: model.events.length, articles: model.articles.size },
  }
}

/** What is known of an actor; undefined where there is no such actor. */
export function cardOf(model: ReadModel, id: ActorId): ActorCard | undefined {
  const actor = model.actors.get(id)
  if (actor === undefined) return undefined
  const events = model.eventsOf.get(id) ?? []
  const dates = events.flatMap((event) => event.date ?? []).sort()
  const holders = (model.holders.get(id) ?? []).map((holder) => ({
    ...holder,
    ofName: model.actors.get(holder.of)?.name ?? holder.of,
  }))
  return {
    ...actor,
    roles: holders
      .filter((holder) => holder.type === "REPRESENTS")
      .map(({ role, of, ofName }) => ({ role, of, ofName })),
    partOf: holders
      .filter((holder) => holder.type === "PART_OF")
      .map(({ of, ofName }) => ({ id: of, name: ofName })),
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
    byType: countByType(model, id),
    partners: countPartners(model, id),
    recent: events.slice(0, RECENT_EVENTS),
  }
}

function countByType(model: ReadModel, id: ActorId): ActorCard["byType"] {
  const counts = new Map<EventType, { type: EventType; out: number; in: number }>()
  for (const { source, target, type, events } of model.edges) {
    if (source !== id && target !== id) continue
    const count = counts.get(type) ?? { type, out: 0, in: 0 }
    if (source === id) count.out += events.length
    else count.in += events.length
    counts.set(type, count)
  }
  return [...counts.values()].sort((a, b) => b.out + b.in - a.out - a.in || compare(a.type, b.type))
}

function countPartners(model: ReadModel, id: ActorId): ActorCard["partners"] {
  const counts = new Map<ActorId, number>()
  for (const { source, target, events } of model.edges) {
    const other = source === id ? target : target === id ? source : undefined
    if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + events.length)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .slice(0, PARTNERS)
    .map(([other, events]) => ({ actor: model.actors.get(other) as ActorSummary, events }))
}

/** Newest first, those that every given filter lets through. */
export function eventsOf(model: ReadModel, filter: EventFilter): EventDetail[] {
  const candidates = filter.actor === undefined ? model.events : (model.eventsOf.get(filter.actor) ?? [])
  const fits = (event: EventDetail): boolean =>
    (filter.source === undefined || event.source?.id === filter.source) &&
    (filter.target === undefined || event.target?.id === filter.target) &&
    (filter.type === undefined || event.type === filter.type) &&
    isTold(filter)(event)
  return candidates.filter(fits).slice(0, filter.limit ?? EVENTS)
}

/** An article's text and what it reports; undefined where there is no such article. */
export function articleOf(model: ReadModel, id: string): ArticleDetail | undefined {
  const article = model.articles.get(id)
  if (article === undefined) return undefined
  const { url, title, outlet, published, text } = article
  const events = model.events.filter((event) => event.evidence.some((item) => item.article.id === id))
  return { id, url, title, outlet, published, text, events }
}
