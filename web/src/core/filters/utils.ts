// Applies filters to the view in one pass and counts what each filter would let through.
import type {
  ActorId,
  ActorKind,
  EdgeEvent,
  EventType,
  IsoDate,
  Status,
  ViewGraph,
} from "../../../../src/types.js"
import type { Ontology } from "../ontology.js"
import type { DatedEvent, DateRange, Filtered, Filters } from "./types.js"

export const NO_FILTERS: Filters = {
  hiddenKinds: new Set(),
  hiddenTypes: new Set(),
  hiddenStatuses: new Set(),
  minReports: 1,
  minOutlets: 0,
  dates: undefined,
}

export const isFiltering = (filters: Filters): boolean =>
  filters.hiddenKinds.size + filters.hiddenTypes.size + filters.hiddenStatuses.size > 0 ||
  filters.minReports > NO_FILTERS.minReports ||
  filters.minOutlets > NO_FILTERS.minOutlets ||
  filters.dates !== undefined

/** What passes the filters, and the live counts of the legend. */
export function filterView(view: ViewGraph, filters: Filters, ontology: Ontology): Filtered {
  const kindOf = new Map(view.nodes.map((node) => [node.id, node.kind]))
  const isHidden = (actor: ActorId): boolean => {
    const kind = kindOf.get(actor)
    return kind === undefined || filters.hiddenKinds.has(kind)
  }
  const events = new Map<string, EdgeEvent[]>()
  const [actors, actorsOfAnyKind] = [new Set<ActorId>(), new Set<ActorId>()]
  const [types, statuses] = [new Map<EventType, number>(), new Map<Status, number>()]
  const dated: DatedEvent[] = []
  let [undated, eventCount] = [0, 0]

  for (const { id, source, target, type, events: all } of view.edges) {
    const kinds = !isHidden(source) && !isHidden(target)
    const typed = !filters.hiddenTypes.has(type)
    for (const event of all) {
      if (event.reports < filters.minReports || event.outlets < filters.minOutlets) continue
      const status = !filters.hiddenStatuses.has(event.status)
      const date = filters.dates === undefined || isIn(event.date, filters.dates)
      if (typed && status && date) actorsOfAnyKind.add(source).add(target)
      if (kinds && status && date) types.set(type, (types.get(type) ?? 0) + 1)
      if (kinds && typed && date) statuses.set(event.status, (statuses.get(event.status) ?? 0) + 1)
      if (!kinds || !typed || !status) continue
      if (event.date?.length === DAY_LENGTH)
        dated.push({ date: event.date, quad: ontology.get(type)?.quad ?? "verbal-cooperation" })
      else undated++
      if (!date) continue
      const passing = events.get(id)
      if (passing === undefined) events.set(id, [event])
      else passing.push(event)
      actors.add(source).add(target)
      eventCount++
    }
  }
  return {
    events,
    eventCount,
    actors,
    counts: { kinds: countKinds(actorsOfAnyKind, kindOf), types, statuses },
    dated,
    undated,
  }
}

const DAY_LENGTH = "YYYY-MM-DD".length

/** A month or year is in the range when any of its days may be. */
function isIn(date: IsoDate | null, { from, to }: DateRange): boolean {
  if (date === null) return false
  return from.slice(0, date.length) <= date && date <= to.slice(0, date.length)
}

function countKinds(
  actors: Set<ActorId>,
  kindOf: ReadonlyMap<ActorId, ActorKind>,
): ReadonlyMap<ActorKind, number> {
  const counts = new Map<ActorKind, number>()
  for (const actor of actors) {
    const kind = kindOf.get(actor)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

/** The set with the value put in, or taken out if it was there. */
export function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

/** Hides all others; shows all again where that is so already. */
export function isolated<Value>(
  hidden: ReadonlySet<Value>,
  chosen: readonly Value[],
  all: readonly Value[],
): ReadonlySet<Value> {
  const others = all.filter((value) => !chosen.includes(value))
  const isAlone = others.length === hidden.size && others.every((value) => hidden.has(value))
  return new Set(isAlone ? [] : others)
}
