// The event types as the page uses them, and the four classes they fall into.
import type { EventTypeInfo } from "../../../src/ontology.js"
import type { EventType, Quad } from "../../../src/types.js"

export type Ontology = ReadonlyMap<EventType, EventTypeInfo>

export const toOntology = (types: readonly EventTypeInfo[]): Ontology =>
  new Map(types.map((info) => [info.type, info]))

/** The four classes in the order in which they are always shown. */
export const QUADS: readonly Quad[] = [
  "verbal-cooperation",
  "material-cooperation",
  "verbal-conflict",
  "material-conflict",
]

export const QUAD_NAMES: Record<Quad, string> = {
  "verbal-cooperation": "Verbal cooperation",
  "material-cooperation": "Material cooperation",
  "verbal-conflict": "Verbal conflict",
  "material-conflict": "Material conflict",
}
