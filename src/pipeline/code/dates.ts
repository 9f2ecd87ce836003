// When an event happened: the time in its own clause, else that of its sentence, else the day the story has
// reached.
import type { DatePrecision, IsoDate, ResolvedArticle, Sentence, Status } from "../../types.js"
import { caseOf, childrenWith, relation, subtree, tokenAt } from "../resolve/grammar.js"
import { COUNT, counted, countOf, readTime, type Unit } from "./anaphora.js"
import { anchorsOf, storyDay } from "./story.js"
import { hasLocation, isAhead, tensedVerb, tenseOf } from "./tense.js"
import { governorOf, type Time, type TimeReading } from "./time.js"
import { PROBE, timesOf } from "./times.js"

export interface EventDate {
  date: IsoDate | null
  datePrecision: DatePrecision
  background: boolean
}

/** History without a date: "has long backed", "in recent years". */
const HISTORY =
  /\b(?:(?:has|have|had) long|for (?:years|decades|months)|in recent (?:years|decades|months)|over the (?:years|decades)|traditionally|historically)\b/i

/**
 * The date of the event that a token evokes, told in the course of the verb `asserted`; of a list of targets each may
 * have its own. Relative words need `published`.
 */
export function dateOf(
  article: ResolvedArticle,
  sentence: Sentence,
  trigger: number,
  status: Status,
  asserted = trigger,
  target = -1,
): EventDate {
  const times = timesOf(article, sentence).filter((time) => !isOfAnother(sentence, time, target))
  const ahead = isAhead(sentence, asserted, status)
  const due = dueTime(sentence, trigger, times)
  const time = due ?? closest(sentence, trigger, asserted, status, times, target)
  // "landed on Thursday to help": the help is ahead, the day is not.
  const isTold = (one: Time): boolean => {
    const governor = governorOf(sentence, one)
    return governor >= 0 && governor !== asserted && tokenAt(sentence, governor).xpos === "VBD"
  }
  const read = (one: Time): TimeReading | null => {
    const { day, year } = anchorsOf(article, sentence)
    const anchors = { day: day ?? (year === null ? article.published : null), year }
    const reading = readTime(one, times, (other) => other === due || (ahead && !isTold(other)), anchors)
    const isToCome = one.leansOn !== null && !ahead && reading !== null && isAfter(reading, article.published)
    return isToCome ? null : reading
  }
  const reading =
    distantDay(article, sentence, trigger, times, read) ??
    (time !== undefined
      ? read(time)
      : status === "actual"
        ? storyDay(article, sentence, trigger, asserted)
        : null)
  if (reading === null || (reading.isRelative && article.published === null)) {
    const isHistory = HISTORY.test(article.text.slice(sentence.start, sentence.end))
    const isEarlier = time === undefined && tenseOf(sentence, tensedVerb(sentence, asserted)) === "pluperfect"
    return { date: null, datePrecision: "unknown", background: isEarlier || isHistory }
  }
  const { date, precision } = reading
  const isOld = article.published !== null && date.slice(0, 4) < article.published.slice(0, 4)
  return { date, datePrecision: precision, background: isOld }
}

const isAfter = ({ date }: TimeReading, published: IsoDate | null): boolean =>
  published !== null && date > published.slice(0, date.length)

/** The expression whose governor lies on the trigger's way to the root and speaks of it; else one set beside it. */
function closest(
  sentence: Sentence,
  trigger: number,
  asserted: number,
  status: Status,
  all: Time[],
  target: number,
): Time | undefined {
  const times = inSegment(sentence, trigger, all)
  if (times.length === 0) return undefined
  const targets = times.find((time) => target >= 0 && governorOf(sentence, time) === target)
  if (targets !== undefined && relation(tokenAt(sentence, target)) === "conj") return targets
  const way = pathUp(sentence, trigger)
  const ranked = times
    .map((time) => ({ time, distance: distanceTo(sentence, time, way) }))
    .filter(({ distance }) => distance >= 0)
    .sort((a, b) => a.distance - b.distance || a.time.first - b.time.first)
  const own = ranked.find(({ time, distance }) => {
    // A year or month holds for what went before as well.
    const isCoarse = time.read(false, null)?.precision !== "day"
    return reaches(sentence, way.slice(0, distance + 1), asserted, status, isCoarse)
  })
  if (own !== undefined) {
    const finer = ranked.find(({ time, distance }) => distance === own.distance && isWithin(time, own.time))
    const listed = inList(sentence, target) && ranked.filter(({ distance }) => distance === own.distance)
    const next = listed && listed.length > 1 && listed.find(({ time }) => time.first > target)
    return (next || finer || own).time
  }
  if (ranked.length > 0) return undefined
  const beside = times
    .filter((time) => !isOfNoun(sentence, time))
    .map((time) => ({
      time,
      steps: stepsBeside(sentence, time, way),
      joint: way.indexOf(pathUp(sentence, governorOf(sentence, time)).find((at) => way.includes(at)) ?? -1),
    }))
    .filter(
      ({ steps, joint }) =>
        steps !== null && reaches(sentence, way.slice(0, joint + 1), asserted, status, false),
    )
    .sort((a, b) => (a.steps ?? 0) - (b.steps ?? 0))
  const [near, next] = beside
  return near?.steps === next?.steps ? undefined : near?.time
}

