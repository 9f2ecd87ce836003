// Reads and checks data/ontology.json: the one list from which labels, event types and codes derive.
import { readFileSync } from "node:fs"
import { z } from "zod"
import { dataPath } from "./paths.js"
import type { ActorKind, EventType, Quad } from "./types.js"

const schema = z.strictObject({
  labels: z.array(z.string()),
  relations: z.array(z.string()),
  eventTypes: z.array(
    z.strictObject({
      type: z.string().regex(/^[A-Z_]+$/),
      plover: z.string(),
      cameo: z.string().regex(/^\d{2,4}$/),
      quad: z.enum(["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]),
      symmetric: z.boolean(),
      meaning: z.string(),
    }),
  ),
})

export interface EventTypeInfo {
  type: EventType
  plover: string
  cameo: string
  quad: Quad
  /** Either order of the parties is the same event. */
  symmetric: boolean
  meaning: string
}

const ontology = schema.parse(JSON.parse(readFileSync(dataPath("ontology.json"), "utf8")))

/** In the order of the file. */
export const EVENT_TYPES = ontology.eventTypes as EventTypeInfo[]
/** The second label of an actor's node. */
export const ACTOR_KINDS: readonly ActorKind[] = ["Person", "State", "Organisation"]

/** Every relationship type of the graph: between actors, and the further ones. */
export const RELATIONSHIP_TYPES: string[] = [
  ...ontology.eventTypes.map((info) => info.type),
  ...ontology.relations,
]

const byType = new Map<string, EventTypeInfo>(EVENT_TYPES.map((info) => [info.type, info]))

/** Whether a relationship of this type is an event's edge. */
export function isEventType(text: string): text is EventType {
  return byType.has(text)
}

/** Codes and properties of an event type. */
export function eventType(type: EventType): EventTypeInfo {
  const info = byType.get(type)
  if (info === undefined) throw new Error(`eventType: "${type}" is not in data/ontology.json`)
  return info
}
