// The arguments of a noun that tells of an event: whose, by whom, of whom, and the verb that lends its subject.
import type { Sentence, Token } from "../../types.js"
import { caseOf, childrenWith, relation, tokenAt } from "../resolve/grammar.js"
import { obliques, withConjuncts } from "./phrases.js"
import { type Arguments, SENDING, verbArguments } from "./verb-arguments.js"

export interface NounArguments {
  /** "Israel's attack", "his visit". */
  poss: number[]
  /** "Israeli attack", "the Biden-Netanyahu call". */
  adj: number[]
  oblique: Map<string, number[]>
  /** The verb that lends its subject: "held talks", "paid a visit". */
  support: Arguments | undefined
  /** The verb whose subject gets it: "received aid from", "came under fire from". */
  received: Arguments | undefined
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
    "inflict perform organise organize finish escalate restate affirm stress underline chair convene host cut wrap " +
    "plan adopt pass approve draft publish circulate table"
  ).split(" "),
)
const DURING = /^(?:in|during|after|following|via|on|over|by|at|before|through|for|ahead of)$/

export function nounArguments(sentence: Sentence, noun: number): NounArguments {
  const token = tokenAt(sentence, noun)
  const own = withConjuncts(sentence, childrenWith(sentence, noun, "nmod:poss"))
  const told = withInnerPatient(sentence, withInnerAgent(sentence, obliques(sentence, noun)))
  // "Doe's arrest by Roe": whose it is, undergoes it.
  const isUndergone = own.length > 0 && told.has("by") && !told.has("of")
  const oblique = isUndergone ? new Map([...told, ["of", own]]) : told
  return {
    poss: isUndergone ? [] : own,
    adj: withConjuncts(sentence, childrenWith(sentence, noun, "amod", "compound", "nmod:desc")),
    oblique,
    support: supportOf(sentence, noun, token),
    circumstance: circumstanceOf(sentence, spanOf(sentence, noun)),
    blamed: blamedFor(sentence, noun),
    received: receivedBy(sentence, noun),
  }
}

/** "the expulsion of diplomats by X": the parser hangs the agent on the diplomats. */
function withInnerAgent(sentence: Sentence, oblique: Map<string, number[]>): Map<string, number[]> {
  if (oblique.has("by")) return oblique
  const inner = (oblique.get("of") ?? []).flatMap((child) => obliques(sentence, child).get("by") ?? [])
  return inner.length === 0 ? oblique : new Map([...oblique, ["by", inner]])
}

/** "the arrest by X of Y", "the arrest by X-ian police of Y": the parser hangs whom it befalls on who does it. */
function withInnerPatient(sentence: Sentence, oblique: Map<string, number[]>): Map<string, number[]> {
  if (oblique.has("of")) return oblique
  const [agent, ...more] = oblique.get("by") ?? []
  if (agent === undefined || more.length > 0) return oblique
  const inner = obliques(sentence, agent).get("of") ?? []
  return inner.length > 0 && isOwned(sentence, agent) ? new Map([...oblique, ["of", inner]]) : oblique
}

/** Whose it is stands before it, or it is a name of one word: no "of" behind it says so again. */
function isOwned(sentence: Sentence, noun: number): boolean {
  if (childrenWith(sentence, noun, "nmod:poss").length > 0) return true
  const before = childrenWith(sentence, noun, "amod", "compound", "nmod:desc", "flat")
  if (tokenAt(sentence, noun).upos === "PROPN") return before.length === 0
  return before.some((child) => /^\p{Lu}/u.test(tokenAt(sentence, child).text))
}