/** "met X on Tuesday and Y on Wednesday": each is followed by its own. */
const inList = (sentence: Sentence, target: number): boolean =>
  target >= 0 &&
  (relation(tokenAt(sentence, target)) === "conj" || childrenWith(sentence, target, "conj").length > 0)

/** "met X on Tuesday and Y on Wednesday": the time of one target is not that of another. */
function isOfAnother(sentence: Sentence, time: Time, target: number): boolean {
  const governor = governorOf(sentence, time)
  if (governor < 0 || governor === target || target < 0) return false
  const { upos, deprel } = tokenAt(sentence, governor)
  return upos === "PROPN" && deprel === "conj" && tokenAt(sentence, governor).head === target
}

const DUE = /^(?:plan|schedule|due|set|expect|slate|fix|arrange|foresee|pencil)$/

/** "a visit that was planned for Thursday": called off or not, that is its day. */
function dueTime(sentence: Sentence, trigger: number, times: Time[]): Time | undefined {
  const plans = childrenWith(sentence, trigger, "acl", "acl:relcl", "amod").filter((child) =>
    DUE.test(tokenAt(sentence, child).lemma),
  )
  return times.find((time) => plans.includes(governorOf(sentence, time)))
}

/** "In 1970 X met Y in March": the month is of that year. */
function isWithin(time: Time, other: Time): boolean {
  const [fine, coarse] = [time.read(false, null), other.read(false, null)]
  return fine !== null && coarse !== null && fine !== coarse && isPart(fine.date, coarse.date)
}

const isPart = (fine: string, coarse: string): boolean =>
  fine.length > coarse.length && fine.startsWith(coarse)

/** What is said or held has the time of what is said in it: "a statement of 3 May", "issued on Saturday". */
const SPEECH =
  /^(?:statement|letter|communique|communiqué|declaration|message|note|resolution|interview|speech|address|conference|tweet|post|report|meeting|summit|session|talk|call|conversation|visit|ceremony|debate|article|broadcast|decree|order)$/

const SEASON =
  /^(?:night|morning|evening|afternoon|day|weekend|week|month|year|spring|summer|autumn|fall|winter|beginning|start|middle|end|eve)$/

/** "the coup of 1973", "the 1994 treaty", "Friday's raid": the time of a thing that is only named. */
function isOfNoun(sentence: Sentence, time: Time): boolean {
  const governor = governorOf(sentence, time)
  if (governor < 0) return false
  const { upos, lemma } = tokenAt(sentence, governor)
  if (upos !== "NOUN" || SPEECH.test(lemma) || SEASON.test(lemma)) return false
  const own = [...sentence.tokens.keys()]
    .slice(time.first, time.last + 1)
    .find((at) => tokenAt(sentence, at).head === governor)
  return (
    own !== undefined &&
    (/^(?:nummod|compound|amod|nmod:poss)$/.test(tokenAt(sentence, own).deprel) ||
      caseOf(sentence, own) === "of")
  )
}

/** Of clauses parted by semicolons, those in the trigger's own, if it has any. */
function inSegment({ tokens }: Sentence, trigger: number, times: Time[]): Time[] {
  const segmentOf = (at: number): number => tokens.slice(0, at).filter(({ text }) => text === ";").length
  const own = times.filter((time) => segmentOf(time.first) === segmentOf(trigger))
  return own.length > 0 ? own : times
}

/** Where on a way the expression hangs; of "it was in May that X travelled" where it stands itself. */
function distanceTo(sentence: Sentence, time: Time, way: number[]): number {
  const itself = way.findIndex((token) => time.first <= token && token <= time.last)
  return itself >= 0 ? itself - 1 : way.indexOf(governorOf(sentence, time))
}

const JUDGING =
  /^(?:condemn|denounce|deplore|criticise|criticize|discuss|welcome|praise|call|cancel|postpone|reject|demand|urge|propose|plan|threaten|announce|mourn|regret|mark|commemorate|recall|remember|investigate|mention|protest|follow)$/
const ATTITUDE =
  /^(?:agree|promise|vow|pledge|decide|offer|threaten|announce|refuse|ask|urge|order|invite|call|demand)$/

const CHARGING = /^(?:accuse|blame|charge|suspect|condemn|denounce|criticise|criticize|praise|thank)$/

