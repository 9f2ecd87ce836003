// Whether a trigger's event happened: read from the word itself and from every word that governs it, by the
// signatures of those words.
import type { Sentence, Status } from "../../types.js"
import { caseOf, childrenWith, relation, tokenAt } from "../resolve/grammar.js"
import {
  applied,
  hasCondition,
  isCondition,
  isForced,
  isNegated,
  isUnderWay,
  lemmasOf,
  ownStatus,
  TOLD,
} from "./modality.js"
import {
  CLAUSE,
  COMPLEMENT,
  CONTENT,
  EXPRESSIVE,
  NOUN,
  OCCURRING,
  PRESUPPOSING,
  type Signature,
} from "./signatures.js"

const GOVERNED = /^(?:xcomp|ccomp|advcl|acl|csubj|obj|obl|nmod|nsubj|conj|parataxis)$/

/**
 * Status of the event that a token evokes; `asserted` is the verb in whose course it stands, else the token itself.
 * A threat of what will be done is made, with or without a condition: "will boycott the talks unless".
 */
export function statusOf(sentence: Sentence, trigger: number, asserted = trigger, isThreat = false): Status {
  let status = ownStatus(sentence, trigger)
  if (asserted !== trigger) status = combine(ownStatus(sentence, asserted), status)
  let isConditioned = hasCondition(sentence, trigger) || hasCondition(sentence, asserted)
  let token = asserted
  for (let depth = 0; depth < 6 && !isCondition(sentence, token); depth++) {
    const { head } = tokenAt(sentence, token)
    if (head < 0) break
    const inherited = inheritedStatus(sentence, token, head)
    if (inherited === "stop") break
    status = combine(inherited, status)
    isConditioned ||= hasCondition(sentence, head)
    // What is said of a clause with its own tense does not pass on what is said of the saying.
    if (isContent(sentence, token)) break
    token = head
  }
  if (status === "planned" && isThreat) return "actual"
  if (status === "planned" && isConditioned) return "hypothetical"
  return isOpenQuestion(sentence) && status !== "negated" ? "hypothetical" : status
}

function combine(outer: Status, inner: Status): Status {
  if (outer === "actual") return inner
  if (outer === "negated" && inner === "negated") return "actual"
  if (inner === "actual" || outer === "hypothetical") return outer
  if (inner === "hypothetical") return outer === "negated" ? outer : inner
  return inner === "negated" ? "negated" : outer
}

/** "Did X attack?", but not "Why did X attack?", which takes it for granted. */
function isOpenQuestion({ tokens }: Sentence): boolean {
  if (!tokens.slice(-2).some((token) => token.text === "?")) return false
  return !tokens.slice(0, 4).some(({ text }) => /^(?:why|how|when|where|who)$/i.test(text))
}

/** What the governing word says about a word below it; "stop" where the two are separate assertions. */
function inheritedStatus(sentence: Sentence, token: number, head: number): Status | "stop" {
  const own = tokenAt(sentence, token)
  const governor = tokenAt(sentence, head)
  const link = relation(own)
  if (!GOVERNED.test(link)) return "actual"
  if (link === "parataxis" || own.deprel === "acl:relcl") return "stop"
  // "arrested in May, X was spared": what befell X before stands.
  if (own.deprel === "acl" && own.xpos === "VBN" && governor.upos === "PROPN") return "stop"
  if (link === "conj") return conjunctStatus(sentence, token, head)
  if (isPresupposed(sentence, token, head, link)) return "stop"
  // "no meeting took place": the verb is denied by this very word, not once more.
  if (/^(?:nsubj|obj)$/.test(link) && isNegated(sentence, token)) return "stop"
  if (/^[cn]subj$/.test(link) && isRuledOut(sentence, head)) return "negated"
  if (isForced(sentence, token)) return "actual"
  if (link === "nsubj") return governor.upos === "VERB" ? subjectStatus(sentence, head) : "actual"
  const preposition = caseOf(sentence, token)
  if (link === "obl" && !/^(?:for|from|against|to|of|on|about|in)$/.test(preposition)) return "stop"
  if (isContent(sentence, token)) return clauseStatus(sentence, head)
  const isYet = governor.lemma === "have" && lemmasOf(sentence, head, "advmod").includes("yet")
  if (isYet && link === "xcomp") return "negated"
  const signature = signatureOf(sentence, token, head, link, preposition)
  if (signature === undefined && link === "advcl") {
    return own.xpos === "VB" ? ownStatus(sentence, head) : "stop"
  }
  return applied(signature, ownStatus(sentence, head))
}

