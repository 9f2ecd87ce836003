// The arguments of a verb or noun on top of the basic tree: shared subjects, passives, relative clauses,
// controlled infinitives (after Schuster and Manning 2016, Enhanced English Universal Dependencies).
import type { Sentence, Token } from "../../types.js"
import { caseOf, childrenOf, childrenWith, conjuncts, relation, tokenAt } from "../resolve/grammar.js"

/** Token indices by the place they take; coordinated ones are all listed. */
export interface Arguments {
  subject: number[]
  object: number[]
  indirect: number[]
  /** Infinitives and clauses that the verb governs. */
  complement: number[]
  /** By preposition, as written: "with", "along with". */
  oblique: Map<string, number[]>
  passive: boolean
}

const cache = new WeakMap<Sentence, Map<number, Arguments>>()

/** Who does what to whom by one verb, found once a sentence. */
export function verbArguments(sentence: Sentence, verb: number): Arguments {
  let known = cache.get(sentence)
  if (known === undefined) {
    known = new Map()
    cache.set(sentence, known)
  }
  let found = known.get(verb)
  if (found === undefined) {
    found = findArguments(sentence, verb)
    known.set(verb, found)
  }
  return found
}

function findArguments(sentence: Sentence, verb: number): Arguments {
  const passive = isPassive(sentence, verb)
  const found: Arguments = {
    subject: [],
    object: [],
    indirect: withConjuncts(sentence, childrenWith(sentence, verb, "iobj")),
    complement: childrenWith(sentence, verb, "xcomp", "ccomp"),
    oblique: obliques(sentence, verb),
    passive,
  }
  const own = childrenWith(sentence, verb, "nsubj")
  const subjects = withConjuncts(
    sentence,
    antecedents(sentence, verb, own.length > 0 ? own : relativeSubject(sentence, verb)),
  )
  const objects = objectsOf(sentence, verb)
  found.complement = found.complement.filter((token) => !objects.includes(token))
  if (passive) {
    found.object = subjects.length > 0 ? subjects : inheritedObject(sentence, verb)
    found.subject = agentsOf(sentence, verb, found.oblique)
    if (found.subject.length === 0 && objects.length > 0) found.indirect = objects
  } else {
    found.subject = subjects.length > 0 ? subjects : inheritedSubject(sentence, verb)
    found.object = objects.length > 0 ? objects : relativeObject(sentence, verb)
    if (found.object.length === 0) found.object = sharedObject(sentence, verb)
  }
  return found
}

/** "arrested and beaten by X", "US-backed forces": the by-phrase, a later one shared, or the word before the hyphen. */
function agentsOf(sentence: Sentence, verb: number, oblique: Map<string, number[]>): number[] {
  const by = oblique.get("by") ?? []
  if (by.length > 0) return by
  const hands = oblique.get("at")?.find((token) => tokenAt(sentence, token).lemma === "hand")
  if (hands !== undefined) {
    return [...childrenWith(sentence, hands, "nmod:poss"), ...(obliques(sentence, hands).get("of") ?? [])]
  }
  if (tokenAt(sentence, verb).deprel === "amod") {
    return childrenWith(sentence, verb, "compound", "obl", "nmod", "advmod", "amod").filter((at) => at < verb)
  }
  const [next] = childrenWith(sentence, verb, "conj")
  return next !== undefined && isPassive(sentence, next) ? (obliques(sentence, next).get("by") ?? []) : []
}

/** "condemned and rejected the raids": two verbs side by side share the object of the second. */
function sharedObject(sentence: Sentence, verb: number): number[] {
  const next = childrenWith(sentence, verb, "conj").find((child) => child <= verb + 3)
  if (next === undefined || childrenWith(sentence, verb, "xcomp", "ccomp", "obl").length > 0) return []
  return objectsOf(sentence, next)
}

