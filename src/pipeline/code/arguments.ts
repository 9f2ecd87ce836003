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

export function verbArguments(sentence: Sentence, verb: number): Arguments {
  const passive = isPassive(sentence, verb)
  const found: Arguments = {
    subject: [],
    object: [],
    indirect: withConjuncts(sentence, childrenWith(sentence, verb, "iobj")),
    complement: childrenWith(sentence, verb, "xcomp", "ccomp"),
    oblique: obliques(sentence, verb),
    passive,
  }
  const subjects = withConjuncts(sentence, antecedents(sentence, verb, childrenWith(sentence, verb, "nsubj")))
  const objects = objectsOf(sentence, verb)
  found.complement = found.complement.filter((token) => !objects.includes(token))
  if (passive) {
    found.object = subjects.length > 0 ? subjects : inheritedObject(sentence, verb)
    found.subject = found.oblique.get("by") ?? []
    if (found.subject.length === 0 && objects.length > 0) found.indirect = objects
  } else {
    found.subject = subjects.length > 0 ? subjects : inheritedSubject(sentence, verb)
    found.object = objects.length > 0 ? objects : relativeObject(sentence, verb)
  }
  return found
}

/** A bare name after a verb is its object, also where the parser takes it for a predicate: "called President Doe". */
function objectsOf(sentence: Sentence, verb: number): number[] {
  const own = childrenWith(sentence, verb, "obj")
  const predicates = childrenWith(sentence, verb, "xcomp").filter(
    (child) => tokenAt(sentence, child).upos === "PROPN",
  )
  return withConjuncts(sentence, antecedents(sentence, verb, own.length > 0 ? own : predicates))
}

function isPassive(sentence: Sentence, verb: number): boolean {
  if (
    childrenWith(sentence, verb, "nsubj:pass", "aux:pass").some((child) =>
      /:pass$/.test(tokenAt(sentence, child).deprel),
    )
  )
    return true
  const token = tokenAt(sentence, verb)
  // "the raids carried out by X": a bare participle after its noun.
  return token.xpos === "VBN" && token.deprel === "acl" && childrenWith(sentence, verb, "aux").length === 0
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
      return isVerbal || parent.upos === "NOUN" ? ownSubject(sentence, token.head, depth) : []
    case "xcomp": {
      const objects = withConjuncts(sentence, childrenWith(sentence, token.head, "obj"))
      return objects.length > 0 && !isPassive(sentence, token.head)
        ? objects
        : ownSubject(sentence, token.head, depth)
    }
    case "advcl":
    case "parataxis":
      return isVerbal && !hasFinite(sentence, verb) ? ownSubject(sentence, token.head, depth) : []
    case "acl":
      return token.xpos === "VBG"
        ? conjuncts(sentence, token.head)
        : controllerOfNoun(sentence, token.head, depth)
    default:
      return []
  }
}

/** "announced plans to visit": who plans is the subject of the verb over the noun. */
function controllerOfNoun(sentence: Sentence, noun: number, depth: number): number[] {
  const owners = childrenWith(sentence, noun, "nmod:poss")
  if (owners.length > 0) return owners
  const token = tokenAt(sentence, noun)
  return token.head >= 0 && /^(?:obj|obl)/.test(token.deprel) ? ownSubject(sentence, token.head, depth) : []
}

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
  if (token.deprel === "acl" || token.deprel === "acl:relcl") return conjuncts(sentence, token.head)
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
  /** The clause in whose course the noun stands: "said in a call with". */
  circumstance: Arguments | undefined
}

const LIGHT = new Set(
  (
    "hold have conduct make pay place launch carry express give offer issue voice stage mount undertake deliver take " +
    "put convey extend reiterate reaffirm send provide begin start open continue resume lead wage commit renew lend " +
    "impose complete exchange enter join attend initiate sign reach conclude announce strike declare exert lodge raise " +
    "direct level step_up intensify show demonstrate pledge release repeat register file submit"
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
  }
}

function supportOf(sentence: Sentence, noun: number, token: Token): Arguments | undefined {
  const isPredicate = childrenWith(sentence, noun, "cop").length > 0
  if (isPredicate) return verbArguments(sentence, noun)
  const isLight = (verb: number): boolean => LIGHT.has(tokenAt(sentence, verb).lemma)
  const isObject = token.deprel === "obj" || token.deprel === "nsubj:pass"
  if (token.head >= 0 && isObject && isLight(token.head)) return verbArguments(sentence, token.head)
  const clause = childrenWith(sentence, noun, "acl").find(isLight)
  if (clause !== undefined) return verbArguments(sentence, clause)
  const isSecond = token.deprel === "conj" && tokenAt(sentence, token.head).upos === "NOUN"
  return isSecond ? supportOf(sentence, token.head, tokenAt(sentence, token.head)) : undefined
}

/** The clause that a phrase like "in a call" belongs to, also through the nouns that the parser hangs it on. */
function circumstanceOf(sentence: Sentence, noun: number): Arguments | undefined {
  if (!DURING.test(caseOf(sentence, noun))) return undefined
  let at = noun
  while (
    ["nmod", "obl", "obj", "conj"].includes(relation(tokenAt(sentence, at))) &&
    tokenAt(sentence, at).head >= 0
  ) {
    at = tokenAt(sentence, at).head
    if (tokenAt(sentence, at).upos !== "VERB") continue
    const found = verbArguments(sentence, at)
    // "sent an envoy for talks": who is sent, talks.
    return /^(?:send|dispatch|despatch)$/.test(tokenAt(sentence, at).lemma)
      ? { ...found, subject: found.object }
      : found
  }
  return undefined
}
