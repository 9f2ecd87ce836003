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
    const preposition = caseOf(sentence, child) || markOf(sentence, child)
    if (preposition === "") continue
    map.set(preposition, [...(map.get(preposition) ?? []), ...conjuncts(sentence, child)])
  }
  return map
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
