// Prepositional phrases and lists: what hangs on a word, by preposition.
import type { Sentence } from "../../types.js"
import { caseOf, childrenOf, childrenWith, conjuncts, tokenAt } from "../resolve/grammar.js"

/** Each token with those coordinated with it. */
export const withConjuncts = (sentence: Sentence, tokens: number[]): number[] =>
  tokens.flatMap((token) => conjuncts(sentence, token))

/** Prepositional phrases of a word; several of one preposition and coordinated ones are all listed. */
export function obliques(sentence: Sentence, word: number): Map<string, number[]> {
  const map = new Map<string, number[]>()
  for (const child of childrenOf(sentence)[word] ?? []) {
    const { deprel } = tokenAt(sentence, child)
    if (!/^(?:obl|nmod|advcl|acl)/.test(deprel) || deprel === "nmod:poss" || isTime(sentence, child)) continue
    const shared = sharedBehind(sentence, child)
    const preposition =
      shared.length > 0
        ? tokenAt(sentence, child).text.toLowerCase()
        : caseOf(sentence, child) || markOf(sentence, child)
    if (preposition === "") continue
    const phrases = shared.length > 0 ? shared : conjuncts(sentence, child)
    map.set(preposition, [...(map.get(preposition) ?? []), ...phrases])
  }
  return map
}

/** "has ties with and opened an embassy in X": a preposition alone, whose X the second verb has. */
function sharedBehind(sentence: Sentence, preposition: number): number[] {
  const and = sentence.tokens[preposition + 1]
  if (tokenAt(sentence, preposition).xpos !== "IN" || and?.deprel !== "cc" || and.head <= preposition)
    return []
  const objects = childrenWith(sentence, and.head, "obj")
  const phrases = [
    ...objects,
    ...childrenWith(sentence, and.head, "obl"),
    ...objects.flatMap((object) => childrenWith(sentence, object, "nmod")),
  ].filter((token) => !isTime(sentence, token) && caseOf(sentence, token) !== "of")
  return phrases.length === 0 ? [] : conjuncts(sentence, Math.max(...phrases))
}

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|day|week|month|year|morning|evening|afternoon|night|hour|minute|weekend|today|time|moment|\d{4})$/i

/** "called on Monday" has no party after `on`. */
export const isTime = (sentence: Sentence, token: number): boolean =>
  TIME.test(tokenAt(sentence, token).lemma)

/** "for condemning": the preposition of a gerund is its marker. */
export function markOf(sentence: Sentence, clause: number): string {
  const [mark] = childrenWith(sentence, clause, "mark")
  return mark === undefined || tokenAt(sentence, clause).xpos !== "VBG"
    ? ""
    : tokenAt(sentence, mark).text.toLowerCase()
}
