// Fourth stage: who did what to whom. Frames on trees and the learned reader give matches; status, date and place make
// them events.
import { isDrawn } from "../../status.js"
import type { CodedEvent, ResolvedArticle } from "../../types.js"
import { attributionOf } from "./attribution.js"
import { confidenceOf, type Features, featuresOf } from "./confidence.js"
import { fillFromContext } from "./context.js"
import { dateOf } from "./dates.js"
import { repeatedActs } from "./ellipsis.js"
import type { Frame, Frames } from "./frames.js"
import { isLearned, withLearned } from "./learned.js"
import { isWhole, type Match, matchFrames } from "./match.js"
import { asMeeting } from "./meetings.js"
import { mergeEvents } from "./merge.js"
import type { SentenceMatch } from "./nearby.js"
import { Parties } from "./parties.js"
import { retyped } from "./retype.js"
import { statusOf } from "./status.js"
import { isVisit, toVisit } from "./visits.js"

export { type Frames, loadFrames } from "./frames.js"

/** What the learned reader alone finds must be so sure: less would cost more precision than recall is worth. */
const LEAST_CONFIDENCE = 0.55

/**
 * An edge less likely than this is left out where its sentence tells a likelier one. F1 is best where all is kept that is
 * right more often than in half of F1 (Lipton, Elkan and Narayanaswamy 2014); ours is .4 to .8.
 */
const UNLIKELY = 0.3

/** Events of an article, merged, in order of their first evidence. */
export function code(article: ResolvedArticle, frames: Frames): CodedEvent[] {
  const credible = readEvents(article, frames).filter(isCredible)
  const events = credible
    .filter((read) => !isCompleted(read, credible) && !isOutdone(read, credible))
    .map(({ event }) => event)
  return mergeEvents(events).sort((a, b) => firstOf(a) - firstOf(b))
}

/** One mention of an event, and what its confidence is read from. */
export interface ReadEvent {
  event: CodedEvent
  features: Features
  frame: Frame
  trigger: number
}

/** Half an event, of which the same words tell the whole. */
const isCompleted = ({ event, trigger }: ReadEvent, all: ReadEvent[]): boolean =>
  !isWhole(event) &&
  all.some(
    (other) =>
      isWhole(other.event) &&
      other.trigger === trigger &&
      other.event.type === event.type &&
      firstOf(other.event) === firstOf(event),
  )

const isCredible = ({ event, frame }: ReadEvent): boolean =>
  !isLearned(frame) || event.confidence >= LEAST_CONFIDENCE

const isEdge = ({ event }: ReadEvent): boolean => isWhole(event) && isDrawn(event.status)

/** "Rang him and offered to visit": the call is told for sure, an agreement hardly. A user's own types are spared. */
const isOutdone = (read: ReadEvent, all: ReadEvent[]): boolean =>
  isEdge(read) &&
  !read.frame.isUsers &&
  read.event.confidence < UNLIKELY &&
  all.some(
    (other) =>
      isEdge(other) && other.event.confidence >= UNLIKELY && firstOf(other.event) === firstOf(read.event),
  )

/** Every mention of an event, before they are merged. */
export function readEvents(article: ResolvedArticle, frames: Frames): ReadEvent[] {
  const matches: SentenceMatch[] = []
  let before: Match[] = []
  for (const sentence of article.sentences) {
    if (sentence.boilerplate) continue
    const parties = new Parties(article, sentence)
    const told = matchFrames(article, sentence, frames).map((match) => retyped(sentence, match, frames))
    const repeated = repeatedActs(parties, sentence, told, before)
    before = told
    for (const match of [...withLearned(parties, sentence, told, frames), ...repeated]) {
      const visit = isVisit(match) ? toVisit(article, match) : match
      if (visit !== undefined) matches.push({ sentence, match: asMeeting(article, sentence, visit) })
    }
  }
  const all = fillFromContext(article, matches)
  return all.map((told) => toEvent(article, told, all))
}

const firstOf = (event: CodedEvent): number => Math.min(...event.evidence.map((item) => item.start))

function toEvent(article: ResolvedArticle, item: SentenceMatch, all: SentenceMatch[]): ReadEvent {
  const { sentence, match } = item
  const { frame, trigger, source, target } = match
  const read = statusOf(sentence, trigger, match.asserted, frame.type === "THREATENED")
  const status =
    frame.planned && read === "actual" ? "planned" : frame.negated && read === "negated" ? "actual" : read
  const attribution = attributionOf(new Parties(article, sentence), sentence, trigger)
  const told = { type: frame.type, status, isReported: attribution !== null }
  const features = featuresOf(article, item, told, all)
  const confidence = confidenceOf(features)
  const event: CodedEvent = {
    type: frame.type,
    cameo: frame.cameo,
    source: source?.actor ?? null,
    target: target?.actor ?? null,
    status,
    ...dateOf(article, sentence, trigger, status, match.asserted, target?.token),
    place: frame.type === "VISITED" ? (target?.place ?? null) : null,
    confidence,
    group: frame.grouped ? `${sentence.index}:${match.group}` : null,
    explicitInitiator: match.explicitInitiator,
    evidence: [
      {
        start: sentence.start,
        end: sentence.end,
        quote: article.text.slice(sentence.start, sentence.end),
        sentence: sentence.index,
        status,
        confidence,
        attribution,
      },
    ],
  }
  return { event, features, frame, trigger }
}
