// What the reader has filtered, and what is left.
import type {
  ActorId,
  ActorKind,
  EdgeEvent,
  EventType,
  IsoDate,
  Quad,
  Status,
} from "../../../../src/types.js"

/** Both days included. */
export interface DateRange {
  from: IsoDate
  to: IsoDate
}

export interface Filters {
  hiddenKinds: ReadonlySet<ActorKind>
  hiddenTypes: ReadonlySet<EventType>
  hiddenStatuses: ReadonlySet<Status>
  minReports: number
  minOutlets: number
  dates: DateRange | undefined
}

export interface DatedEvent {
  date: IsoDate
  quad: Quad
}

export interface Filtered {
  /** Edge id -> those of its events that pass; an edge without any is not there. */
  events: ReadonlyMap<string, EdgeEvent[]>
  eventCount: number
  /** Actors with an edge that passes. */
  actors: ReadonlySet<ActorId>
  /** What each row of the legend would show by itself: counted over the other filters. */
  counts: {
    kinds: ReadonlyMap<ActorKind, number>
    types: ReadonlyMap<EventType, number>
    statuses: ReadonlyMap<Status, number>
  }
  /** Events with a known day that pass all but the date filter. */
  dated: DatedEvent[]
  /** Events without a known day that pass all but the date filter. */
  undated: number
}