/** A bare name after a verb is its object, also where the parser takes it for a predicate: "called President Doe". */
function objectsOf(sentence: Sentence, verb: number): number[] {
  const start = clauseStart(sentence, verb)
  const pronouns = relativeSubject(sentence, verb)
  const own = childrenWith(sentence, verb, "obj").filter(
    (child) => child > start && !pronouns.includes(child),
  )
  const found = own.length > 0 ? own : misplacedObjects(sentence, verb)
  return withConjuncts(sentence, antecedents(sentence, verb, found))
}

/** Where the parser puts objects astray: "warned X", "asked | X to stop", "gave | more than $4 million". */
function misplacedObjects(sentence: Sentence, verb: number): number[] {
  const raised = childrenWith(sentence, verb, "xcomp", "advcl").flatMap((clause) => {
    const start = clauseStart(sentence, clause)
    return childrenWith(sentence, clause, "obj").filter((child) => verb < child && child < start)
  })
  const names = childrenWith(sentence, verb, "xcomp").filter(
    (child) => tokenAt(sentence, child).upos === "PROPN",
  )
  const bare = childrenWith(sentence, verb, "iobj", "obl").filter(
    (child) =>
      child > verb &&
      tokenAt(sentence, child).deprel !== "obl:agent" &&
      caseOf(sentence, child) === "" &&
      !isTime(sentence, child),
  )
  return [raised, names, bare].find((tokens) => tokens.length > 0) ?? []
}

/** The "to" of an infinitive, before which no object of its own stands; -1 elsewhere. */
function clauseStart(sentence: Sentence, verb: number): number {
  if (tokenAt(sentence, verb).xpos !== "VB") return -1
  return (
    childrenWith(sentence, verb, "mark").find(
      (child) => tokenAt(sentence, child).lemma.toLowerCase() === "to",
    ) ?? -1
  )
}

function isPassive(sentence: Sentence, verb: number): boolean {
  const marks = childrenWith(sentence, verb, "nsubj", "aux").map((child) => tokenAt(sentence, child).deprel)
  if (marks.some((deprel) => deprel.endsWith(":pass"))) return true
  const { xpos, deprel, head } = tokenAt(sentence, verb)
  if (xpos !== "VBN" || marks.includes("aux")) return false
  // "the raids carried out by X", "backed by X, Y …", "US-backed forces": a bare participle.
  if (/^(?:acl|advcl|amod)/.test(deprel)) return true
  return deprel === "conj" && tokenAt(sentence, head).xpos === "VBN" && isPassive(sentence, head)
}

export const withConjuncts = (sentence: Sentence, tokens: number[]): number[] =>
  tokens.flatMap((token) => conjuncts(sentence, token))

/** "who" and "which" stand for the noun that their clause describes. */
function antecedents(sentence: Sentence, verb: number, tokens: number[]): number[] {
  return tokens.map((token) => {
    const { xpos } = tokenAt(sentence, token)
    const clause = tokenAt(sentence, verb)
    return /^W(?:DT|P)$/.test(xpos) && clause.deprel.startsWith("acl") && clause.head >= 0
      ? clause.head
      : token
  })
}

/** "X, which warned Y": the relative pronoun of a clause that has no other subject, whatever the parser calls it. */
function relativeSubject(sentence: Sentence, verb: number): number[] {
  if (tokenAt(sentence, verb).deprel !== "acl:relcl" || childrenWith(sentence, verb, "nsubj").length > 0)
    return []
  return childrenWith(sentence, verb, "obj", "iobj").filter(
    (child) => child < verb && /^W(?:DT|P)$/.test(tokenAt(sentence, child).xpos),
  )
}

/** "the raids that X carried out": the noun is the object of its clause. */
function relativeObject(sentence: Sentence, verb: number): number[] {
  const token = tokenAt(sentence, verb)
  const hasSubject = childrenWith(sentence, verb, "nsubj").length > 0
  return token.deprel === "acl:relcl" && token.head >= 0 && hasSubject ? [token.head] : []
}

