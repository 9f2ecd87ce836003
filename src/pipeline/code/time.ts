// A time expression of a sentence, and small sums with days.
import type { DatePrecision, IsoDate, Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"

export interface TimeReading {
  date: IsoDate
  precision: DatePrecision
  /** Leans on the publication day. */
  isRelative: boolean
}

export interface Time {
  /** Tokens that the expression covers. */
  first: number
  last: number
  /** Reads it for an event ahead or behind; `anchor` is the day the story has reached, null where it has none. */
  read(isAhead: boolean, anchor: IsoDate | null): TimeReading | null
  /** What it counts from, where that is not the day of publication: a day of the story, or a year of it. */
  leansOn: "day" | "year" | null
}

const DAY_MS = 86_400_000

/** The day that lies so many days after another. */
export const shiftDay = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The tokens of a stretch of the sentence's text. */
export function covering(
  sentence: Sentence,
  from: number,
  to: number,
): { first: number; last: number } | undefined {
  const [start, end] = [sentence.start + from, sentence.start + to]
  const covered = sentence.tokens.flatMap((token, at) => (token.start < end && token.end > start ? [at] : []))
  const [first, last] = [covered[0], covered.at(-1)]
  return first === undefined || last === undefined ? undefined : { first, last }
}

/** The token that an expression hangs on; -1 is the root marker. */
export function governorOf(sentence: Sentence, time: Time): number {
  for (let at = time.first; at <= time.last; at++) {
    const { head } = tokenAt(sentence, at)
    if (head < time.first || head > time.last) return head
  }
  return -1
}