/** "is out of the question", "was impossible": what is said of a subject that will not be. */
function isRuledOut(sentence: Sentence, predicate: number): boolean {
  if (childrenWith(sentence, predicate, "cop").length === 0) return false
  if (ownStatus(sentence, predicate) === "negated") return false
  const { lemma } = tokenAt(sentence, predicate)
  const isOut = lemma === "question" && /^(?:out|beyond)/.test(caseOf(sentence, predicate))
  return isOut || /^(?:impossible|unthinkable|inconceivable)$/.test(lemma)
}

/** A complement with a subject or a tense of its own: "that X met Y", as against "to meet" and "meeting". */
function isContent(sentence: Sentence, token: number): boolean {
  const { upos, xpos, deprel } = tokenAt(sentence, token)
  if (!/^(?:ccomp|acl|csubj)/.test(deprel)) return false
  if (upos !== "VERB" && upos !== "AUX") return childrenWith(sentence, token, "cop").length > 0
  const hasTo = lemmasOf(sentence, token, "mark").includes("to")
  return !hasTo && (/^VB[DZP]$/.test(xpos) || childrenWith(sentence, token, "nsubj", "aux").length > 0)
}

/** "denied that X had met Y", "there is no evidence that X met Y": of a clause with its own tense. */
function clauseStatus(sentence: Sentence, head: number): Status | "stop" {
  const { upos, lemma, head: above } = tokenAt(sentence, head)
  const own = ownStatus(sentence, head)
  if (upos === "NOUN" && CONTENT.has(lemma)) {
    const governor = above < 0 ? undefined : CLAUSE.get(tokenAt(sentence, above).lemma)
    if (governor?.plain === "negated" && relation(tokenAt(sentence, head)) === "obj") return "negated"
    return own === "negated" ? "hypothetical" : "stop"
  }
  // "declined the request that he come".
  if (upos === "NOUN" && above >= 0 && relation(tokenAt(sentence, head)) === "obj") {
    const refusal = /^(?:refuse|decline|reject|turn_down)$/.test(governorLemma(sentence, above))
    if (refusal && ownStatus(sentence, above) === "actual") return "negated"
  }
  const signature = upos === "NOUN" ? NOUN.get(lemma) : CLAUSE.get(governorLemma(sentence, head))
  if (signature === undefined) return own === "hypothetical" ? "hypothetical" : "actual"
  return applied(signature, own)
}

/** "urged X to stop its raids": there were raids; "discuss the raids": likewise, but not "discuss a visit". */
function isPresupposed(sentence: Sentence, token: number, head: number, link: string): boolean {
  if (!PRESUPPOSING.has(governorLemma(sentence, head))) return false
  if (tokenAt(sentence, token).upos === "VERB") return tokenAt(sentence, token).xpos === "VBG"
  const isDefinite = childrenWith(sentence, token, "nmod:poss", "det", "amod").some((child) => {
    return !/^(?:an?|any|no|possible|future|further)$/i.test(tokenAt(sentence, child).text)
  })
  return isDefinite && /^(?:obj|nmod|obl|nsubj)$/.test(link)
}

/** Modals stand once for a whole coordination: "will visit and meet". */
function conjunctStatus(sentence: Sentence, token: number, head: number): Status | "stop" {
  const { upos, xpos } = tokenAt(sentence, token)
  if (upos === "VERB" && lemmasOf(sentence, token, "mark").includes("to")) {
    return tokenAt(sentence, head).xpos === "VB" ? "actual" : "stop"
  }
  if (isNegated(sentence, token)) return "stop"
  const isBare =
    !/^(?:VERB|AUX)$/.test(upos) ||
    (xpos === "VB" && childrenWith(sentence, token, "aux", "nsubj").length === 0)
  return isBare ? ownStatus(sentence, head) : "stop"
}

/** With its particle, and "short" of "stopped short": "call_off", "stop_short". */
function governorLemma(sentence: Sentence, token: number): string {
  const lemma = tokenAt(sentence, token).lemma.toLowerCase()
  const particles = childrenWith(sentence, token, "compound:prt", "advmod").filter((child) =>
    /^(?:off|out|up|down|on|short)$/i.test(tokenAt(sentence, child).text),
  )
  const [particle] = particles
  return particle === undefined ? lemma : `${lemma}_${tokenAt(sentence, particle).text.toLowerCase()}`
}

const SUASION = /^(?:mediate|broker|persuade|convince|coax|reconcile|dissuade|calm|defuse)$/

const ASSAULT = /^(?:kill|assassinate|murder|poison|shoot|bomb|stab|blow)$/
const WAS = /^(?:was|were|been)$/i

