// Events and edges of the gold and of the program in one form, so that sets of them can be compared.
import { basename } from "node:path"
import { eventType, isEventType } from "../ontology.js"
import { isDrawn } from "../status.js"
import type { Article, Status } from "../types.js"
import { dayOf } from "./day.js"
import type { Gold } from "./gold.js"
import { type Canonical, createCanonical } from "./names.js"
import type { Reading } from "./reading.js"

export interface Edge {
  doc: string
  type: string
  source: string
  target: string
}

/** An event of whatever status with both parties. */
export interface Event extends Edge {
  status: Status
  /** Of the gold a day or null; of the program as it stands in the report. */
  date: string | null
  /** What the program gave it; 1 in the gold. */
  confidence: number
}

export interface Entity {
  doc: string
  kind: string
  name: string
}

export interface Sets<Item> {
  gold: Item[]
  found: Item[]
}

export interface Comparison {
  docs: string[]
  /** Of every status. */
  events: Sets<Event>
  /** Those that are actual or planned. */
  edges: Sets<Event>
  entities: Sets<Entity>
}

/** Gold beside what was found: events with both parties, those that are drawn as edges, and actors. */
export function compare(gold: Gold, readings: Reading[]): Comparison {
  const canonical = createCanonical(gold.entities)
  const published = new Map(readings.map(({ article }) => [docOf(gold, article), article.published]))
  const inGold = gold.events.flatMap((event): (Event & { optional: boolean })[] => {
    const { doc, type, status, optional, source, target } = event
    if (source === null || target === null) return []
    const date = dayOf(event, published.get(doc) ?? null)
    return [{ doc, type, status, optional, source: source.name, target: target.name, date, confidence: 1 }]
  })
  const optional = optionalKeys(gold)
  const optionalEntities = new Set(gold.entities.filter((entity) => entity.optional).map(entityKey))
  const found = readings.map((reading) => foundIn(gold, reading, canonical))
  const events: Sets<Event> = {
    gold: inGold.filter((event) => !event.optional),
    found: found.flatMap((reading) => reading.events).filter((event) => !optional.has(exactKey(event))),
  }
  return {
    docs: gold.docs,
    events,
    edges: { gold: drawn(events.gold), found: drawn(events.found) },
    entities: {
      gold: gold.entities.filter((entity) => !entity.optional),
      found: found
        .flatMap(({ entities }) => entities)
        .filter((entity) => !optionalEntities.has(entityKey(entity))),
    },
  }
}

const drawn = (events: Event[]): Event[] => events.filter(({ status }) => isDrawn(status))

/** Exact keys, either way round, of what only one annotator saw. */
export function optionalKeys({ events }: Gold): Set<string> {
  return new Set(
    events.flatMap(({ doc, type, source, target, optional }) => {
      if (!optional || source === null || target === null) return []
      const edge = { doc, type, source: source.name, target: target.name }
      return [exactKey(edge), exactKey(turned(edge))]
    }),
  )
}

/** The annotated document that an article is, by the beginning of its file's name, or of its id in a file of many. */
export function docOf(gold: Gold, { path }: Article): string | undefined {
  const name = path.includes("#") ? path.slice(path.lastIndexOf("#") + 1) : basename(path)
  return gold.docs.find((doc) => name.startsWith(doc))
}

function foundIn(
  gold: Gold,
  reading: Reading,
  canonical: Canonical,
): { events: Event[]; entities: Entity[] } {
  const doc = docOf(gold, reading.article)
  if (doc === undefined) return { events: [], entities: [] }
  const { actors, reports } = reading.extraction.contribution
  const names = new Map(actors.map((actor) => [actor.id, canonical(doc, actor)]))
  const events = reports.flatMap(({ type, status, date, confidence, source, target }): Event[] => {
    const [from, to] = [names.get(source ?? ""), names.get(target ?? "")]
    if (from === undefined || to === undefined) return []
    return [{ doc, type, status, date, confidence, source: from, target: to }]
  })
  return { events, entities: actors.map(({ id, kind }) => ({ doc, kind, name: names.get(id) as string })) }
}

/** The edge from its target to its source. */
export const turned = <E extends Edge>(edge: E): E => ({ ...edge, source: edge.target, target: edge.source })
/** Equal for edges of one type with the same source and target. */
export const exactKey = ({ doc, type, source, target }: Edge): string =>
  JSON.stringify([doc, type, source, target])
/** Equal for actors that count as the same. */
export const entityKey = ({ doc, kind, name }: Entity): string => JSON.stringify([doc, kind, name])

/** Equal for edges that count as the same: symmetric types in either direction. */
export function edgeKey(edge: Edge): string {
  return isSymmetric(edge) ? pairKey(edge) : exactKey(edge)
}

/** Of a type that has no direction. */
export const isSymmetric = ({ type }: Edge): boolean => isEventType(type) && eventType(type).symmetric

/** Equal for edges of one type between the same two, in either direction. */
export function pairKey({ doc, type, source, target }: Edge): string {
  return JSON.stringify([doc, type, ...[source, target].sort()])
}