function inheritedSubject(sentence: Sentence, verb: number, depth = 0): number[] {
  const token = tokenAt(sentence, verb)
  if (token.head < 0 || depth > 4) return []
  const parent = tokenAt(sentence, token.head)
  const isVerbal = parent.upos === "VERB" || parent.upos === "AUX" || parent.upos === "ADJ"
  switch (relation(token)) {
    case "conj":
      if (!isVerbal && parent.upos !== "NOUN") return []
      return ownSubject(sentence, reporterOf(sentence, verb) ?? token.head, depth)
    case "xcomp":
      return controllerOfVerb(sentence, token.head, depth)
    case "advcl":
    case "parataxis":
      if (!isVerbal || hasFinite(sentence, verb)) return []
      return isObjectGerund(sentence, verb)
        ? controllerOfVerb(sentence, token.head, depth)
        : ownSubject(sentence, token.head, depth)
    case "acl":
      return token.xpos === "VBG" && !isMarked(sentence, verb)
        ? conjuncts(sentence, token.head)
        : controllerOfNoun(sentence, token.head, depth)
    default:
      return []
  }
}

const SAYING =
  /^(?:say|tell|announce|declare|add|claim|insist|report|state|argue|note|stress|explain|believe|complain)$/
const SPEECH_ACT =
  /^(?:ask|call|urge|appeal|accuse|blame|deny|condemn|denounce|criticise|criticize|demand|warn|praise|reject|promise|vow|thank|welcome|threaten|refuse|pledge)$/

/** "X said that Y had attacked and asked Z to help": X asked. The parser joins the act to what is said. */
function reporterOf(sentence: Sentence, verb: number): number | undefined {
  const { lemma, xpos, head } = tokenAt(sentence, verb)
  const said = tokenAt(sentence, head)
  if (relation(said) !== "ccomp" || said.head < 0 || !SPEECH_ACT.test(lemma) || SPEECH_ACT.test(said.lemma))
    return
  const saying = tokenAt(sentence, said.head)
  const isParted = childrenWith(sentence, verb, "punct").some(
    (child) => tokenAt(sentence, child).text === ",",
  )
  // "had lost, and appealed": the tagger takes the second past for a participle.
  const isSameTense = saying.xpos === xpos || (saying.xpos === "VBD" && xpos === "VBN" && isParted)
  const isFinitePast = isSameTense && childrenWith(sentence, verb, "aux").length === 0
  return SAYING.test(saying.lemma) && isFinitePast ? said.head : undefined
}

/** Verbs whose infinitive is the subject's act though they have an object: "promised her to come". */
const SUBJECT_CONTROL = /^(?:promise|vow|threaten|use|take|cost|spend|offer)$/
const SENDING = /^(?:send|dispatch|despatch|deploy|delegate|appoint)$/

/** "urged X to stop", "praised X for stopping": X stops. */
function controllerOfVerb(sentence: Sentence, verb: number, depth: number): number[] {
  const objects = objectsOf(sentence, verb)
  const isObject =
    objects.length > 0 && !isPassive(sentence, verb) && !SUBJECT_CONTROL.test(tokenAt(sentence, verb).lemma)
  return isObject ? objects : ownSubject(sentence, verb, depth)
}

const isMarked = (sentence: Sentence, verb: number): boolean =>
  childrenWith(sentence, verb, "mark").length > 0

/** "accused X of bombing", "praised X for leaving", "sent X to negotiate", but not "answered X by bombing". */
function isObjectGerund(sentence: Sentence, verb: number): boolean {
  const { xpos, head } = tokenAt(sentence, verb)
  if (xpos === "VB") return SENDING.test(tokenAt(sentence, head).lemma)
  if (xpos !== "VBG") return false
  const mark = markOf(sentence, verb)
  const isHelped = /^(?:help|support|assist|aid|join|back)$/.test(tokenAt(sentence, head).lemma)
  return /^(?:of|for|from|into|over)$/.test(mark) || (mark === "in" && isHelped)
}

