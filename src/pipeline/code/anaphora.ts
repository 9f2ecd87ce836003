// Times that lean on another day of the story: "a day earlier", "that evening", "hours later".
import type { IsoDate, Sentence } from "../../types.js"
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

/** Words that count days from the day of the story, and how many: the sign, times the number before "days". */
const ANAPHORA: [words: RegExp, days: number | null][] = [
  // Too coarse to count from a day, and no time before publication either.
  [
    new RegExp(
      `\\b(?:${COUNT}|several|some|many) (?:weeks?|months?|years?|decades?) (?:earlier|later|before|after(?:wards?)?)\\b`,
      "gi",
    ),
    null,
  ],
  [
    new RegExp(`\\b${COUNT} days? (?:earlier|before(?! (?:the|his|her|its|their|a)\\b)|previously)\\b`, "gi"),
    -1,
  ],
  [new RegExp(`\\b${COUNT} days? (?:later|afterwards?)\\b`, "gi"), 1],
  [new RegExp(`\\b(?:the (?:previous|preceding) ${PART}|the ${PART} before|on the eve)\\b(?! of)`, "gi"), -1],
  [new RegExp(`\\b(?:the (?:next|following) ${PART}|the ${PART} after)\\b`, "gi"), 1],
  [
    new RegExp(
      `\\b(?:(?:later |earlier )?(?:that|(?:on )?the same) ${PART}|(?:earlier|later) (?:in|on) the day|` +
        `(?:(?:an|two|three|several|a few) )?(?:hours?|minutes) (?:earlier|later|before|afterwards?))\\b`,
      "gi",
    ),
    0,
  ],
]

/** Those of a sentence, in the order of their kinds. */
export function anaphoricTimes(sentence: Sentence, text: string): Time[] {
  return ANAPHORA.flatMap(([words, days]) =>
    [...text.matchAll(words)].flatMap((match): Time[] => {
      const covered = covering(sentence, match.index, match.index + match[0].length)
      if (covered === undefined) return []
      const count = match[1] === undefined ? 1 : countOf(match[1])
      const read = (_: boolean, anchor: IsoDate | null): TimeReading | null =>
        days === null || anchor === null
          ? null
          : { date: shiftDay(anchor, days * count), precision: "day", isRelative: false }
      return [{ ...covered, isAnaphoric: true, read }]
    }),
  )
}

/** "a", "two", "12". */
export function countOf(word: string): number {
  return NUMBERS[word.toLowerCase()] ?? (Number(word) || 1)
}

/** The day of a time: what leans on another day takes the nearest before it in the sentence, else on that of the story. */
export function readTime(
  time: Time,
  times: Time[],
  ahead: boolean,
  running: IsoDate | null,
): TimeReading | null {
  if (!time.isAnaphoric) return time.read(ahead, null)
  const anchor = times
    .filter((other) => other.last < time.first && !other.isAnaphoric)
    .flatMap((other) => other.read(false, null) ?? [])
    .filter(({ precision }) => precision === "day" || precision === "week")
    .at(-1)
  return time.read(ahead, anchor?.date ?? running)
}
