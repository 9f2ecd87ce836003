// How well found events are told: direction, status and day of those that the gold holds as well.
import type { Status } from "../types.js"
import { type Comparison, type Event, edgeKey, exactKey, isSymmetric, pairKey, type Sets } from "./edges.js"

export interface Quality {
  name: string
  /** How many events it is measured on. */
  events: number
  /** In [0, 1]. */
  value: number
}

/**
 * Direction: of the gold's edges of a directed type whose pair and type were found, those found from source to
 * target. Status: of its events of all four statuses that were found with their type and parties, whatever their
 * status, those with the right one; and the mean over statuses of F1 on these events (macro-averaged). Date: of
 * such events with a day in the gold, those given that day; one without a day counts as wrong.
 */
export function qualities({ events, edges }: Comparison): Quality[] {
  const directed = pairUp(edges, (event) => (isSymmetric(event) ? null : pairKey(event)), isSameWay)
  const known = pairUp(events, edgeKey, (gold, found) => gold.status === found.status)
  const dated = pairUp(events, edgeKey, isSameDay).filter(([gold]) => gold.date !== null)
  return [
    share("direction", directed, isSameWay),
    share("status", known, (gold, found) => gold.status === found.status),
    { name: "status, macro F1", events: known.length, value: macroF1(known) },
    share("date", dated, isSameDay),
  ].filter((quality) => quality.events > 0)
}

type Pair = [gold: Event, found: Event]
type Agrees = (gold: Event, found: Event) => boolean

const isSameWay: Agrees = (gold, found) => exactKey(gold) === exactKey(found)
const isSameDay: Agrees = (gold, found) => gold.date === found.date

/** Each event of the gold with at most one that was found under the same key, first those that agree. */
function pairUp(
  { gold, found }: Sets<Event>,
  keyOf: (event: Event) => string | null,
  agrees: Agrees,
): Pair[] {
  const left = new Set(found)
  const partners = new Map<Event, Event>()
  for (const fits of [agrees, () => true]) {
    for (const event of gold) {
      const key = keyOf(event)
      if (key === null || partners.has(event)) continue
      const partner = [...left].find((other) => keyOf(other) === key && fits(event, other))
      if (partner === undefined) continue
      partners.set(event, partner)
      left.delete(partner)
    }
  }
  return [...partners]
}

function share(name: string, pairs: Pair[], agrees: Agrees): Quality {
  const right = pairs.filter((pair) => agrees(...pair)).length
  return { name, events: pairs.length, value: pairs.length === 0 ? 0 : right / pairs.length }
}

/** Over the statuses that occur on either side. */
function macroF1(pairs: Pair[]): number {
  const statuses = new Set<Status>(pairs.flat().map(({ status }) => status))
  const f1s = [...statuses].map((status) => {
    const count = (side: Event[]): number => side.filter((event) => event.status === status).length
    const right = pairs.filter(([gold, found]) => gold.status === status && found.status === status).length
    return (2 * right) / (count(pairs.map(([gold]) => gold)) + count(pairs.map(([, found]) => found)))
  })
  return f1s.reduce((sum, f1) => sum + f1, 0) / (f1s.length || 1)
}
