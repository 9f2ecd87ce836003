// The event types, fetched once and given to every component that names one.
import { createContext, useContext } from "react"
import type { EventType, Quad } from "../../src/types.js"
import type { EventTypeInfo } from "./api.js"

export type Ontology = ReadonlyMap<EventType, EventTypeInfo>

export const OntologyContext = createContext<Ontology>(new Map())
export const useOntology = (): Ontology => useContext(OntologyContext)

export const toOntology = (types: EventTypeInfo[]): Ontology =>
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
