// The time expressions of a sentence: what chrono-node reads against the publication day, and what leans on another.
import * as chrono from "chrono-node"
import type { IsoDate, ResolvedArticle, Sentence } from "../../types.js"
import { overlap } from "../resolve/grammar.js"
import { anaphoricTimes } from "./anaphora.js"
import { covering, shiftDay, type Time, type TimeReading } from "./time.js"

const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
const HINT = new RegExp(
  `\\b(?:${WEEKDAY}|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|` +
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|christmas|new year['’]s|boxing|(?:1[89]|20)\\d\\d|to(?:day|night|morrow)|yesterday|overnight|ago|days?|hours?|eve|" +
    "earlier|later|last|next|(?:this|that|the|previous|following|same) (?:week|month|year|morning|evening|afternoon|night))s?\\b",
  "i",
)

const cache = new WeakMap<Sentence, Time[]>()

/** In order; none that is only a clock time, a duration or a bare number. */
export function timesOf(article: ResolvedArticle, sentence: Sentence): Time[] {
  let times = cache.get(sentence)
  if (times === undefined) {
    const text = article.text.slice(sentence.start, sentence.end)
    times = HINT.test(text) ? parseTimes(article, sentence, text) : []
    cache.set(sentence, times)
  }
  return times
}

function parseTimes(article: ResolvedArticle, sentence: Sentence, text: string): Time[] {
  const leaning = anaphoricTimes(sentence, text)
  const parsed = [...parsedTimes(article, sentence, text), ...bareTimes(article, sentence, text)]
  const times = [...leaning]
  for (const time of parsed) {
    if (!times.some((other) => overlap(other, time))) times.push(time)
  }
  return joined(
    sentence,
    times.sort((a, b) => a.first - b.first),
  )
}

/** "on 15 November last year", "a year ago today", "20 years ago, on 24 March 1999": one time, as fine as its finer half. */
function joined({ tokens }: Sentence, times: Time[]): Time[] {
  const result: Time[] = []
  for (const time of times) {
    const before = result.at(-1)
    const between = before && tokens.slice(before.last + 1, time.first)
    if (before && between?.every(({ upos }) => /^(?:ADP|PUNCT|DET)$/.test(upos)) && between.length <= 3) {
      const both = pair(before, time) ?? pair(time, before)
      if (both !== undefined) {
        result[result.length - 1] = both
        continue
      }
    }
    result.push(time)
  }
  return result
}

/** A year, and the day or month of it. */
function pair(year: Time, fine: Time): Time | undefined {
  const [first, last] = [Math.min(year.first, fine.first), Math.max(year.last, fine.last)]
  const [coarse, day] = [year.read(false, PROBE), fine.read(false, PROBE)]
  if (coarse?.precision !== "year" || (day?.precision !== "day" && day?.precision !== "month"))
    return undefined
  if (year.leansOn === null && fine.leansOn === null && !coarse.isRelative && !day.isRelative)
    return undefined
  const read = (isAhead: boolean, anchor: IsoDate | null): TimeReading | null => {
    const [of, inIt] = [year.read(isAhead, anchor), fine.read(isAhead, anchor)]
    if (of === null || inIt === null || !inIt.isRelative) return inIt
    return { ...inIt, date: of.date + inIt.date.slice(4), isRelative: of.isRelative }
  }
  return { first, last, leansOn: year.leansOn ?? fine.leansOn, read }
}

/** Any day, to see how fine a time is. */
export const PROBE: IsoDate = "2000-06-15"

function parsedTimes(article: ResolvedArticle, sentence: Sentence, text: string): Time[] {
  const published = article.published ?? PROBE
  const reference = { instant: new Date(`${published}T12:00:00Z`), timezone: 0 }
  const parse = (forwardDate: boolean): chrono.ParsedResult[] =>
    chrono.en.casual.parse(inPlainWords(text), reference, { forwardDate })
  let ahead: chrono.ParsedResult[] | undefined
  return parse(false).flatMap((result): Time[] => {
    const covered = covering(sentence, result.index, result.index + result.text.length)
    if (covered === undefined || !isDate(result) || isDuration(text, result)) return []
    const read = (isAhead: boolean): TimeReading => {
      if (!isAhead) return toReading(result, isAhead, published)
      // Read ahead, more words are times: "the day".
      ahead ??= parse(true)
      const same = ahead.find(({ index }) => index === result.index)
      return toReading(same ?? result, isAhead, published)
    }
    return [{ ...covered, leansOn: null, read }]
  })
}

/**
 * "the night of 3 May", "since mid-May", "on Christmas Day": in words that chrono knows as a day or month, as long as
 * before.
 */
const inPlainWords = (text: string): string =>
  PLAIN.reduce((plain, [words, put]) => plain.replace(words, (said) => put.padStart(said.length)), text)

const MONTH_AHEAD = "(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
const PLAIN: [words: RegExp, put: string][] = [
  [/\b(?:early )?(?:night|morning|afternoon|evening) of (?=(?:the )?\d)/g, ""],
  [
    new RegExp(
      `\\b(?:(?:the )?(?:end|beginning|start|middle) of |(?:early|late)(?: in)? |mid-)${MONTH_AHEAD}`,
      "g",
    ),
    "in ",
  ],
  // It takes a lone "May" for the verb.
  [/\b(?:since|until|till|by|from) (?=May\b(?! \d))/g, "in "],
  [/\bChristmas Day\b/g, "25 December"],
  [/\bChristmas Eve\b/g, "24 December"],
  [/\bBoxing Day\b/g, "26 Dec"],
  [/\bNew Year['’]s Day\b/g, "1 January"],
  [/\bNew Year['’]s Eve\b/g, "31 December"],
]

/** "in 2017", which chrono takes for a bare number, and "overnight", which it does not know. */
function bareTimes(article: ResolvedArticle, sentence: Sentence, text: string): Time[] {
  const { published } = article
  return [...text.matchAll(/\b(?:(?:19|20)\d\d|overnight)\b/gi)].flatMap((match): Time[] => {
    const covered = covering(sentence, match.index, match.index + match[0].length)
    const isNight = /overnight/i.test(match[0])
    const upos = sentence.tokens[covered?.first ?? -1]?.upos
    if (covered === undefined || (!isNight && upos !== "NUM")) return []
    if (isNight && (published === null || NIGHT_OF_DAY.test(text))) return []
    const read = (): TimeReading =>
      isNight
        ? { date: published ?? "", precision: "day", isRelative: true }
        : { date: match[0], precision: "year", isRelative: false }
    return [{ ...covered, leansOn: null, read }]
  })
}

/** "overnight on Monday", "Monday overnight". */
const NIGHT_OF_DAY = new RegExp(`overnight(?: \\w+){0,2} ${WEEKDAY}|${WEEKDAY},? overnight`, "i")

/** A bare number, a clock time, "in the evening" and "a march" are no dates. */
function isDate({ start, text }: chrono.ParsedResult): boolean {
  if (/\b(?:mar|march|may|sat|sun)\b/.test(text)) return false
  return (
    ["day", "weekday", "month", "year"].some((part) => start.isCertain(part as chrono.Component)) ||
    /\b(?:today|tonight|yesterday|tomorrow|ago|this (?:morning|afternoon|evening))\b/i.test(text)
  )
}

/** "in a week", "in 12 years". */
const IN_UNITS = /^in (?:a|an|\w+)(?: \w+)? ?(?:hour|day|week|month|year|decade)s?$/i
const NTH =
  /\b(?:first|second|third|fourth|fifth|last|latest|only|times?|once|twice|\w{2,}(?:st|most))\b(?: (?!(?:and|will|to|is|are)\b)\w+){0,5} $/i

const UNIT = /\b(?:minute|hour|day|night|week|month|year|decade)s?\b/i

/** "for five days", "earlier in the week", "in a day or two". */
function isDuration(text: string, { index, text: words }: chrono.ParsedResult): boolean {
  const [before, after] = [text.slice(0, index), text.slice(index + words.length)]
  return (
    (/^(?:for|within|over|in the (?:day|week|month|year))\b/i.test(words) && UNIT.test(words)) ||
    (/\b(?:for|within|over|past|lasting)(?: the)? $/i.test(before) && UNIT.test(words)) ||
    // "the last year of the war".
    (/\bthe $/i.test(before) && /^(?:last|past)\b/i.test(words)) ||
    // "the first in two years", "in two days of talks".
    (IN_UNITS.test(words) && (NTH.test(before) || /^ (?:of|that|which)\b/.test(after))) ||
    (/^in\b/i.test(words) && /^ or\b/.test(after)) ||
    // "after nine days of talks".
    (/^after\b/i.test(words) && UNIT.test(words)) ||
    // "two days after the attack", "a week before".
    (/^(?:after|before)$/i.test(words.split(" ").at(-1) ?? "") && /^ \w/.test(after))
  )
}

function toReading(result: chrono.ParsedResult, isAhead: boolean, published: IsoDate): TimeReading {
  const { start, text } = result
  const part = (name: chrono.Component): string => String(start.get(name) ?? 1).padStart(2, "0")
  const iso = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`
  const isRelative = !/\d{4}/.test(text)
  if (/\blast week\b/i.test(text) && start.isCertain("weekday"))
    return { date: ofLastWeek(iso, published), precision: "day", isRelative }
  if (/\bweeks?\b/i.test(text)) return { date: iso, precision: "week", isRelative: true }
  const isPartOfMonth = /\b(?:end|middle|beginning|start) of \w+ month\b/i.test(text)
  if (isPartOfMonth || (/\bmonths?\b/i.test(text) && !start.isCertain("day")))
    return { date: iso.slice(0, 7), precision: "month", isRelative: true }
  if (/\b(?:years?|decades?)\b/i.test(text) && !start.isCertain("month"))
    return { date: iso.slice(0, 4), precision: "year", isRelative: true }
  if (start.isCertain("year") && !start.isCertain("month"))
    return { date: iso.slice(0, 4), precision: "year", isRelative: false }
  if (start.isCertain("month") && !start.isCertain("day")) {
    const month = isRelative ? nearYear(iso, isAhead, published, 7) : iso
    return { date: month.slice(0, 7), precision: "month", isRelative }
  }
  if (start.isCertain("weekday") && !start.isCertain("day"))
    return {
      date: weekday(iso, text, isAhead, published),
      precision: /weekend/i.test(text) ? "week" : "day",
      isRelative,
    }
  return { date: isRelative ? nearYear(iso, isAhead, published, 10) : iso, precision: "day", isRelative }
}

/** How far a day may lie on the other side of today than it is told, before it is another year's. */
const NEAR_DAYS = 45

/**
 * A day or month without a year, told as past or ahead: "in November", told in May, is last year's. But "on July 24",
 * told on July 13, is this year's however it is told.
 */
function nearYear(iso: string, isAhead: boolean, published: IsoDate, length: number): string {
  const thisYear = published.slice(0, 4) + iso.slice(4)
  const [day, today] = [thisYear.slice(0, length), published.slice(0, length)]
  const isNear = shiftDay(published, -NEAR_DAYS) <= day && day <= shiftDay(published, NEAR_DAYS)
  if (length === 10 && isNear) return thisYear
  const shift = isAhead && day < today ? 1 : !isAhead && day > today ? -1 : 0
  return `${Number(thisYear.slice(0, 4)) + shift}${thisYear.slice(4)}`
}

/** "on Tuesday last week": of the week before the one that Monday began. */
function ofLastWeek(iso: IsoDate, published: IsoDate): IsoDate {
  const [day, today] = [iso, published].map((date) => (new Date(date).getUTCDay() + 6) % 7) as [
    number,
    number,
  ]
  return shiftDay(published, day - today - 7)
}

/** "on Friday" in a report of Thursday is the Friday before; "next Monday" is of the week that Sunday begins. */
function weekday(iso: IsoDate, text: string, isAhead: boolean, published: IsoDate): IsoDate {
  const ahead = (new Date(iso).getUTCDay() - new Date(published).getUTCDay() + 7) % 7
  if (/\bnext\b/i.test(text))
    return shiftDay(published, 7 - new Date(published).getUTCDay() + new Date(iso).getUTCDay())
  if (/\blast\b/i.test(text)) return shiftDay(published, ahead - 7)
  return shiftDay(published, isAhead || ahead === 0 ? ahead : ahead - 7)
}
