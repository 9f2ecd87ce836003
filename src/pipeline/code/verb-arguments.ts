// The arguments of a verb on top of the basic tree: shared subjects, passives, relative clauses, controlled
// infinitives (after Schuster and Manning 2016, Enhanced English Universal Dependencies).
import type { Sentence } from "../../types.js"
import { caseOf, childrenWith, conjuncts, relation, tokenAt } from "../resolve/grammar.js"
import { isTime, markOf, obliques, withConjuncts } from "./phrases.js"

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
    complement: childrenWith(sentence, verb, "xcomp", "ccomp", "csubj"),
    oblique: withLater(sentence, verb),
    passive,
  }
  const own = childrenWith(sentence, verb, "nsubj").filter((child) => !isBeforeThat(sentence, child, verb))
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

/** "burned flags and chanted slogans against X": the parser hangs on the first verb what stands behind the second. */
function withLater(sentence: Sentence, verb: number): Map<string, number[]> {
  const own = obliques(sentence, verb)
  const { deprel, head } = tokenAt(sentence, verb)
  if (deprel !== "conj" || tokenAt(sentence, head).upos !== "VERB") return own
  const later = [...obliques(sentence, head)].flatMap(([preposition, phrases]): [string, number[]][] => {
    const behind = phrases.filter((token) => token > verb)
    return behind.length > 0 && !own.has(preposition) ? [[preposition, behind]] : []
  })
  return new Map([...own, ...later])
}

/** "arrested and beaten by X", "US-backed forces": the by-phrase, a later one shared, or the word before the hyphen. */
function agentsOf(sentence: Sentence, verb: number, oblique: Map<string, number[]>): number[] {
  const by = oblique.get("by") ?? []
  // "by his rival, X": the parser hangs X on the verb as a second doer.
  const named = childrenWith(sentence, verb, "obl:agent").filter((at) => caseOf(sentence, at) === "")
  if (by.length > 0) return [...by, ...named.filter((at) => !by.includes(at))]
  const hands = oblique.get("at")?.find((token) => tokenAt(sentence, token).lemma === "hand")
  if (hands !== undefined) {
    return [...childrenWith(sentence, hands, "nmod:poss"), ...(obliques(sentence, hands).get("of") ?? [])]
  }
  if (tokenAt(sentence, verb).deprel === "amod") {
    return childrenWith(sentence, verb, "compound", "obl", "nmod", "advmod", "amod").filter((at) => at < verb)
  }
  // "was called a liar by X": the parser hangs X on the liar.
  const label = childrenWith(sentence, verb, "xcomp").flatMap((at) =>
    tokenAt(sentence, at).upos === "NOUN" ? (obliques(sentence, at).get("by") ?? []) : [],
  )
  if (label.length > 0) return label
  const astray = [...oblique.values()].flat().concat(childrenWith(sentence, verb, "xcomp"))
  const behind = astray.flatMap((at) =>
    isBare(sentence, at) ? (obliques(sentence, at).get("by") ?? []) : [],
  )
  if (behind.length > 0) return behind
  const [next] = childrenWith(sentence, verb, "conj")
  return next !== undefined && isPassive(sentence, next) ? (obliques(sentence, next).get("by") ?? []) : []
}

/** "driven into exile by X", "sent packing by X": a word that makes one notion with its verb has no doer of its own. */
const isBare = (sentence: Sentence, at: number): boolean =>
  /^(?:NN|VBG)$/.test(tokenAt(sentence, at).xpos) &&
  childrenWith(sentence, at, "det", "amod", "compound", "nmod:poss", "nummod", "obj").length === 0

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
    (child) => child > start && !pronouns.includes(child) && !isBeforeThat(sentence, child, verb),
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
  // "called | X a liar": X is what the parser takes for the subject of the liar.
  const labelled = childrenWith(sentence, verb, "xcomp").flatMap((label) =>
    /^(?:NOUN|ADJ)$/.test(tokenAt(sentence, label).upos)
      ? childrenWith(sentence, label, "nsubj").filter((child) => verb < child && child < label)
      : [],
  )
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
  return [raised, labelled, names, bare, warnedThat(sentence, verb)].find((tokens) => tokens.length > 0) ?? []
}

/** "warned | X that it would": X, which the parser gives to the clause. */
function warnedThat(sentence: Sentence, verb: number): number[] {
  const [clause] = childrenWith(sentence, verb, "ccomp")
  const that = clause === undefined ? -1 : thatOf(sentence, clause)
  const found: number[] = []
  for (let at = verb + 1; at < that; at++) {
    const { head, upos } = tokenAt(sentence, at)
    if (head > that && /^(?:NOUN|PROPN|PRON)$/.test(upos)) found.push(at)
  }
  return found
}

const thatOf = (sentence: Sentence, clause: number): number =>
  childrenWith(sentence, clause, "mark").find((child) => tokenAt(sentence, child).lemma === "that") ?? -1

/** Whether a word stands before the "that" of the clause it hangs in, so that it is no part of it. */
const isBeforeThat = (sentence: Sentence, child: number, verb: number): boolean =>
  [verb, tokenAt(sentence, verb).head].some((clause) => {
    const that = clause < 0 ? -1 : thatOf(sentence, clause)
    return child < that && that < verb
  })

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
  // "X, told of the plan, left".
  const [before] = childrenWith(sentence, verb, "nsubj")
  if (before !== undefined && before < verb && tokenAt(sentence, verb - 1).text === ",") return true
  // "the raids carried out by X", "backed by X, Y …", "US-backed forces": a bare participle.
  if (/^(?:acl|advcl|amod)/.test(deprel)) return true
  return deprel === "conj" && tokenAt(sentence, head).xpos === "VBN" && isPassive(sentence, head)
}

