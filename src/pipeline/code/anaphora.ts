// Times that lean on another day of the story: "a day earlier", "that evening", "hours later".
import type { IsoDate, Sentence } from "../../types.js"
import { overlap } from "../resolve/grammar.js"
import { covering, shiftDay, type Time, type TimeReading } from "./time.js"

const NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const COUNT = `(a|an|${Object.keys(NUMBERS).join("|")}|\\d{1,2})`
const PART = "(?:day|morning|afternoon|evening|night)"

const LATER = "later|after(?:wards?)?"
const EARLIER = "earlier|before"
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
]

/** Words that count from a day or year of the story; how many is the sign times the number before the unit, null for none. */
const ANAPHORA: [words: RegExp, leansOn: "day" | "year", count: number | null][] = [
  [new RegExp(`\\b${COUNT} years? (?:${LATER})\\b(?! (?:the|his|her|its|their|a)\\b)`, "gi"), "year", 1],
  [new RegExp(`\\b${COUNT} years? (?:${EARLIER})\\b(?! (?:the|his|her|its|their|a)\\b)`, "gi"), "year", -1],
  [/\b(?:the (?:next|following) year|the year after)\b/gi, "year", 1],
  [
    /\b(?:the (?:previous|preceding) year|the year before)\b(?! (?:last|the|his|her|its|their))/gi,
    "year",
    -1,
  ],
  [new RegExp(`\\b(?:that|(?:in )?the same) (?:year|${MONTHS.join("|")})\\b`, "gi"), "year", 0],
  // Too coarse to count from a day, and no time before publication either.
  [
    new RegExp(
      `\\b(?:${COUNT}|several|some|many) (?:weeks?|months?|years?|decades?) (?:${EARLIER}|${LATER})\\b`,
      "gi",
    ),
    "day",
    null,
  ],
  [
    new RegExp(`\\b${COUNT} days? (?:earlier|before(?! (?:the|his|her|its|their|a)\\b)|previously)\\b`, "gi"),
    "day",
    -1,
  ],
  [new RegExp(`\\b${COUNT} days? (?:later|afterwards?)\\b`, "gi"), "day", 1],
  [
    new RegExp(`\\b(?:the (?:previous|preceding) ${PART}|the ${PART} before|on the eve)\\b(?! of)`, "gi"),
    "day",
    -1,
  ],
  [new RegExp(`\\b(?:the (?:next|following) ${PART}|the ${PART} after)\\b`, "gi"), "day", 1],
  [
    new RegExp(
      `\\b(?:(?:later |earlier )?(?:that|(?:on )?the same) ${PART}|(?:earlier|later) (?:in|on) the day|` +
        `(?:(?:an|two|three|several|a few) )?(?:hours?|minutes) (?:earlier|later|before|afterwards?))\\b`,
      "gi",
    ),
    "day",
    0,
  ],
]

/** Those of a sentence, in the order of their kinds; what two kinds know is of the first. */
export function anaphoricTimes(sentence: Sentence, text: string): Time[] {
  const times: Time[] = []
  for (const [words, leansOn, sign] of ANAPHORA) {
    for (const match of text.matchAll(words)) {
      const covered = covering(sentence, match.index, match.index + match[0].length)
      if (covered === undefined || times.some((other) => overlap(other, covered))) continue
      const read = (_: boolean, anchor: IsoDate | null): TimeReading | null =>
        sign === null || anchor === null
          ? null
          : counted(anchor, leansOn, sign * (match[1] === undefined ? 1 : countOf(match[1])), match[0])
      times.push({ ...covered, leansOn, read })
    }
  }
  return times
}

/** So many days or years from a day, month or year; of "that May" the month in its year. */
function counted(anchor: IsoDate, unit: "day" | "year", count: number, words: string): TimeReading | null {
  if (unit === "day")
    return anchor.length < 10 ? null : { date: shiftDay(anchor, count), precision: "day", isRelative: false }
  const year = String(Number(anchor.slice(0, 4)) + count)
  const month = MONTHS.indexOf(words.split(" ").at(-1)?.toLowerCase() ?? "") + 1
  return month > 0
    ? { date: `${year}-${String(month).padStart(2, "0")}`, precision: "month", isRelative: false }
    : { date: year, precision: "year", isRelative: false }
}

/** "a", "two", "12". */
export function countOf(word: string): number {
  return NUMBERS[word.toLowerCase()] ?? (Number(word) || 1)
}

/**
 * When a time is: what leans on another takes the nearest before it in the sentence that is fine enough, else the
 * last that was told, `anchor`.
 */
export function readTime(
  time: Time,
  times: Time[],
  ahead: boolean,
  anchor: IsoDate | null,
): TimeReading | null {
  if (time.leansOn === null) return time.read(ahead, null)
  const nearest = times
    .filter((other) => other.last < time.first && other.leansOn === null)
    .flatMap((other) => other.read(false, null) ?? [])
    .filter(({ date }) => time.leansOn === "year" || date.length === 10)
    .at(-1)
  return time.read(ahead, nearest?.date ?? anchor)
}
