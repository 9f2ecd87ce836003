// Labels, event types and codes: the twenty of data/ontology.json, and those that users' frames declare.
import { readFileSync } from "node:fs"
import { isDeepStrictEqual } from "node:util"
import { z } from "zod"
import { AppError } from "./errors.js"
import { dataPath } from "./paths.js"
import type { ActorKind, EventType } from "./types.js"

/** An event type, but for its name. */
export const eventTypeFields = {
  plover: z.string(),
  cameo: z.string().regex(/^\d{2,4}$/),
  quad: z.enum(["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]),
  /** Either order of the parties is the same event. */
  symmetric: z.boolean(),
  meaning: z.string(),
}
export const eventTypeName = z.string().regex(/^[A-Z][A-Z_]+$/, "is no name like TRADED_WITH")

export const eventTypeInfo = z.strictObject({ type: eventTypeName, ...eventTypeFields })
export type EventTypeInfo = z.infer<typeof eventTypeInfo>

const schema = z.strictObject({
  labels: z.array(z.string()),
  relations: z.array(z.string()),
  eventTypes: z.array(eventTypeInfo),
})

const ontology = schema.parse(JSON.parse(readFileSync(dataPath("ontology.json"), "utf8")))

/** The twenty, in the order of the file. */
export const EVENT_TYPES: readonly EventTypeInfo[] = ontology.eventTypes
/** The second label of an actor's node. */
export const ACTOR_KINDS: readonly ActorKind[] = ["Person", "State", "Organisation"]

const byType = new Map<EventType, EventTypeInfo>(EVENT_TYPES.map((info) => [info.type, info]))

/** The twenty, then the declared ones by name. */
export function eventTypes(): EventTypeInfo[] {
  return [...EVENT_TYPES, ...declaredTypes()]
}

/** Those that frames declared, or that an opened store knows, by name. */
export function declaredTypes(): EventTypeInfo[] {
  return [...byType.values()].slice(EVENT_TYPES.length).sort((a, b) => (a.type < b.type ? -1 : 1))
}

/** Makes a type known to this process. Throws `BAD_DATA` when the name means another thing already. */
export function declareType(info: EventTypeInfo): void {
  const known = byType.get(info.type)
  if (ontology.relations.includes(info.type) || (known !== undefined && !isDeepStrictEqual(known, info))) {
    const said = known === undefined ? "a relation of the graph" : JSON.stringify(known)
    throw new AppError(
      "BAD_DATA",
      `${info.type}: declared as ${JSON.stringify(info)}, but is ${said} already; take another name.`,
    )
  }
  byType.set(info.type, info)
}

/** Every relationship type of the graph: between actors, and the further ones. */
export function relationshipTypes(): string[] {
  return [...eventTypes().map((info) => info.type), ...ontology.relations]
}

/** Whether a relationship of this type is an event's edge. */
export function isEventType(text: string): boolean {
  return byType.has(text)
}

/** Codes and properties of an event type. */
export function eventType(type: EventType): EventTypeInfo {
  const info = byType.get(type)
  if (info === undefined) throw new Error(`eventType: "${type}" is in no ontology`)
  return info
}
