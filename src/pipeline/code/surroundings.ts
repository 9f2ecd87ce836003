// What stands around a match: evidence for its confidence from its clause and from what else the article tells.
import type { ResolvedArticle, Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import type { Features } from "./confidence.js"
import type { Match } from "./match.js"
import { type SentenceMatch, sideOf } from "./nearby.js"

/** What is only claimed: "accused of bombing". */
const ACCUSING = /^(?:accuse|blame|charge|allege|suspect|claim)$/

/**
 * Whether it is told in an accusation or below a relative clause; whether both parties are of one state; whether its
 * sentence tells something else of the same two. `all` is what the article tells.
 */
export function surroundingsOf(
  article: ResolvedArticle,
  sentence: Sentence,
  match: Match,
  all: SentenceMatch[],
): Features {
  const above = ancestors(sentence, match.trigger).map((at) => tokenAt(sentence, at))
  const isRival = (other: SentenceMatch): boolean =>
    other.sentence === sentence &&
    other.match.frame.type !== match.frame.type &&
    isOfSamePair(other.match, match)
  return {
    accused: Number(above.some(({ lemma }) => ACCUSING.test(lemma))),
    relative: Number(above.some(({ deprel }) => deprel.startsWith("acl"))),
    "same state": Number(isWithinState(article, match)),
    "rival type": Number(all.some(isRival)),
  }
}

function ancestors(sentence: Sentence, token: number): number[] {
  const { head } = tokenAt(sentence, token)
  return head < 0 ? [] : [head, ...ancestors(sentence, head)]
}

/** In either order. */
function isOfSamePair(a: Match, b: Match): boolean {
  const [source, target] = [a.source?.actor, a.target?.actor]
  if (source === undefined || target === undefined) return false
  return (
    (source === b.source?.actor && target === b.target?.actor) ||
    (source === b.target?.actor && target === b.source?.actor)
  )
}

function isWithinState(article: ResolvedArticle, { source, target }: Match): boolean {
  if (source === null || target === null) return false
  const side = sideOf(article, source.actor)
  return side.startsWith("state:") && side === sideOf(article, target.actor)
}
