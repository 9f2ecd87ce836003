// The day that the running story has reached, for events that are told in its course without a time.
import type { IsoDate, ResolvedArticle, Sentence } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"
import { type Anchors, isNeverAhead, readTime } from "./anaphora.js"
import { isInCourse, isMainClause, tensedVerb, tenseOf } from "./tense.js"
import { governorOf, shiftDay, type Time, type TimeReading } from "./time.js"
import { PROBE, timesOf } from "./times.js"

interface Story {
  /** Before each sentence. */
  days: (IsoDate | null)[]
  /** The last told before each sentence, of the main story or not: what "the next day" counts from. */
  anchors: Anchors[]
  /** Written as things went on: entries begin with the hour. */
  isLive: boolean
}

/** How many sentences a day holds without being named again. */
const HELD = 3
const ENTRY = /^\d{1,2}[.:]\d{2}\b/

/** Saying it in the present is doing it, on the day of the statement. */
const PERFORMATIVE =
  /^(?:condemn|deplore|denounce|urge|welcome|commend|congratulate|express|extend|reiterate|reaffirm|offer|appeal|call|thank|mourn|applaud)$/

/**
 * The day of an actual event without a time: one of the main story told in the past has that of the story, one of
 * a live report or done by saying it that of publication. Null for background and where the story has no day.
 */
export function storyDay(
  article: ResolvedArticle,
  sentence: Sentence,
  trigger: number,
  asserted: number,
): TimeReading | null {
  if (tokenAt(sentence, asserted).upos !== "VERB") return null
  const story = storyOf(article)
  if (![asserted, trigger].every((token) => isInCourse(sentence, token, story.isLive))) return null
  if (timesOf(article, sentence).some((time) => isMainClause(sentence, governorOf(sentence, time))))
    return null
  const verb = tensedVerb(sentence, asserted)
  const tense = tenseOf(sentence, verb)
  const isSaid =
    PERFORMATIVE.test(tokenAt(sentence, asserted).lemma) && childrenWith(sentence, verb, "aux").length === 0
  const isNow = story.isLive ? tense === "present" || tense === "ahead" : tense === "present" && isSaid
  const day = tense === "past" ? runningDay(article, sentence) : isNow ? article.published : null
  return day === null ? null : { date: day, precision: "day", isRelative: false }
}

/** The day that the story had reached before a sentence. */
export const runningDay = (article: ResolvedArticle, sentence: Sentence): IsoDate | null =>
  storyOf(article).days[sentence.index] ?? null

/** What "the next day" and "that year" count from in a sentence: the last times told before it. */
export const anchorsOf = (article: ResolvedArticle, sentence: Sentence): Anchors =>
  storyOf(article).anchors[sentence.index] ?? { day: null, year: null }

const cache = new WeakMap<ResolvedArticle, Story>()

function storyOf(article: ResolvedArticle): Story {
  let story = cache.get(article)
  if (story === undefined) {
    story = readStory(article)
    cache.set(article, story)
  }
  return story
}

function readStory(article: ResolvedArticle): Story {
  const { published, sentences, text } = article
  if (published === null) return { days: [], anchors: [], isLive: false }
  const isEntry = ({ start }: Sentence): boolean => ENTRY.test(text.slice(start, start + 6))
  let [day, age]: [IsoDate | null, number] = [null, 0]
  let last: Anchors = { day: null, year: null }
  const anchors: Anchors[] = []
  const days = sentences.map((sentence) => {
    if (isEntry(sentence)) [day, age] = [published, 0]
    const before = age < HELD ? day : null
    const counted = { day: last.day ?? before, year: last.year ?? before }
    anchors.push(counted)
    const readings = readingsOf(article, sentence, counted)
    const now: Anchors = {
      day: readings.findLast(({ precision }) => precision === "day")?.date ?? null,
      year: readings.at(-1)?.date ?? null,
    }
    // "In March 2008": no day told before it is counted from.
    last = { day: now.day ?? (movesOn(article, sentence) ? null : last.day), year: now.year ?? last.year }
    const told = dayTold(article, sentence, before, counted)
    if (told === undefined) age++
    else [day, age] = [told, 0]
    return before
  })
  return { days, anchors, isLive: sentences.filter(isEntry).length > 1 }
}

/** The times of a sentence that are not ahead. */
function readingsOf(article: ResolvedArticle, sentence: Sentence, anchors: Anchors): TimeReading[] {
  const times = timesOf(article, sentence)
  return times
    .filter((time) => {
      const governor = governorOf(sentence, time)
      return tenseOf(sentence, governor < 0 ? time.first : tensedVerb(sentence, governor)) !== "ahead"
    })
    .flatMap((time) => readTime(time, times, isNeverAhead, anchors) ?? [])
}

/** Whether the main clause of a sentence is told of a month or a year. */
const movesOn = (article: ResolvedArticle, sentence: Sentence): boolean =>
  timesOf(article, sentence).some(
    (time) =>
      /^(?:month|year)$/.test(time.read(false, PROBE)?.precision ?? "") &&
      isMainClause(sentence, governorOf(sentence, time)),
  )

/** How many days a flashback may reach back without the story leaving its day. */
const FLASHBACK = 7

/** Whether a time lies no further before the running day than a flashback reaches. */
function isRecent(time: Time, times: Time[], running: IsoDate | null, anchors: Anchors): boolean {
  const reading = readTime(time, times, isNeverAhead, anchors)
  if (running === null || reading?.precision !== "day") return false
  return shiftDay(running, -FLASHBACK) <= reading.date && reading.date <= running
}

/** The day that a sentence moves the story to, null where it leaves for history, undefined where it says nothing. */
function dayTold(
  article: ResolvedArticle,
  sentence: Sentence,
  running: IsoDate | null,
  anchors: Anchors,
): IsoDate | null | undefined {
  const times = timesOf(article, sentence)
  let told: IsoDate | null | undefined
  let isMain = false
  for (const time of times) {
    const governor = governorOf(sentence, time)
    const verb = governor < 0 ? time.first : tensedVerb(sentence, governor)
    const tense = tenseOf(sentence, verb)
    if (tense === "ahead") continue
    // "A day earlier B had come": the story goes on with its own day.
    if (tense === "pluperfect" && isMainClause(sentence, verb) && isRecent(time, times, running, anchors))
      continue
    const reading = tense === "pluperfect" ? null : readTime(time, times, isNeverAhead, anchors)
    const isDay = reading?.precision === "day" && reading.date.slice(0, 4) === article.published?.slice(0, 4)
    if (isMainClause(sentence, verb)) {
      // "On March 16" in a story of the end of the month: what follows is of the story again, or of neither.
      const isFarBack = isDay && running !== null && reading.date < shiftDay(running, -FLASHBACK)
      told = isDay && !isFarBack ? reading.date : isMain ? told : null
      isMain = true
    } else if (!isMain && isDay && reading.date !== running) {
      // Told beside the story: which day goes on is open.
      told = null
    }
  }
  return told
}
