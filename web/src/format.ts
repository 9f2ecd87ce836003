// Dates, numbers and words as the reader sees them.
import type { ActorKind, DatePrecision, EventType, IsoDate } from "../../src/types.js"

const inUtc = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" })
const DAY = inUtc({ day: "numeric", month: "short", year: "numeric" })
const MONTH = inUtc({ month: "long", year: "numeric" })
const NUMBER = new Intl.NumberFormat("en-GB")

/** "14 May 2021", "week of 10 May 2021", "May 2021", "2021" or "undated". */
export function formatDate(date: IsoDate | null, precision: DatePrecision = "day"): string {
  if (date === null) return "undated"
  if (date.length === "YYYY".length) return date
  const time = new Date(`${date.length === "YYYY-MM".length ? `${date}-01` : date}T00:00:00Z`)
  if (Number.isNaN(time.getTime())) return date
  if (date.length === "YYYY-MM".length) return MONTH.format(time)
  return precision === "week" ? `week of ${DAY.format(time)}` : DAY.format(time)
}

export const formatNumber = (value: number): string => NUMBER.format(value)

/** "12 kB", "3.4 MB". */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${NUMBER.format(Math.round(bytes / 100_000) / 10)} MB`

/** "1 event", "12 events". */
export const count = (value: number, noun: string): string =>
  `${formatNumber(value)} ${noun}${value === 1 ? "" : "s"}`

/** 0..1 as "87 %". */
export const formatShare = (share: number): string => `${Math.round(share * 100)} %`

/** `CALLED` as "called". */
export const verb = (type: EventType): string => type.toLowerCase().replaceAll("_", " ")

export const KINDS: readonly ActorKind[] = ["State", "Organisation", "Person"]
export const KIND_NAMES: Record<ActorKind, string> = {
  State: "States",
  Organisation: "Organisations",
  Person: "Persons",
}

/** An address the page may link to: an article's may be anything that its file said. */
export const webAddress = (url: string | null): string | undefined =>
  url !== null && /^https?:\/\//i.test(url) ? url : undefined
