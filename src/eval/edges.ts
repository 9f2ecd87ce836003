// Edges of the gold and of the program in one form, so that sets of them can be compared.
import { basename } from "node:path"
import { eventType, isEventType } from "../ontology.js"
import type { Article } from "../types.js"
import type { Gold } from "./gold.js"
import { type Canonical, createCanonical } from "./names.js"
import type { Reading } from "./reading.js"

export interface Edge {
  doc: string
  type: string
  source: string
  target: string
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
  edges: Sets<Edge>
  entities: Sets<Entity>
}

const isDrawn = (status: string): boolean => status === "actual" || status === "planned"

/** Gold beside what was found: edges that are actual or planned with both parties, and actors. */
export function compare(gold: Gold, readings: Reading[]): Comparison {
  const canonical = createCanonical(gold.entities)
  const goldEdges = gold.events.flatMap((event): (Edge & { optional: boolean })[] => {
    if (event.source === null || event.target === null) return []
    if (!event.optional && !isDrawn(event.status)) return []
    const { doc, type, optional } = event
    return [{ doc, type, source: event.source.name, target: event.target.name, optional }]
  })
  const optionalEdges = new Set(
    goldEdges.filter((edge) => edge.optional).flatMap((edge) => [exactKey(edge), exactKey(turned(edge))]),
  )
  const optionalEntities = new Set(gold.entities.filter((entity) => entity.optional).map(entityKey))
  const found = readings.flatMap((reading) => foundIn(gold, reading, canonical))
  return {
    docs: gold.docs,
    edges: {
      gold: goldEdges.filter((edge) => !edge.optional),
      found: found.flatMap(({ edges }) => edges).filter((edge) => !optionalEdges.has(exactKey(edge))),
    },
    entities: {
      gold: gold.entities.filter((entity) => !entity.optional),
      found: found
        .flatMap(({ entities }) => entities)
        .filter((entity) => !optionalEntities.has(entityKey(entity))),
    },
  }
}

/** The annotated document that an article is, by the beginning of its file's name. */
export const docOf = (gold: Gold, article: Article): string | undefined =>
  gold.docs.find((doc) => basename(article.path).startsWith(doc))

function foundIn(gold: Gold, reading: Reading, canonical: Canonical): { edges: Edge[]; entities: Entity[] } {
  const doc = docOf(gold, reading.article)
  if (doc === undefined) return { edges: [], entities: [] }
  const { actors, reports } = reading.extraction.contribution
  const names = new Map(actors.map((actor) => [actor.id, canonical(doc, actor)]))
  const edges = reports.flatMap(({ type, status, source, target }): Edge[] => {
    const [from, to] = [names.get(source ?? ""), names.get(target ?? "")]
    return isDrawn(status) && from !== undefined && to !== undefined
      ? [{ doc, type, source: from, target: to }]
      : []
  })
  return { edges, entities: actors.map(({ id, kind }) => ({ doc, kind, name: names.get(id) as string })) }
}

/** The edge from its target to its source. */
export const turned = (edge: Edge): Edge => ({ ...edge, source: edge.target, target: edge.source })
const exactKey = ({ doc, type, source, target }: Edge): string => JSON.stringify([doc, type, source, target])
/** Equal for actors that count as the same. */
export const entityKey = ({ doc, kind, name }: Entity): string => JSON.stringify([doc, kind, name])

/** Equal for edges that count as the same: symmetric types in either direction. */
export function edgeKey(edge: Edge): string {
  return isEventType(edge.type) && eventType(edge.type).symmetric ? pairKey(edge) : exactKey(edge)
}

/** Equal for edges of one type between the same two, in either direction. */
export function pairKey({ doc, type, source, target }: Edge): string {
  return JSON.stringify([doc, type, ...[source, target].sort()])
}
