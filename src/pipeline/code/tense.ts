// The tense in which an event is told, as far as its time depends on it.
import type { Sentence, Status } from "../../types.js"
import { childrenWith, relation, tokenAt } from "../resolve/grammar.js"

export type Tense = "past" | "pluperfect" | "present" | "ahead"

/** The finite verb in whose tense a token stands, itself or above it, short of a clause with its own tense. */
export function tensedVerb(sentence: Sentence, token: number): number {
  let at = token
  for (let depth = 0; depth < 6; depth++) {
    const { upos, xpos, head } = tokenAt(sentence, at)
    const hasTense = /^VB[DZP]$|^MD$/.test(xpos) || childrenWith(sentence, at, "aux", "cop").length > 0
    if (((upos === "VERB" || upos === "AUX") && hasTense) || head < 0) return at
    at = head
  }
  return at
}

/** Of a verb with its auxiliaries; "past" for the passive "was struck" too. */
export function tenseOf(sentence: Sentence, verb: number): Tense {
  const { xpos } = tokenAt(sentence, verb)
  const auxiliaries = childrenWith(sentence, verb, "aux", "cop").map((child) =>
    tokenAt(sentence, child).text.toLowerCase(),
  )
  if (auxiliaries.some((word) => /^(?:will|would|shall|wo|'ll|’ll|may|might|could|can|should)$/.test(word)))
    return auxiliaries.includes("have") ? "past" : "ahead"
  if (auxiliaries.some((word) => /^(?:had|'d|’d)$/.test(word))) return "pluperfect"
  if (auxiliaries.some((word) => /^(?:was|were|did)$/.test(word))) return "past"
  return xpos === "VBD" ? "past" : "present"
}

/** Whether a time given with an event of this status lies before publication or after. */
export function isAhead(sentence: Sentence, trigger: number, status: Status): boolean {
  if (status === "actual") return false
  const verb = tensedVerb(sentence, trigger)
  const tense = tenseOf(sentence, verb)
  if (tense === "pluperfect") return false
  // "tried on Monday to reach him".
  if (tense === "past" && /^(?:try|attempt|seek)$/.test(tokenAt(sentence, verb).lemma)) return false
  if (status === "planned" || tense === "ahead") return true
  return status === "hypothetical" && tense === "present"
}

/** Of the sentence itself: not in a relative clause, a report, or a clause of time. */
export function isMainClause(sentence: Sentence, token: number): boolean {
  for (let at = token; at >= 0; at = tokenAt(sentence, at).head) {
    const { deprel, xpos } = tokenAt(sentence, at)
    const link = relation(tokenAt(sentence, at))
    if (link === "acl" || link === "ccomp" || link === "csubj") return false
    if (link === "advcl" && !(xpos === "VBG" && childrenWith(sentence, at, "mark").length === 0)) return false
    if (deprel === "nmod") return false
  }
  return true
}