function signatureOf(
  sentence: Sentence,
  token: number,
  head: number,
  link: string,
  preposition: string,
): Signature | undefined {
  const { upos, lemma } = tokenAt(sentence, head)
  const isInfinitive = tokenAt(sentence, token).xpos === "VB" || /^(?:xcomp|ccomp)$/.test(link)
  if (upos === "NOUN") {
    // "talks brokered by X" are no mere talk of brokering.
    const isClause = link === "acl" && tokenAt(sentence, token).xpos !== "VBN"
    const isOf = isClause || /^(?:for|to|of)$/.test(preposition)
    return isOf && !isUnderWay(sentence, head, tokenAt(sentence, token).lemma) ? NOUN.get(lemma) : undefined
  }
  if (link === "nmod" || link === "csubj") return undefined
  const below = tokenAt(sentence, token).lemma
  // "was able to meet" has met.
  const wasAble =
    lemma === "able" &&
    childrenWith(sentence, head, "cop").some((cop) => WAS.test(tokenAt(sentence, cop).text))
  if (wasAble) return { plain: "own", denied: "negated" }
  // "was sent to speak with X", but "sent X a note to protest".
  if (/^(?:send|dispatch)$/.test(lemma))
    return !TOLD.test(below) && (link === "xcomp" || preposition === "for")
      ? COMPLEMENT.get("plan")
      : undefined
  // "spoke with X to congratulate her", "called X to thank him", but "called on X to condemn Y".
  const isTalk = lemma === "speak" || (lemma === "call" && hasObjectAlone(sentence, head))
  if (isTalk && TOLD.test(below)) return undefined
  // "ordered missiles to be fired": they were.
  const isOrdered = lemma === "order" && /^VB[DN]$/.test(tokenAt(sentence, head).xpos)
  if (isOrdered && childrenWith(sentence, token, "aux:pass").length > 0) return undefined
  const signature = COMPLEMENT.get(governorLemma(sentence, head)) ?? COMPLEMENT.get(lemma)
  if (signature === undefined) return undefined
  // "is trying to mediate" is at it.
  if (/^(?:try|attempt|seek|work)$/.test(lemma) && SUASION.test(below)) return undefined
  // "tried to poison": an attack that failed is one.
  if (/^(?:try|attempt)$/.test(lemma) && ASSAULT.test(below)) return undefined
  const isNegative = signature.plain === "negated"
  if (link === "obl")
    return preposition === (isNegative ? "from" : "for") || preposition === "on" ? signature : undefined
  // "stopped short of condemning", "is thinking of visiting", but not "refused, rejecting".
  if (link === "advcl" && !isInfinitive) {
    const marks = lemmasOf(sentence, token, "mark")
    if (marks.includes("against") && signature.plain === "planned") return COMPLEMENT.get("refuse")
    const isGoverned = marks.some((mark) => /^(?:of|from|about|on|against)$/.test(mark))
    return isGoverned || (isNegative && token - head <= 2) ? signature : undefined
  }
  if (link === "obj" && !takesEvents(sentence, token, lemma)) return undefined
  return signature
}

const hasObjectAlone = (sentence: Sentence, verb: number): boolean =>
  childrenWith(sentence, verb, "obj", "iobj").length > 0 &&
  !childrenWith(sentence, verb, "obl").some((at) => /^(?:on|upon|for)$/.test(caseOf(sentence, at)))

/** "offered her condolences" and "ordered strikes" are done with the word. */
function takesEvents(sentence: Sentence, noun: number, governor: string): boolean {
  const { lemma } = tokenAt(sentence, noun)
  // "announced the expulsion of", but "announced a visit".
  if (governor === "announce") return JOURNEY.test(lemma)
  return governor !== "order" && governor !== "agree" && !EXPRESSIVE.has(lemma)
}

const JOURNEY =
  /^(?:visit|trip|tour|meeting|summit|talk|conference|exercise|drill|withdrawal|strike|march|plan)$/

const MADE =
  /^(?:visit|trip|journey|tour|mission|talk|meeting|negotiation|summit|mediation|attack|assault|raid|offensive|strike|invasion|campaign|appeal|call|plea|protest|sanction|embargo|blockade|threat|dash)$/

/** "the visit was cancelled", "talks are planned": the verb says it of its subject. */
function subjectStatus(sentence: Sentence, verb: number): Status {
  const lemma = governorLemma(sentence, verb)
  const own = ownStatus(sentence, verb)
  const isPassive = childrenWith(sentence, verb, "nsubj:pass", "aux:pass").length > 0
  // "her trip failed": she made it.
  const isMade =
    lemma === "fail" &&
    childrenWith(sentence, verb, "nsubj").some((at) => MADE.test(tokenAt(sentence, at).lemma))
  if (isMade) return "actual"
  const isFreed = lemma === "free"
  const signature = (isPassive && !isFreed) || lemma === "fail" ? COMPLEMENT.get(lemma) : undefined
  if (signature !== undefined) return applied(signature, own)
  // "the attacks will not change our mind": that there were attacks stands.
  return OCCURRING.has(tokenAt(sentence, verb).lemma) ? own : "actual"
}