/** Whether a time told of the last word of a way up the tree is that of the event at its foot. */
function reaches(
  sentence: Sentence,
  way: number[],
  asserted: number,
  status: Status,
  isCoarse: boolean,
): boolean {
  return way.every((token, at) => {
    const head = way[at + 1]
    if (head === undefined || head < 0) return true
    const { upos, deprel } = tokenAt(sentence, token)
    const link = relation(tokenAt(sentence, token))
    const governor = tokenAt(sentence, head)
    if (deprel === "acl:relcl") return at + 2 === way.length && hasLocation(sentence, token)
    // "said on Monday that it would strike", "said on Monday that it had struck".
    const isReported = link === "ccomp" || (link === "parataxis" && at > 0)
    if (isReported || link === "advcl") {
      if (!isCoarse && tenseOf(sentence, tensedVerb(sentence, token)) === "pluperfect") return false
      if (isReported && status !== "actual") return false
    }
    // "accused X on Monday of arming Y".
    if (link === "advcl" && CHARGING.test(governor.lemma)) return false
    // "agreed on Monday to visit".
    if (link === "xcomp" && status !== "actual" && ATTITUDE.test(governor.lemma))
      return childrenWith(sentence, head, "aux:pass").length > 0
    // "condemned on Monday the raid".
    const isJudged = upos === "NOUN" && (link === "obj" || link === "obl") && token !== asserted
    return !(isJudged && governor.upos === "VERB" && JUDGING.test(governor.lemma) && head !== asserted)
  })
}

/**
 * How far below the trigger's way a time hangs: in its own clause, in one told in its tense, or in the verb of
 * saying set beside; null elsewhere.
 */
function stepsBeside(sentence: Sentence, time: Time, way: number[]): number | null {
  const tense = tenseOf(sentence, tensedVerb(sentence, way[0] as number))
  const isCoarse = time.read(false, PROBE)?.precision !== "day"
  let steps = 0
  for (let at = governorOf(sentence, time); at >= 0; at = tokenAt(sentence, at).head) {
    if (way.includes(at)) return steps
    steps++
    const { upos, lemma, xpos } = tokenAt(sentence, at)
    const link = relation(tokenAt(sentence, at))
    const isClause = upos === "VERB" || childrenWith(sentence, at, "cop").length > 0
    if (link === "parataxis" && /^(?:say|tell|add|report|write|announce)$/.test(lemma)) continue
    if (link === "acl" && xpos === "VBN" && SPEECH.test(tokenAt(sentence, tokenAt(sentence, at).head).lemma))
      continue
    if (link === "acl" || link === "advcl") {
      // "who fled in June, said": of another day than what he says.
      if (isCoarse && link === "acl") return null
      if (tense === "past" && (xpos === "VBG" || tenseOf(sentence, at) === "past")) continue
      return null
    }
    // "came to Rome and saw X there on Wednesday".
    const isSameTale =
      link === "conj" &&
      tense === "past" &&
      xpos === "VBD" &&
      childrenWith(sentence, at, "nsubj").length === 0
    if (isSameTale) continue
    if (link === "ccomp" || link === "parataxis" || (link === "conj" && isClause)) return null
  }
  return null
}

const DISTANCE = new RegExp(
  `\\b(?:${COUNT} (day|week|month|year)s?|(?:hours?|minutes)) (after|before)\\b`,
  "gi",
)

/** "arrived on Friday, two days after talks with X": the talks were on Wednesday; "hours after" on Friday. */
function distantDay(
  article: ResolvedArticle,
  sentence: Sentence,
  trigger: number,
  times: Time[],
  read: (time: Time) => TimeReading | null,
): TimeReading | null {
  if (times.length === 0) return null
  const text = article.text.slice(sentence.start, sentence.end)
  for (const match of text.matchAll(DISTANCE)) {
    const end = sentence.start + match.index + match[0].length
    const at = sentence.tokens.findIndex((token) => token.end === end)
    const inner = at < 0 ? -1 : tokenAt(sentence, at).head
    if (inner <= at) continue
    const [first, last] = subtree(sentence, inner)
    const isInner = first <= trigger && trigger <= last
    const daysOf = (inside: boolean): TimeReading[] =>
      times
        .filter((time) => (time.first > at && time.last <= last) === inside)
        .flatMap((time) => read(time) ?? [])
        .filter(({ precision }) => precision === "day")
    const [day, other] = daysOf(!isInner)
    if (day === undefined || other !== undefined || daysOf(isInner).length > 0) continue
    const sign = (match[3]?.toLowerCase() === "after") === isInner ? -1 : 1
    const distant = counted(
      day.date,
      (match[2] ?? "day").toLowerCase() as Unit,
      match[1] === undefined ? 0 : sign * countOf(match[1]),
    )
    if (distant !== null) return { ...distant, isRelative: day.isRelative }
  }
  return null
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
