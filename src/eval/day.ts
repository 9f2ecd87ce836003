// The day that the gold gives an event, worked out apart from the program's own reading of dates.
import { toDay } from "../pipeline/read/day.js"
import type { IsoDate, Status } from "../types.js"

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join("|")})\\b`, "i")
const SAME_DAY = /\b(?:today|this (?:morning|afternoon|evening)|tonight|overnight)\b/i
const MONTH_DAY = /^(?:on )?[a-z]+ \d{1,2}$/i
const DAY_MS = 86_400_000

/** A day of `date`, else of the words in `when` as written on `published`; null for anything less precise. */
export function dayOf(
  gold: { date?: string | null | undefined; when?: string | null | undefined; status: Status },
  published: IsoDate | null,
): IsoDate | null {
  const { date, when, status } = gold
  if (typeof date === "string") return toDay(date)
  if (typeof when !== "string") return null
  const named = toDay(when)
  if (named !== null || published === null) return named
  if (SAME_DAY.test(when)) return published
  if (MONTH_DAY.test(when)) return toDay(`${when}, ${published.slice(0, 4)}`)
  const weekday = WEEKDAYS.indexOf(WEEKDAY.exec(when)?.[0].toLowerCase() ?? "")
  if (weekday < 0) return null
  const sign = status === "planned" ? 1 : -1
  const days = (7 + sign * (weekday - new Date(published).getUTCDay())) % 7
  return new Date(Date.parse(published) + sign * days * DAY_MS).toISOString().slice(0, 10)
}
