// What is told near a match: the best of its neighbours, and whose side an actor is on.
import { isDrawn } from "../../status.js"
import type { ActorId, ResolvedArticle, Sentence } from "../../types.js"
import type { Match } from "./match.js"
import { statusOf } from "./status.js"

export interface SentenceMatch {
  sentence: Sentence
  match: Match
}

/** How many sentences away an act may be told. */
const REACH = 3

/** The neighbour nearest by sentences less its score, those told before first; without a score it does not fit. */
export function nearest<Near extends SentenceMatch>(
  item: SentenceMatch,
  all: Near[],
  score: (other: Near) => number | undefined,
  reach = REACH,
): Near | undefined {
  let best: Near | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of all) {
    const ahead = other.sentence.index - item.sentence.index
    const distance = ahead > 0 ? ahead + 0.5 : -ahead
    if (other.match === item.match || distance > reach) continue
    const value = score(other)
    if (value === undefined || distance - value >= least) continue
    least = distance - value
    best = other
  }
  return best
}

/** Happened or is to happen, by all that its sentence says. */
export const isAsserted = ({ sentence, match }: SentenceMatch): boolean =>
  isDrawn(statusOf(sentence, match.trigger, match.asserted))

/** The state that an actor belongs to, else the actor. */
export function sideOf(article: ResolvedArticle, actor: ActorId): ActorId {
  const state = article.actors.find(({ id }) => id === actor)?.state
  return state == null ? actor : `state:${state}`
}
