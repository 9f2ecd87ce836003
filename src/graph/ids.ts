// Ids are hashes of content with its parts kept apart, so that ("ab", "c") and ("a", "bc") differ and no
// load order, machine or repetition can change them.
import { hash } from "node:crypto"
import { eventType } from "../ontology.js"
import type { ActorId, EventType } from "../types.js"

/** `<prefix>:<20 hex digits>`, a function of the parts. */
export function contentId(prefix: string, parts: unknown[]): string {
  return `${prefix}:${hash("sha256", JSON.stringify(parts)).slice(0, 20)}`
}

/** What an event's id knows its day by: an undated one is of its article's day, or stands alone with that text. */
export const eventDay = (
  date: string | null,
  { published, contentHash }: { published: string | null; contentHash: string },
): string => date ?? `undated:${published ?? contentHash}`

/** `day` is the date as precise as it is known, or `undated:<…>`. Symmetric types sort the pair. */
export function eventId(
  type: EventType,
  source: ActorId | null,
  target: ActorId | null,
  day: string,
): string {
  const pair = eventType(type).symmetric ? [source, target].sort(byText) : [source, target]
  return contentId("event", [type, ...pair, day])
}

const byText = (a: string | null, b: string | null): number => ((a ?? "") < (b ?? "") ? -1 : 1)