/** "announced plans to visit": who plans is the subject of the verb over the noun; "Iraqi efforts to": Iraq. */
function controllerOfNoun(sentence: Sentence, noun: number, depth: number): number[] {
  const owners = [
    ...childrenWith(sentence, noun, "nmod:poss"),
    ...(obliques(sentence, noun).get("by") ?? []),
    ...childrenWith(sentence, noun, "amod", "compound").filter((child) => isCapital(sentence, child)),
  ]
  if (owners.length > 0) return owners
  const token = tokenAt(sentence, noun)
  if (token.head < 0 || depth > 4) return []
  if (relation(token) === "nmod") return controllerOfNoun(sentence, token.head, depth + 1)
  return /^(?:obj|obl)/.test(token.deprel) ? ownSubject(sentence, token.head, depth) : []
}

const isCapital = (sentence: Sentence, token: number): boolean =>
  /^\p{Lu}/u.test(tokenAt(sentence, token).text)

function ownSubject(sentence: Sentence, verb: number, depth: number): number[] {
  const own = withConjuncts(sentence, antecedents(sentence, verb, childrenWith(sentence, verb, "nsubj")))
  if (own.length > 0) return own
  return inheritedSubject(sentence, verb, depth + 1)
}

const hasFinite = (sentence: Sentence, verb: number): boolean =>
  childrenWith(sentence, verb, "nsubj").length > 0 || /^VB[DZP]$/.test(tokenAt(sentence, verb).xpos)

function inheritedObject(sentence: Sentence, verb: number): number[] {
  const token = tokenAt(sentence, verb)
  if (token.head < 0) return []
  if (/^(?:acl|amod)/.test(token.deprel)) return conjuncts(sentence, token.head)
  return ["conj", "xcomp", "advcl"].includes(relation(token)) ? ownSubject(sentence, token.head, 0) : []
}

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
const isTime = (sentence: Sentence, token: number): boolean => TIME.test(tokenAt(sentence, token).lemma)

/** "for condemning": the preposition of a gerund is its marker. */
function markOf(sentence: Sentence, clause: number): string {
  const [mark] = childrenWith(sentence, clause, "mark")
  return mark === undefined || tokenAt(sentence, clause).xpos !== "VBG"
    ? ""
    : tokenAt(sentence, mark).text.toLowerCase()
}

export interface NounArguments {
  /** "Israel's attack", "his visit". */
  poss: number[]
  /** "Israeli attack", "the Biden-Netanyahu call". */
  adj: number[]
  oblique: Map<string, number[]>
  /** The verb that lends its subject: "held talks", "paid a visit". */
  support: Arguments | undefined
  /** Who gets it: "received aid from". */
  receiver: number[]
  /** The clause in whose course the noun stands: "said in a call with". */
  circumstance: Circumstance | undefined
  /** Who is blamed or praised for it: "accused X of the attack". */
  blamed: number[]
}

export interface Circumstance extends Arguments {
  verb: number
}

const LIGHT = new Set(
  (
    "hold have conduct make pay place launch carry express give offer issue voice stage mount undertake deliver take " +
    "put convey extend reiterate reaffirm send provide begin start open continue resume lead wage commit renew lend " +
    "impose complete exchange enter join attend initiate sign reach conclude announce strike declare exert lodge raise " +
    "direct level intensify show demonstrate pledge release repeat register file submit claim perpetrate orchestrate " +
    "inflict perform organise organize finish escalate restate affirm stress underline chair convene"
  ).split(" "),
)
const DURING = /^(?:in|during|after|following|via|on|over|by|at|before|through|for|ahead of)$/

export function nounArguments(sentence: Sentence, noun: number): NounArguments {
  const oblique = obliques(sentence, noun)
  const token = tokenAt(sentence, noun)
  return {
    poss: withConjuncts(sentence, childrenWith(sentence, noun, "nmod:poss")),
    adj: withConjuncts(sentence, childrenWith(sentence, noun, "amod", "compound", "nmod:desc")),
    oblique,
    support: supportOf(sentence, noun, token),
    circumstance: circumstanceOf(sentence, noun),
    blamed: blamedFor(sentence, noun),
    receiver: receiverOf(sentence, noun),
  }
}

