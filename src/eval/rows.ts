// The rows of the table: which edges count together, and as what.
import { EVENT_TYPES, eventType, isEventType } from "../ontology.js"
import { type Comparison, type Edge, edgeKey, entityKey, pairKey } from "./edges.js"
import { type KeysByDoc, keysByDoc } from "./score.js"

const MISSION = new Set(["CALLED", "CONDEMNED", "VISITED", "MEDIATED"])

export interface Row {
  name: string
  keys: KeysByDoc
}

/** Events: all, the four mission types, PLOVER families, who with whom, each type; then actors by kind. */
export function toRows({ docs, edges, entities }: Comparison): Row[] {
  const edgeRow = (
    name: string,
    key: (edge: Edge) => string,
    isIn: (type: string) => boolean = () => true,
  ): Row => {
    const of = (list: Edge[]): Edge[] => list.filter(({ type }) => isIn(type))
    return { name, keys: keysByDoc(docs, of(edges.gold), of(edges.found), key) }
  }
  const entityRow = (name: string, isIn: (kind: string) => boolean): Row => {
    const of = (list: typeof entities.gold): typeof entities.gold => list.filter(({ kind }) => isIn(kind))
    return { name, keys: keysByDoc(docs, of(entities.gold), of(entities.found), entityKey) }
  }
  return [
    edgeRow("events, all", edgeKey),
    edgeRow("the four mission types", edgeKey, (type) => MISSION.has(type)),
    edgeRow("PLOVER families", familyKey),
    edgeRow("who with whom", (edge) => pairKey({ ...edge, type: "" })),
    ...EVENT_TYPES.map(({ type }) => edgeRow(type, edgeKey, (other) => other === type)),
    entityRow("actors, all", () => true),
    ...["Person", "State", "Organisation"].map((kind) => entityRow(kind, (other) => other === kind)),
  ]
}

/** Of the families that hold several of our types the members count as one; talks in either direction. */
function familyKey(edge: Edge): string {
  const family = isEventType(edge.type) ? eventType(edge.type).plover : edge.type
  if (family === "CONSULT") return pairKey({ ...edge, type: family })
  return edgeKey(family === "ACCUSE" ? { ...edge, type: family } : edge)
}
