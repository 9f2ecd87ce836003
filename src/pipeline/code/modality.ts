// What a word's own auxiliaries, negators, marks and modifiers say of its event: "will", "not", "possible", "to".
import type { Sentence, Status } from "../../types.js"
import { caseOf, childrenWith, tokenAt } from "../resolve/grammar.js"
import { COMPLEMENT, PRESUPPOSING, SCHEDULED, type Signature } from "./signatures.js"

/** Lower-case lemmas of the children in these relations. */
export const lemmasOf = (sentence: Sentence, token: number, ...deprels: string[]): string[] =>
  childrenWith(sentence, token, ...deprels).map((child) => tokenAt(sentence, child).lemma.toLowerCase())

const NEGATOR = /^(?:not|n't|n’t|never|no|neither|nor|hardly|barely|scarcely)$/
const NOBODY = /^(?:nobody|none|nothing|no-one|neither)$/

/** "did not", "never", "no", "nor": said of the word itself, other than "not only". */
export function isNegated(sentence: Sentence, token: number): boolean {
  return childrenWith(sentence, token, "advmod", "det", "cc:preconj", "cc").some((child) => {
    const { lemma, deprel, text } = tokenAt(sentence, child)
    if (!NEGATOR.test(lemma.toLowerCase()) && !NEGATOR.test(text.toLowerCase())) return false
    const next = sentence.tokens[child + 1]?.text.toLowerCase() ?? ""
    // "Hardly had she arrived than".
    if (/^(?:hardly|barely|scarcely)$/i.test(text) && /^(?:had|has|have)$/.test(next)) return false
    // "not only", "could not but condemn".
    if (/^(?:only|just|merely|simply|solely|least|but)$/.test(next)) return false
    return deprel !== "cc" || lemma.toLowerCase() === "nor"
  })
}

/** "Neither X nor Y met Z", "nobody met Z", "met no one": the verb is denied with its subject or object. */
function hasNegatedArgument(sentence: Sentence, token: number): boolean {
  if (tokenAt(sentence, token).upos !== "VERB") return false
  return childrenWith(sentence, token, "nsubj", "obj").some((child) => {
    const { lemma, text } = tokenAt(sentence, child)
    return (
      NOBODY.test(lemma.toLowerCase()) ||
      (/^no$/i.test(text) && /^one$/i.test(sentence.tokens[child + 1]?.text ?? "")) ||
      childrenWith(sentence, child, "det", "cc:preconj").some((word) =>
        /^(?:no|neither)$/i.test(tokenAt(sentence, word).text),
      )
    )
  })
}

/** "if X met Y", "Should X meet Y": an open condition. */
export function isCondition(sentence: Sentence, token: number): boolean {
  if (lemmasOf(sentence, token, "mark").some((word) => /^(?:if|whether|unless|lest|provided)$/.test(word)))
    return !lemmasOf(sentence, token, "advmod").includes("even")
  const [subject] = childrenWith(sentence, token, "nsubj")
  if (subject === undefined || tokenAt(sentence, token).deprel !== "advcl") return false
  return childrenWith(sentence, token, "aux").some(
    (child) => child < subject && /^(?:had|should|were)$/i.test(tokenAt(sentence, child).text),
  )
}

/** "if", also of a clause that is set beside: "X would pay, Y said, if Z agreed"; "only under", "only when". */
export function hasCondition(sentence: Sentence, token: number): boolean {
  if (tokenAt(sentence, token).deprel === "advcl" && isCondition(sentence, token)) return true
  const verbs = [token, ...childrenWith(sentence, token, "parataxis")]
  return verbs
    .flatMap((verb) => childrenWith(sentence, verb, "advcl", "obl"))
    .some((child) => {
      return isCondition(sentence, child) || lemmasOf(sentence, child, "advmod").includes("only")
    })
}

const AHEAD =
  /^(?:today|tonight|tomorrow|soon|shortly|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day|coming|later)$/

/** "flies to Rome on Friday", "is meeting him tomorrow". */
function isScheduled(sentence: Sentence, token: number): boolean {
  const { xpos, lemma } = tokenAt(sentence, token)
  if (!SCHEDULED.has(lemma) || !/^VB[ZPG]$/.test(xpos)) return false
  const auxiliaries = childrenWith(sentence, token, "aux").map((child) => tokenAt(sentence, child).text)
  if (
    xpos === "VBG"
      ? !auxiliaries.some((word) => /^(?:is|are|'s|’s|'re|’re)$/.test(word))
      : auxiliaries.length > 0
  )
    return false
  return childrenWith(sentence, token, "obl", "advmod", "nmod").some((child) =>
    [child, ...childrenWith(sentence, child, "amod")].some((word) =>
      AHEAD.test(tokenAt(sentence, word).text.toLowerCase()),
    ),
  )
}

/** "convened a meeting for Monday". */
function isForDay(sentence: Sentence, noun: number): boolean {
  const { head, deprel } = tokenAt(sentence, noun)
  const phrases = childrenWith(sentence, noun, "nmod")
  if (deprel === "obj") phrases.push(...childrenWith(sentence, head, "obl"))
  return phrases.some((child) => {
    return caseOf(sentence, child) === "for" && AHEAD.test(tokenAt(sentence, child).text.toLowerCase())
  })
}

const MODIFIERS: [words: RegExp, status: Status][] = [
  [
    /^(?:planned|upcoming|scheduled|forthcoming|future|expected|imminent|impending|looming|intended|promised|next|proposed)$/,
    "planned",
  ],
  [
    /^(?:possible|potential|hypothetical|rumou?red|conceivable|feared|likely|eventual|threatened|suggested)$/,
    "hypothetical",
  ],
  [
    /^(?:cancell?ed|postponed|aborted|shelved|scrapped|foiled|thwarted|averted|attempted|abandoned)$/,
    "negated",
  ],
]

/** From the word itself: "will", "may", "not", "no", a plain infinitive of purpose. */
export function ownStatus(sentence: Sentence, token: number): Status {
  const { upos, xpos, deprel, head, lemma } = tokenAt(sentence, token)
  const auxiliaries = lemmasOf(sentence, token, "aux", "cop")
  const marks = childrenWith(sentence, token, "mark").map((child) =>
    tokenAt(sentence, child).text.toLowerCase(),
  )
  const adverbs = lemmasOf(sentence, token, "advmod")
  if (isCondition(sentence, token)) return "hypothetical"
  const negated = isNegated(sentence, token) || hasNegatedArgument(sentence, token)
  const isPerfect = auxiliaries.includes("have")
  if (isForced(sentence, token)) return "actual"
  if (auxiliaries.some((word) => /^(?:may|might)$/.test(word))) return "hypothetical"
  if (auxiliaries.some((word) => /^(?:could|should|must|can|ought|ca)$/.test(word)))
    return negated ? "negated" : "hypothetical"
  if (marks.some((word) => /^(?:without|instead|rather)$/.test(word))) return negated ? "actual" : "negated"
  // "rang Roe rather than meet him".
  if (upos === "VERB" && lemmasOf(sentence, token, "cc").includes("rather")) return "negated"
  if (negated || isFarFrom(sentence, token)) return "negated"
  if (adverbs.some((word) => /^(?:nearly|almost)$/.test(word)) && upos === "VERB") return "negated"
  if (adverbs.some((word) => /^(?:perhaps|possibly|maybe|potentially)$/.test(word))) return "hypothetical"
  // "he'd spoken" has spoken, "he'd speak" has not.
  const isFuture = auxiliaries.some((word) => /^(?:will|shall|would|'ll|’ll|wo)$/.test(word))
  if (isFuture && !(xpos === "VBN" && !isPerfect && auxiliaries.length === 1))
    return isPerfect && auxiliaries.includes("would") ? "hypothetical" : "planned"
  const isVerb = upos === "VERB" || upos === "AUX"
  // "is to meet", "was to have met", "has yet to meet".
  if (isVerb && marks.includes("to") && auxiliaries.includes("be") && xpos !== "VBG") {
    if (adverbs.includes("yet")) return "negated"
    if (xpos === "VB") return "planned"
    if (isPerfect) return "negated"
  }
  if (isVerb && xpos === "VB") {
    const told = adjectiveBefore(sentence, token)
    if (told !== undefined) return told
    const isTo = marks.includes("to")
    if (isTo && deprel === "advcl" && isDone(sentence, head, lemma)) return "actual"
    if (isTo && (deprel === "advcl" || (deprel === "acl" && !isUnderWay(sentence, head, lemma))))
      return "planned"
  }
  if (isScheduled(sentence, token)) return "planned"
  if (!isVerb && isForDay(sentence, token)) return "planned"
  const modifiers = lemmasOf(sentence, token, "amod").concat(
    childrenWith(sentence, token, "amod").map((child) => tokenAt(sentence, child).text.toLowerCase()),
  )
  const modified = MODIFIERS.find(([words]) => modifiers.some((word) => words.test(word)))
  if (modified !== undefined) return modified[1]
  return !isVerb && lemmasOf(sentence, token, "det").includes("any") ? "hypothetical" : "actual"
}

/** "could not but condemn", "had no choice but to expel": done under force. */
export const isForced = (sentence: Sentence, token: number): boolean =>
  FORCED.test(
    sentence.tokens
      .slice(Math.max(token - 4, 0), token)
      .map(({ text }) => text.toLowerCase())
      .join(" "),
  )
const FORCED = /(?:\bcould(?: not|n't|n’t) but|\bno (?:choice|option|alternative) but to)$/

/** "Far from condemning A, B praised it." */
const isFarFrom = (sentence: Sentence, token: number): boolean =>
  childrenWith(sentence, token, "mark", "case").some(
    (child) =>
      /^from$/i.test(tokenAt(sentence, child).text) && /^far$/i.test(sentence.tokens[child - 1]?.text ?? ""),
  )

/** "is due to meet", where the parser does not hang the verb below the adjective. */
function adjectiveBefore(sentence: Sentence, token: number): Status | undefined {
  const at = token - 2
  const word = sentence.tokens[at]
  if (word?.upos !== "ADJ" || sentence.tokens[token - 1]?.text !== "to") return undefined
  if (tokenAt(sentence, token).head === at) return undefined
  const signature = COMPLEMENT.get(word.lemma)
  return signature && applied(signature, isNegated(sentence, at) ? "negated" : "actual")
}

/** What is done by saying it, in the course of a talk or journey. */
export const TOLD =
  /^(?:convey|express|offer|congratulate|thank|condole|reiterate|reaffirm|protest|pledge|urge|ask|appeal|demand|press|warn|mediate|broker|discuss|brief|inform|reassure|condemn|denounce)$/
const CONTACT =
  /^(?:call|phone|telephone|ring|write|speak|meet|visit|use|summon|contact|travel|fly|arrive|come|go|gather|tell|issue)$/

const FIGHT = /^(?:fight|defeat|combat|degrade|destroy|battle|counter)$/

/** "rang Roe to convey her sympathy", "voted to accept": done with the talk, the journey or the vote. */
function isDone(sentence: Sentence, head: number, lemma: string): boolean {
  const matrix = tokenAt(sentence, head)
  // "is in Mali to fight X".
  if (FIGHT.test(lemma) && childrenWith(sentence, head, "cop").length > 0 && caseOf(sentence, head) === "in")
    return ownStatus(sentence, head) === "actual"
  if (matrix.lemma === "fit" && tokenAt(sentence, matrix.head).text.toLowerCase() === "saw") return true
  if (!/^VB[DN]$/.test(matrix.xpos)) return false
  // "went on to attack", but "went on to Rome to attack".
  const [on, to, verb] = sentence.tokens.slice(head + 1, head + 4)
  if (matrix.lemma === "go" && on?.text === "on" && to?.text === "to" && verb?.lemma === lemma) return true
  return matrix.lemma === "vote" || (TOLD.test(lemma) && CONTACT.test(matrix.lemma))
}

/** "our efforts to degrade X" go on, "their commitment to support X" is support; "in an effort to" looks ahead. */
export function isUnderWay(sentence: Sentence, noun: number, verb: string): boolean {
  const { lemma, text } = tokenAt(sentence, noun)
  // "the first president to visit X" has, or will have, as the sentence has it.
  const words = [text, ...childrenWith(sentence, noun, "amod").map((child) => tokenAt(sentence, child).text)]
  if (words.some((word) => /^(?:first|second|third|last|latest|only|sole)$/i.test(word))) return true
  if (/^(?:commitment|determination|readiness)$/.test(lemma))
    return /^(?:support|back|stand|help|assist)$/.test(verb)
  // "deplored the decision to expel".
  const above = sentence.tokens[tokenAt(sentence, noun).head]
  if (/^(?:decision|move|step)$/.test(lemma) && above !== undefined && PRESUPPOSING.has(above.lemma))
    return true
  const isOngoing = text.endsWith("s") || childrenWith(sentence, noun, "nmod:poss").length > 0
  return /^(?:effort|attempt)$/.test(lemma) && isOngoing
}

/** What a signature says, where the word that has it is itself of a status. */
export function applied(signature: Signature | undefined, own: Status): Status {
  if (own === "hypothetical") return own
  const said = own === "negated" ? (signature?.denied ?? "negated") : (signature?.plain ?? own)
  return said === "own" ? "actual" : said
}
