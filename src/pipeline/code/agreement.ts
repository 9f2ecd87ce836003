// How far the learned reader agrees with a match: evidence for its confidence, whoever found it.
import { EVENT_TYPES, eventType } from "../../ontology.js"
import type { Mention, ResolvedArticle, Sentence } from "../../types.js"
import { actorsAt, mentionsIn } from "../resolve/lookup.js"
import type { Features } from "./confidence.js"
import { isLearned, isNear } from "./learned.js"
import type { Match } from "./match.js"
import type { FoundParty } from "./parties.js"

const ROLES = ["source", "target"] as const

/**
 * Logits of the reader for the match's type at its trigger, for another type there, and for each party, with how far
 * that is before other actors. Nothing for what the reader does not know: types and frames of the user's own.
 */
export function agreementOf(article: ResolvedArticle, sentence: Sentence, match: Match): Features {
  const { frame, trigger } = match
  if (frame.isUsers || !EVENT_TYPES.some(({ type }) => type === frame.type)) return {}
  const near = sentence.triggers.filter(({ token }) => isNear(sentence, token, trigger))
  const rivals = near.filter(({ type }) => type !== frame.type).map(({ score }) => score)
  const [own] = near.filter(({ type }) => type === frame.type).sort((a, b) => b.score - a.score)
  const elsewhere = sentence.triggers.filter(({ type }) => type === frame.type).map(({ score }) => score)
  const features: Features = {
    learned: Number(isLearned(frame)),
    "read trigger": logit(own?.score ?? 0),
    // "said that X must leave": the frame has the first verb, the reader the second.
    "read elsewhere": logit(Math.max(0, ...elsewhere)),
    "read rival": logit(Math.max(0, ...rivals)),
  }
  for (const role of ROLES) {
    const party = match[role]
    if (own === undefined || party === null || party.token === trigger) continue
    const roles = eventType(frame.type).symmetric ? ROLES : [role]
    const scores = sentence.tokens.map((_, token) => Math.max(...roles.map((each) => own[each][token] ?? 0)))
    const score = logit(bestIn(scores, spanOf(article, sentence, party)))
    const others = mentionsIn(article, sentence.index).filter(({ actors }) => !actors.some(isParty(match)))
    features[`read ${role}`] = score
    features[`lead ${role}`] = score - logit(Math.max(0, ...others.map((other) => bestIn(scores, other))))
  }
  return features
}

const isParty =
  ({ source, target }: Match) =>
  (actor: string): boolean =>
    actor === source?.actor || actor === target?.actor

/** The words that name the party, since the reader may mark another of them than the parser takes for the head. */
function spanOf(
  article: ResolvedArticle,
  sentence: Sentence,
  { token }: FoundParty,
): Pick<Mention, "first" | "last"> {
  return actorsAt(article, sentence.index, token)?.mention ?? { first: token, last: token }
}

const bestIn = (scores: number[], { first, last }: Pick<Mention, "first" | "last">): number =>
  Math.max(...scores.slice(first, last + 1))

const logit = (score: number): number => {
  const inside = Math.min(0.98, Math.max(0.01, score))
  return Math.log(inside / (1 - inside))
}
