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
/** A number before a unit, as a pattern. */
export const COUNT = `(a|an|${Object.keys(NUMBERS).join("|")}|\\d{1,2})`
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

export type Unit = "day" | "week" | "month" | "year"

/** The last times told before a sentence: a day, and whatever names a year. */
export interface Anchors {
  day: IsoDate | null
  year: IsoDate | null
}

/** Words that count from a day or year of the story in some unit; how many is the sign times the number before the unit, null for none. */
const ANAPHORA: [words: RegExp, leansOn: "day" | "year", count: number | null, unit: Unit][] = [
  ...(["year", "month", "week"] as const).flatMap((unit): [RegExp, "day" | "year", number, Unit][] => {
    const leansOn = unit === "year" ? "year" : "day"
    const counted = (words: string): RegExp =>
      new RegExp(`\\b${COUNT} ${unit}s? (?:${words})\\b(?! (?:the|his|her|its|their|a)\\b)`, "gi")
    return [
      [counted(LATER), leansOn, 1, unit],
      [counted(EARLIER), leansOn, -1, unit],
    ]
  }),
  [/\b(?:the (?:next|following) year|the year after)\b/gi, "year", 1, "year"],
  [
    /\b(?:the (?:previous|preceding) year|the year before)\b(?! (?:last|the|his|her|its|their))/gi,
    "year",
    -1,
    "year",
  ],
  [new RegExp(`\\b(?:that|(?:in )?the same) (?:year|${MONTHS.join("|")})\\b`, "gi"), "year", 0, "year"],
  // Too coarse to count from a day, and no time before publication either.
  [
    new RegExp(
      `\\b(?:several|some|many) (?:weeks?|months?|years?|decades?) (?:${EARLIER}|${LATER})\\b`,
      "gi",
    ),
    "day",
    null,
    "day",
  ],
  [
    new RegExp(`\\b${COUNT} days? (?:earlier|before(?! (?:the|his|her|its|their|a)\\b)|previously)\\b`, "gi"),
    "day",
    -1,
    "day",
  ],
  [new RegExp(`\\b${COUNT} days? (?:later|afterwards?)\\b`, "gi"), "day", 1, "day"],
  [
    new RegExp(`\\b(?:the (?:previous|preceding) ${PART}|the ${PART} before|on the eve)\\b(?! of)`, "gi"),
    "day",
    -1,
    "day",
  ],
  [new RegExp(`\\b(?:the (?:next|following) ${PART}|the ${PART} after)\\b`, "gi"), "day", 1, "day"],
  [
    new RegExp(
      `\\b(?:(?:later |earlier )?(?:that|(?:on )?the same) ${PART}|(?:earlier|later) (?:in|on) the day|` +
        `(?:(?:an|two|three|several|a few) )?(?:hours?|minutes) (?:earlier|later|before|afterwards?))\\b`,
      "gi",
    ),
    "day",
    0,
    "day",
  ],
]

/** Those of a sentence, in the order of their kinds; what two kinds know is of the first. */
export function anaphoricTimes(sentence: Sentence, text: string): Time[] {
  const times: Time[] = []
  for (const [words, leansOn, sign, unit] of ANAPHORA) {
    for (const match of text.matchAll(words)) {
      const covered = covering(sentence, match.index, match.index + match[0].length)
      if (covered === undefined || times.some((other) => overlap(other, covered))) continue
      const read = (_: boolean, anchor: IsoDate | null): TimeReading | null =>
        sign === null || anchor === null
          ? null
          : counted(anchor, unit, sign * (match[1] === undefined ? 1 : countOf(match[1])), match[0])
      times.push({ ...covered, leansOn, read })
    }
  }
  return times
}

/**
 * So many units from a day, month or year, as fine as it can be told: of weeks and months the month; of "that May" the
 * month in its year.
 */
export function counted(anchor: IsoDate, unit: Unit, count: number, words = ""): TimeReading | null {
  if (unit === "day" || unit === "week") {
    if (anchor.length < 10) return null
    const day = shiftDay(anchor, unit === "day" ? count : 7 * count)
    return unit === "day"
      ? { date: day, precision: "day", isRelative: false }
      : { date: day.slice(0, 7), precision: "month", isRelative: false }
  }
  if (unit === "month") {
    if (anchor.length < 7) return null
    const month = Number(anchor.slice(0, 4)) * 12 + Number(anchor.slice(5, 7)) - 1 + count
    return { date: monthOf(Math.floor(month / 12), month % 12), precision: "month", isRelative: false }
  }
  const year = Number(anchor.slice(0, 4)) + count
  const month = MONTHS.indexOf(words.split(" ").at(-1)?.toLowerCase() ?? "")
  return month >= 0
    ? { date: monthOf(year, month), precision: "month", isRelative: false }
    : { date: String(year), precision: "year", isRelative: false }
}

/** January is 0. */
const monthOf = (year: number, month: number): IsoDate => `${year}-${String(month + 1).padStart(2, "0")}`

/** "a", "two", "12". */
export function countOf(word: string): number {
  return NUMBERS[word.toLowerCase()] ?? (Number(word) || 1)
}

/**
 * When a time is: what leans on another takes the nearest before it in the sentence that is fine enough, else the
 * last that was told.
 */
export function readTime(
  time: Time,
  times: Time[],
  isAhead: (time: Time) => boolean,
  anchors: Anchors,
): TimeReading | null {
  if (time.leansOn === null) return time.read(isAhead(time), null)
  const nearest = times
    .filter((other) => other.last < time.first && other.leansOn === null)
    .flatMap((other) => other.read(isAhead(other), null) ?? [])
    .filter(({ precision }) => time.leansOn === "year" || precision === "day")
    .at(-1)
  return time.read(isAhead(time), nearest?.date ?? anchors[time.leansOn])
}

/** For times that are told as past. */
export const isNeverAhead = (): boolean => false