function receiverOf(sentence: Sentence, noun: number): number[] {
  const { head, deprel } = tokenAt(sentence, noun)
  if (head < 0 || !RECEIVING.test(tokenAt(sentence, head).lemma)) return []
  return /^(?:obj|xcomp|ccomp)$/.test(deprel) ? verbArguments(sentence, head).subject : []
}
const RECEIVING = /^(?:receive|get|win|enjoy|obtain|gain|face|draw|attract|accept|secure|meet|suffer|earn)$/

function blamedFor(sentence: Sentence, noun: number): number[] {
  const { head } = tokenAt(sentence, noun)
  if (head < 0 || tokenAt(sentence, head).upos !== "VERB") return []
  if (!/^(?:of|for|over)$/.test(caseOf(sentence, noun))) return []
  return BLAMING.test(tokenAt(sentence, head).lemma) ? verbArguments(sentence, head).object : []
}
const BLAMING =
  /^(?:accuse|suspect|blame|condemn|denounce|criticise|criticize|praise|thank|punish|sanction|rebuke|commend|convict|indict|charge|fault|try)$/

function supportOf(sentence: Sentence, noun: number, token: Token): Arguments | undefined {
  const isPredicate = childrenWith(sentence, noun, "cop").length > 0
  if (isPredicate) return verbArguments(sentence, noun)
  const isLight = (verb: number): boolean => LIGHT.has(tokenAt(sentence, verb).lemma)
  // A quotation mark or date before the noun makes the parser take it for a clause.
  const isObject = /^(?:obj|nsubj:pass|ccomp)$/.test(token.deprel)
  if (token.head >= 0 && isObject && isLight(token.head)) return verbArguments(sentence, token.head)
  const clause = childrenWith(sentence, noun, "acl").find(isLight) ?? bareRelative(sentence, noun, isLight)
  if (clause !== undefined) return verbArguments(sentence, clause)
  const isSecond = token.deprel === "conj" && tokenAt(sentence, token.head).upos === "NOUN"
  return isSecond ? supportOf(sentence, token.head, tokenAt(sentence, token.head)) : undefined
}

/** "a call he made with X", where the parser hangs the clause elsewhere. */
function bareRelative(
  sentence: Sentence,
  noun: number,
  isLight: (verb: number) => boolean,
): number | undefined {
  const subject = sentence.tokens[noun + 1]
  if (subject?.deprel !== "nsubj" || !isLight(subject.head)) return undefined
  return childrenWith(sentence, subject.head, "obj").length === 0 ? subject.head : undefined
}

/** The clause that a phrase like "in a call" belongs to, also through the nouns and infinitives that the parser hangs it on. */
function circumstanceOf(sentence: Sentence, noun: number): Circumstance | undefined {
  if (!DURING.test(caseOf(sentence, noun))) return undefined
  let at = noun
  while (tokenAt(sentence, at).head >= 0) {
    const token = tokenAt(sentence, at)
    if (!["nmod", "obl", "obj", "conj", "acl", "ccomp"].includes(relation(token))) return undefined
    at = token.head
    const governor = tokenAt(sentence, at)
    // "the right to defend itself in a call": no call is in the right.
    const isInside = governor.deprel === "acl" && governor.xpos === "VB"
    const isPredicate = governor.upos === "VERB" || childrenWith(sentence, at, "cop").length > 0
    if (!isPredicate || isInside) continue
    const found = verbArguments(sentence, at)
    // "sent an envoy for talks": who is sent, talks.
    return SENDING.test(governor.lemma) && !found.passive
      ? { ...found, verb: at, subject: found.object }
      : { ...found, verb: at }
  }
  return undefined
}

const QUANTITY =
  /^(?:part|number|series|dozen|hundred|thousand|ton|tonne|day|week|round|lot|kind|type|host|form|all|most|million|billion|amount|range|package|batch|set)$/

/** "tons of food aid": the aid. */
export function contentOf(sentence: Sentence, token: number): number {
  if (!QUANTITY.test(tokenAt(sentence, token).lemma)) return token
  return obliques(sentence, token).get("of")?.[0] ?? token
}
