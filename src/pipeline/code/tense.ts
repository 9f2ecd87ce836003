// The tense in which an event is told, as far as its time depends on it.
import type { Sentence, Status } from "../../types.js"
import { caseOf, childrenWith, relation, tokenAt } from "../resolve/grammar.js"

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

/** Pasts that are participles as well. */
const SAME_PARTICIPLE =
  /(?:ed|ought|aught|[ae]ld|nt|ept)$|^(?:met|said|told|left|led|built|won|lost|made|paid|hit|cut|put|set|shot|struck|heard|stood|found|read|laid)$/i

/** Of a verb with its auxiliaries; "past" for the passive "was struck" too. */
export function tenseOf(sentence: Sentence, verb: number): Tense {
  const { xpos, deprel, head, text } = tokenAt(sentence, verb)
  // "had come and met A": one auxiliary for both, though the parser takes the second for a past of its own.
  const isParticiple = xpos === "VBN" || (xpos === "VBD" && SAME_PARTICIPLE.test(text))
  if (deprel === "conj" && isParticiple && childrenWith(sentence, verb, "aux", "nsubj").length === 0) {
    const above = tenseOf(sentence, head)
    if (above === "pluperfect" || xpos === "VBN") return above
  }
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

const ALONGSIDE = /^(?:though|although|while|whereas|as)$/
const SAYING = /^(?:say|tell|announce|report|add|write|declare)$/

/**
 * Told in the course of the story: in its main clauses, in what goes on beside them ("though he pleaded", "flew to Rome,
 * where he met"), and in what is said to have come to pass ("said the two agreed"); of a live report in all that it says.
 */
export function isInCourse(sentence: Sentence, token: number, isLive: boolean): boolean {
  for (let at = token; at >= 0; at = tokenAt(sentence, at).head) {
    const { head } = tokenAt(sentence, at)
    const link = relation(tokenAt(sentence, at))
    if (link !== "advcl" && link !== "ccomp" && link !== "acl") continue
    const marks = childrenWith(sentence, at, "mark").map((child) =>
      tokenAt(sentence, child).text.toLowerCase(),
    )
    const isBeside =
      link === "ccomp"
        ? SAYING.test(tokenAt(sentence, head).lemma)
        : hasPlace(sentence, at) || (link === "advcl" && marks.some((mark) => ALONGSIDE.test(mark)))
    const isPast =
      tenseOf(sentence, at) === "past" && tenseOf(sentence, tensedVerb(sentence, head)) === "past"
    if (isBeside && (isPast || isLive))
      return isUpTo(sentence, token, at) && isInCourse(sentence, head, isLive)
  }
  return isMainClause(sentence, token)
}

/** "the meeting on Monday at which X condemned Y": the clause tells what went on there. */
export const hasLocation = (sentence: Sentence, verb: number): boolean =>
  hasPlace(sentence, verb) ||
  childrenWith(sentence, verb, "advmod").some((child) => /^when$/i.test(tokenAt(sentence, child).text))

/** "Rome, where he met", "the summit at which he met". */
const hasPlace = (sentence: Sentence, verb: number): boolean =>
  childrenWith(sentence, verb, "obl", "advmod").some((child) => {
    const { text } = tokenAt(sentence, child)
    return (
      /^where$/i.test(text) || (/^which$/i.test(text) && /^(?:in|at|during)$/.test(caseOf(sentence, child)))
    )
  })

/** Whether nothing between a token and one above it has a time of its own. */
function isUpTo(sentence: Sentence, token: number, above: number): boolean {
  for (let at = token; at !== above && at >= 0; at = tokenAt(sentence, at).head) {
    if (endsClause(sentence, at)) return false
  }
  return true
}

/** Of the sentence itself: not in a relative clause, a report, or a clause of time. */
export function isMainClause(sentence: Sentence, token: number): boolean {
  for (let at = token; at >= 0; at = tokenAt(sentence, at).head) {
    if (endsClause(sentence, at)) return false
  }
  return true
}

function endsClause(sentence: Sentence, token: number): boolean {
  const { deprel, xpos } = tokenAt(sentence, token)
  const link = relation(tokenAt(sentence, token))
  if (link === "acl" || link === "ccomp" || link === "csubj") return true
  if (link === "advcl" && !(xpos === "VBG" && childrenWith(sentence, token, "mark").length === 0)) return true
  return deprel === "nmod"
}