/** "who" and "which" stand for the noun that their clause describes. */
function antecedents(sentence: Sentence, verb: number, tokens: number[]): number[] {
  return tokens.map((token) => {
    if (!/^W(?:DT|P)$/.test(tokenAt(sentence, token).xpos)) return token
    // "a group which Doe says fired rockets": the clause of "says" describes the group.
    let clause = tokenAt(sentence, verb)
    while (clause.deprel === "ccomp" && token < clause.head) clause = tokenAt(sentence, clause.head)
    return clause.deprel.startsWith("acl") && clause.head >= 0 ? clause.head : token
  })
}

/** What a relative pronoun stands for: "whom", "to which", "whose army"; of a clause, its verb. */
export function relativeAntecedent(sentence: Sentence, token: number): number | undefined {
  if (!/^W(?:DT|P\$?)$/.test(tokenAt(sentence, token).xpos)) return undefined
  for (let at = token, depth = 0; at >= 0 && depth < 6; at = tokenAt(sentence, at).head, depth++) {
    const { deprel, head } = tokenAt(sentence, at)
    if (deprel.endsWith(":relcl") && head < token) return head
  }
  return undefined
}

/** "X, which warned Y": the relative pronoun of a clause that has no other subject, whatever the parser calls it. */
function relativeSubject(sentence: Sentence, verb: number): number[] {
  const { deprel, head } = tokenAt(sentence, verb)
  if (childrenWith(sentence, verb, "nsubj").length > 0) return []
  // "a group which Doe says fired rockets": the parser takes "which" for what Doe says.
  const isSaid = deprel === "ccomp" && childrenWith(sentence, verb, "mark").length === 0
  const clause = isSaid && tokenAt(sentence, head).deprel === "acl:relcl" ? head : verb
  if (tokenAt(sentence, clause).deprel !== "acl:relcl") return []
  return [clause, verb]
    .flatMap((at) => childrenWith(sentence, at, "obj", "iobj"))
    .filter((child) => child < clause && /^W(?:DT|P)$/.test(tokenAt(sentence, child).xpos))
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
      return ownSubject(sentence, token.head, depth)
    case "xcomp":
      return controllerOfVerb(sentence, token.head, depth)
    case "advcl":
    case "parataxis":
      // "X, having fled, rejected": the parser hangs the participle on the name. "X is in Y to fight": X fights.
      if (/^(?:NOUN|PROPN|PRON)$/.test(parent.upos) && !hasFinite(sentence, verb)) {
        const subjects = childrenWith(sentence, token.head, "nsubj")
        return withConjuncts(sentence, subjects.length > 0 ? subjects : [token.head])
      }
      if (!isVerbal || hasFinite(sentence, verb)) return []
      // "X joined Y in condemning Z": both do.
      if (isJoint(sentence, verb))
        return [...ownSubject(sentence, token.head, depth), ...objectsOf(sentence, token.head)]
      if (!isObjectGerund(sentence, verb)) return ownSubject(sentence, token.head, depth)
      return blamedFor(sentence, verb, token.head) ?? controllerOfVerb(sentence, token.head, depth)
    case "acl":
      return token.xpos === "VBG" && !isMarked(sentence, verb)
        ? conjuncts(sentence, token.head)
        : controllerOfNoun(sentence, token.head, depth)
    default:
      return []
  }
}

/** Verbs whose infinitive is the subject's act though they have an object: "promised her to come". */
const SUBJECT_CONTROL = /^(?:promise|vow|threaten|use|take|cost|spend|offer)$/
/** Verbs whose object does the infinitive: "sent Doe to negotiate". */
export const SENDING = /^(?:send|dispatch|despatch|deploy|delegate|appoint)$/

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
  const isHelped = /^(?:help|support|assist|aid|back)$/.test(tokenAt(sentence, head).lemma)
  return /^(?:of|for|from|into|over)$/.test(mark) || (mark === "in" && isHelped)
}

/** "joined X in condemning", "followed X in leaving". */
const isJoint = (sentence: Sentence, gerund: number): boolean =>
  markOf(sentence, gerund) === "in" &&
  /^(?:join|follow)$/.test(tokenAt(sentence, tokenAt(sentence, gerund).head).lemma)

/** "lashed out at X for stopping": X stops. */
function blamedFor(sentence: Sentence, gerund: number, verb: number): number[] | undefined {
  return markOf(sentence, gerund) === "for" ? obliques(sentence, verb).get("at") : undefined
}

/** "announced plans to visit": who plans is the subject of the verb over the noun; "Iraqi efforts to": Iraq. */
function controllerOfNoun(sentence: Sentence, noun: number, depth: number): number[] {
  // "became the first to visit", "was the last Dane to visit": the subject does it.
  const { head } = tokenAt(sentence, noun)
  if (childrenWith(sentence, noun, "cop").length > 0 && isRanked(sentence, noun)) {
    return ownSubject(sentence, noun, depth)
  }
  if (head >= 0 && tokenAt(sentence, head).lemma === "become") return ownSubject(sentence, head, depth)
  // "the first to visit was X".
  if (relation(tokenAt(sentence, noun)) === "nsubj" && isRanked(sentence, noun)) return [noun]
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

const isRanked = (sentence: Sentence, noun: number): boolean =>
  [noun, ...childrenWith(sentence, noun, "amod")].some((at) =>
    /^(?:first|second|third|last|latest|only)$/.test(tokenAt(sentence, at).lemma.toLowerCase()),
  )

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
