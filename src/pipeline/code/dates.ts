// When an event happened: the time in its own clause, else the only one of its sentence.
import * as chrono from "chrono-node"
import type { DatePrecision, IsoDate, ResolvedArticle, Sentence, Status } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"

export interface EventDate {
  date: IsoDate | null
  datePrecision: DatePrecision
  background: boolean
}

interface TimeExpression {
  /** Tokens that the expression covers. */
  first: number
  last: number
  /** Reads it for an event ahead or behind. */
  date(isAhead: boolean): { date: IsoDate; precision: DatePrecision; isRelative: boolean }
}

const HINT =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:1[89]|20)\d\d|to(?:day|night|morrow)|yesterday|overnight|ago|earlier|last|next|this (?:week|month|year|morning|evening|afternoon))s?\b/i
const NOON = 12

/** The date of the event that a token evokes. Relative words need `published`. */
export function dateOf(
  article: ResolvedArticle,
  sentence: Sentence,
  trigger: number,
  status: Status,
): EventDate {
  const expressions = timesOf(article, sentence)
  const own = closest(sentence, trigger, expressions)
  if (own === undefined)
    return { date: null, datePrecision: "unknown", background: isPluperfect(sentence, trigger) }
  const { date, precision, isRelative } = own.date(status === "planned")
  if (isRelative && article.published === null)
    return { date: null, datePrecision: "unknown", background: false }
  const isOld = article.published !== null && date.slice(0, 4) < article.published.slice(0, 4)
  return { date, datePrecision: precision, background: isOld }
}

const cache = new WeakMap<Sentence, TimeExpression[]>()

function timesOf(article: ResolvedArticle, sentence: Sentence): TimeExpression[] {
  let times = cache.get(sentence)
  if (times === undefined) {
    const text = article.text.slice(sentence.start, sentence.end)
    times = HINT.test(text) ? parseTimes(article, sentence, text) : []
    times = [...times, ...bareYears(sentence, times)]
    cache.set(sentence, times)
  }
  return times
}

function parseTimes(article: ResolvedArticle, sentence: Sentence, text: string): TimeExpression[] {
  const reference = new Date(`${article.published ?? "2000-06-15"}T${NOON}:00:00Z`)
  const read = (isAhead: boolean): chrono.ParsedResult[] =>
    chrono.en.GB.parse(text, { instant: reference, timezone: 0 }, { forwardDate: isAhead })
  let ahead: chrono.ParsedResult[] | undefined
  const readAhead = (index: number): chrono.ParsedResult | undefined => {
    ahead ??= read(true)
    return ahead[index]
  }
  return read(false).flatMap((result, index): TimeExpression[] => {
    const start = sentence.start + result.index
    const covered = sentence.tokens.flatMap((token, at) => {
      return token.start < start + result.text.length && token.end > start ? [at] : []
    })
    const [first, last] = [covered[0], covered.at(-1)]
    if (first === undefined || last === undefined || !isDate(result)) return []
    return [
      {
        first,
        last,
        date: (isAhead) => toDate(isAhead ? (readAhead(index) ?? result) : result, isAhead, reference),
      },
    ]
  })
}

/** "in 2017", which chrono takes for a bare number. */
function bareYears(sentence: Sentence, times: TimeExpression[]): TimeExpression[] {
  return sentence.tokens.flatMap(({ text, upos }, at) => {
    const isYear = upos === "NUM" && /^(?:19|20)\d\d$/.test(text)
    if (!isYear || times.some(({ first, last }) => first <= at && at <= last)) return []
    return [
      { first: at, last: at, date: () => ({ date: text, precision: "year", isRelative: false }) as const },
    ]
  })
}

/** A bare number or clock time is no date. */
function isDate(result: chrono.ParsedResult): boolean {
  const { start } = result
  return (
    ["day", "weekday", "month", "year"].some((part) => start.isCertain(part as chrono.Component)) ||
    /\b(?:today|tonight|overnight|yesterday|tomorrow|ago|morning|evening)\b/i.test(result.text)
  )
}

/** "on Friday" in a report of Thursday is the Friday before. */
function daysBack(result: chrono.ParsedResult, isAhead: boolean, reference: Date): number {
  const { start } = result
  const isBareWeekday = start.isCertain("weekday") && !start.isCertain("day")
  return isBareWeekday && !isAhead && start.date().getTime() > reference.getTime() ? 7 : 0
}

function toDate(
  result: chrono.ParsedResult,
  isAhead: boolean,
  reference: Date,
): { date: IsoDate; precision: DatePrecision; isRelative: boolean } {
  const { start, text } = result
  const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")].map(
    (part) => part ?? 1,
  ) as [number, number, number]
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
  const isRelative = !start.isCertain("year")
  if (/\bweeks?\b/i.test(text)) return { date: iso, precision: "week", isRelative: true }
  if (/\bmonths?\b/i.test(text) && !start.isCertain("day"))
    return { date: iso.slice(0, 7), precision: "month", isRelative: true }
  if (/\b(?:years?|decades?)\b/i.test(text) && !start.isCertain("month"))
    return { date: iso.slice(0, 4), precision: "year", isRelative: true }
  if (start.isCertain("year") && !start.isCertain("month"))
    return { date: iso.slice(0, 4), precision: "year", isRelative: false }
  if (start.isCertain("month") && !start.isCertain("day"))
    return { date: monthBefore(iso, isRelative, reference), precision: "month", isRelative }
  const shift = daysBack(result, isAhead, reference) * 86_400_000
  const date = shift === 0 ? iso : new Date(Date.parse(iso) - shift).toISOString().slice(0, 10)
  return { date, precision: "day", isRelative }
}

/** "in November", told in May, is last year's. */
function monthBefore(iso: string, isRelative: boolean, reference: Date): string {
  const isAhead = isRelative && iso > reference.toISOString().slice(0, 10)
  return isAhead ? `${Number(iso.slice(0, 4)) - 1}${iso.slice(4, 7)}` : iso.slice(0, 7)
}

/** The expression whose governor lies on the trigger's way to the root; else the nearest one of a sentence with one. */
function closest(sentence: Sentence, trigger: number, times: TimeExpression[]): TimeExpression | undefined {
  if (times.length === 0) return undefined
  const way = pathUp(sentence, trigger)
  const ranked = times
    .map((time) => ({ time, distance: way.indexOf(governorOf(sentence, time)) }))
    .filter(({ distance }) => distance >= 0)
    .sort((a, b) => a.distance - b.distance)
  if (ranked[0] !== undefined) return ranked[0].time
  return times.length === 1 ? times[0] : undefined
}

function governorOf(sentence: Sentence, time: TimeExpression): number {
  for (let at = time.first; at <= time.last; at++) {
    const { head } = tokenAt(sentence, at)
    if (head < time.first || head > time.last) return head
  }
  return -1
}

/** The token and its ancestors, and the root marker -1 last. */
function pathUp(sentence: Sentence, token: number): number[] {
  const way = [token]
  for (let at = token; at >= 0 && way.length < 30; ) {
    at = tokenAt(sentence, at).head
    way.push(at)
  }
  return way
}

/** "had visited": told as earlier than the story. */
function isPluperfect(sentence: Sentence, trigger: number): boolean {
  return sentence.tokens.some(
    (token) => token.head === trigger && token.deprel === "aux" && token.text.toLowerCase() === "had",
  )
}