function receivedBy(sentence: Sentence, noun: number): Arguments | undefined {
  const { head, deprel } = tokenAt(sentence, noun)
  const isObject = head >= 0 && /^(?:obj|xcomp|ccomp)$/.test(deprel)
  if (isObject && RECEIVING.test(tokenAt(sentence, head).lemma)) return verbArguments(sentence, head)
  if (!UNDERGOING.test(caseOf(sentence, noun))) return undefined
  // "downed the jets with help from X": the parser hangs the help on the jets.
  const isAstray = deprel === "nmod" && head >= 0 && tokenAt(sentence, head).deprel === "obj"
  if (isAstray) return { ...verbArguments(sentence, tokenAt(sentence, head).head), oblique: new Map() }
  if (!deprel.startsWith("obl")) return verbArguments(sentence, noun)
  const clause = verbArguments(sentence, head)
  // "came under fire from X", but not "despite the fire, got help from X".
  return tokenAt(sentence, head).lemma === "come" ? clause : { ...clause, oblique: new Map() }
}
const UNDERGOING = /^(?:under|despite|in spite of|in the face of|with)$/
const RECEIVING =
  /^(?:receive|get|win|enjoy|obtain|gain|face|draw|attract|accept|secure|meet|suffer|earn|provoke|prompt|elicit|trigger|garner|incur|spark|invite|encounter|confront|resist|ignore|defy|withstand|brave|heed|lose|bring|cause|arouse|stir)$/

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
  // "raised the strike with Roe" has only spoken of it.
  const isLight = (verb: number): boolean =>
    LIGHT.has(tokenAt(sentence, verb).lemma) &&
    !(tokenAt(sentence, verb).lemma === "raise" && DEED.test(token.lemma))
  // A quotation mark or date before the noun makes the parser take it for a clause.
  const isObject = /^(?:obj|nsubj:pass|ccomp)$/.test(token.deprel)
  if (token.head >= 0 && isObject && isLight(token.head)) return verbArguments(sentence, token.head)
  // "held a series of talks": what is held is the series.
  const isCounted = token.deprel === "nmod" && contentOf(sentence, token.head) === noun
  if (isCounted) return supportOf(sentence, token.head, tokenAt(sentence, token.head))
  // "talks held by X", but not "an invitation to hold talks": that is no invitation of X's.
  const clause =
    childrenWith(sentence, noun, "acl").find((at) => isLight(at) && tokenAt(sentence, at).xpos !== "VB") ??
    bareRelative(sentence, noun, isLight)
  if (clause !== undefined) return verbArguments(sentence, clause)
  const isSecond = token.deprel === "conj" && tokenAt(sentence, token.head).upos === "NOUN"
  return isSecond ? supportOf(sentence, token.head, tokenAt(sentence, token.head)) : undefined
}

const DEED =
  /^(?:attack|strike|airstrike|raid|bombing|shelling|killing|murder|war|invasion|arrest|detention|execution|offensive|case|abduction)$/

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
    // "X, in town for talks with Y, left", "X, at Y's urging, left": X.
    if (/^nsubj/.test(token.deprel) && at !== noun && token.upos === "PROPN" && token.deprel !== "nsubj:pass")
      return { ...verbArguments(sentence, token.head), oblique: new Map(), verb: noun }
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

/** "on the first day of a visit": the day stands where the visit would. */
function spanOf(sentence: Sentence, noun: number): number {
  const { deprel, head } = tokenAt(sentence, noun)
  const isPart = deprel === "nmod" && SPAN.test(tokenAt(sentence, head).lemma)
  return isPart && caseOf(sentence, noun) === "of" ? head : noun
}
const SPAN =
  /^(?:day|leg|stop|stage|end|start|beginning|eve|course|margin|sideline|conclusion|part|close|outset)$/

const QUANTITY =
  /^(?:hour|minute|part|number|series|ten|score|dozen|hundred|thousand|ton|tonne|day|week|round|lot|kind|type|host|form|all|most|million|billion|amount|range|package|batch|set)$/

/** "tons of food aid": the aid; "tens of thousands of nurses": the nurses. */
export function contentOf(sentence: Sentence, token: number): number {
  const content = QUANTITY.test(tokenAt(sentence, token).lemma)
    ? obliques(sentence, token).get("of")?.[0]
    : undefined
  return content === undefined ? token : contentOf(sentence, content)
}
