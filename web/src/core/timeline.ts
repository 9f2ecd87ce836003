// Bins of a histogram over time, and the days they stand for.
import type { IsoDate, Quad } from "../../../src/types.js"
import type { DatedEvent } from "./filters/index.js"

export interface Bin {
  from: IsoDate
  to: IsoDate
  counts: Record<Quad, number>
  total: number
  /** All that lies before, or after, the shown window. */
  overflow?: "earlier" | "later"
}

const DAY_MS = 86_400_000
/** The window is the shortest that holds this share of the events: a stray 1998 must not flatten the rest. */
const SHARE_IN_WINDOW = 0.85
/** Steps in days from which the first is taken that needs no more bins than this. */
const STEPS = [1, 7, 30, 91, 365]
const MOST_BINS = 90

/** Nothing for no events. */
export function toBins(events: DatedEvent[]): Bin[] {
  const days = events.map((event) => toDay(event.date)).sort((a, b) => a - b)
  const window = shortestWindow(days)
  if (window === undefined) return []
  const length = window.last - window.first + 1
  const step = STEPS.find((days) => length / days <= MOST_BINS) ?? Math.ceil(length / MOST_BINS)
  const bins: Bin[] = []
  for (let day = window.first; day <= window.last; day += step)
    bins.push(emptyBin(day, Math.min(day + step - 1, window.last)))
  const earlier: Bin = { ...emptyBin(days[0] ?? 0, window.first - 1), overflow: "earlier" }
  const later: Bin = { ...emptyBin(window.last + 1, days.at(-1) ?? 0), overflow: "later" }
  for (const { date, quad } of events) {
    const day = toDay(date)
    const inside = bins[Math.floor((day - window.first) / step)]
    const bin = day < window.first ? earlier : day > window.last ? later : inside
    if (bin === undefined) continue
    bin.counts[quad]++
    bin.total++
  }
  return [earlier, ...bins, later].filter((bin) => bin.overflow === undefined || bin.total > 0)
}

function shortestWindow(days: number[]): { first: number; last: number } | undefined {
  const held = Math.ceil(days.length * SHARE_IN_WINDOW)
  let best: { first: number; last: number } | undefined
  for (let index = 0; index + held <= days.length && held > 0; index++) {
    const [first, last] = [days[index] as number, days[index + held - 1] as number]
    if (best === undefined || last - first <= best.last - best.first) best = { first, last }
  }
  if (best === undefined) return undefined
  // Some air on both sides, as far as there are events: neighbours in time belong to the story.
  const air = Math.max(7, Math.round((best.last - best.first) / 2))
  const near = days.filter((day) => day >= best.first - air && day <= best.last + air)
  return { first: near[0] ?? best.first, last: near.at(-1) ?? best.last }
}

const emptyBin = (from: number, to: number): Bin => ({
  from: toIso(from),
  to: toIso(to),
  counts: {
    "verbal-cooperation": 0,
    "material-cooperation": 0,
    "verbal-conflict": 0,
    "material-conflict": 0,
  },
  total: 0,
})

const toDay = (date: IsoDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
const toIso = (day: number): IsoDate => new Date(day * DAY_MS).toISOString().slice(0, 10)
