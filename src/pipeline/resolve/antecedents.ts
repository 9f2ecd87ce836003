// What was mentioned so far, and which of it a word points back to.
import type { ActorId, Mention, Sentence } from "../../types.js"
import type { Draft } from "./draft.js"
import { caseOf, childrenWith, conjuncts, tokenAt } from "./grammar.js"

export interface Antecedent {
  /** None of people or things that are no actors: "the settlers". */
  actors: ActorId[]
  sentence: number
  token: number
  isSubject: boolean
  /** Of several, or of people: "the Tigers", "Ruritanian troops". */
  isPlural: boolean
  /** Names another: "Ruritanian" in "the Ruritanian minister". */
  isModifier: boolean
}

/** How many sentences back an antecedent may stand. */
const REACH = 3
/** What a mention is worth one sentence later, and as a subject or modifier. */
const FADING = 0.8
const SUBJECT = 1.5
const MODIFIER = 0.4
/** How much more than the next candidate the chosen one must be worth. */
const MARGIN = 1.3

/** Adds the mention that a token heads, and the group that it begins. */
export function remember(draft: Draft, sentence: Sentence, token: number, history: Antecedent[]): void {
  const mention = draft.at(sentence, token)
  if (mention === undefined) {
    if (isUnknown(draft, sentence, token)) history.push(unknownAt(sentence, token))
    return
  }
  if (mention.kind === "place" || mention.kind === "outlet") return
  const parts = new Set(conjuncts(sentence, token).flatMap((part) => draft.at(sentence, part)?.actors ?? []))
  // "the Ruritanian premier and foreign minister, Doe" is one person rather than a state and a person.
  const states = new Set([...parts].map((part) => part.startsWith("person:") && draft.actors.stateOf(part)))
  const isGroup = parts.size > 1 && ![...parts].some((part) => states.has(part))
  const { deprel, head, xpos } = tokenAt(sentence, token)
  const role = /^(?:conj|appos)$/.test(deprel) && head >= 0 ? tokenAt(sentence, head).deprel : deprel
  const common = {
    ...{ sentence: sentence.index, token, isSubject: /^nsubj/.test(role) },
    isModifier: isModifier(sentence, mention),
  }
  // The group before its first member: "they" is all of them.
  if (isGroup) history.push({ ...common, actors: [...parts], isPlural: true })
  history.push({ ...common, actors: mention.actors, isPlural: /^(?:NNS|NNPS)$/.test(xpos) })
}

const MEASURE =
  /^(?:second|minute|hour|day|week|month|year|decade|century|time|percent|dollar|euro|pound|mile|kilomet(?:er|re)|met(?:er|re)|ton|tonne|barrel|term|part|way|number|hundred|thousand|million|billion)$/

/** "the settlers", "the document", which are no actors: "they" or "it" may be that. */
function isUnknown(draft: Draft, sentence: Sentence, token: number): boolean {
  const { xpos, lemma, deprel } = tokenAt(sentence, token)
  return (
    xpos.startsWith("NN") &&
    !/^(?:compound|nmod:poss|obl:tmod|appos|fixed|flat)$/.test(deprel) &&
    !MEASURE.test(lemma.toLowerCase()) &&
    !draft.covers(sentence, token)
  )
}

function unknownAt(sentence: Sentence, token: number): Antecedent {
  const { deprel, xpos } = tokenAt(sentence, token)
  return {
    ...{ actors: [], sentence: sentence.index, token, isModifier: false },
    isPlural: xpos.endsWith("S"),
    isSubject: deprel.startsWith("nsubj"),
  }
}

const isModifier = (sentence: Sentence, { head }: Mention): boolean =>
  /^(?:amod|compound|nmod:poss|nmod:desc)$/.test(tokenAt(sentence, head).deprel)

/**
 * The antecedent in the nearest sentence, its subject before others; in the same sentence only what stands
 * before, the subject of the clause around the pronoun first.
 */
export function nearest(
  draft: Draft,
  sentence: Sentence,
  at: number,
  history: Antecedent[],
  fits: (candidate: Antecedent) => boolean,
  reach = REACH,
): ActorId[] | undefined {
  const own = [...ownSubject(draft, sentence, at), ...namedBeside(draft, sentence, at)]
  for (let back = 0; back <= reach; back++) {
    const candidates = history.filter(
      (candidate) =>
        candidate.sentence === sentence.index - back &&
        fits(candidate) &&
        !own.includes(candidate.actors[0] as ActorId),
    )
    const found =
      (back === 0
        ? (parallelObject(sentence, at, candidates) ?? subjectAround(sentence, at, candidates))
        : undefined) ??
      candidates.find((candidate) => candidate.isSubject) ??
      candidates.at(-1)
    if (found !== undefined) return found.actors
  }
  return undefined
}

/** Actors that fit, with what they are worth: often, lately and as subjects mentioned ones first. */
export function ranked(
  sentence: Sentence,
  history: Antecedent[],
  fits: (actor: ActorId) => boolean,
  reach: number,
): [ActorId, number][] {
  const worth = new Map<ActorId, number>()
  for (const { actors, sentence: index, isSubject, isModifier: modifies } of history) {
    const [actor] = actors as [ActorId]
    if (actors.length !== 1 || index < sentence.index - reach || !fits(actor)) continue
    const once = FADING ** (sentence.index - index) * (isSubject ? SUBJECT : modifies ? MODIFIER : 1)
    worth.set(actor, (worth.get(actor) ?? 0) + once)
  }
  return [...worth].sort((a, b) => b[1] - a[1])
}

/** The actor that stands out; nobody when two are near equal. */
export function salient(
  sentence: Sentence,
  history: Antecedent[],
  fits: (actor: ActorId) => boolean,
  reach = REACH,
  margin = MARGIN,
): ActorId | undefined {
  const [first, second] = ranked(sentence, history, fits, reach)
  if (first === undefined || (second !== undefined && first[1] < second[1] * margin)) return undefined
  return first[0]
}

/** "Doe saw Roe; Poe called him", "came for Roe and arrested him": an object of the clause joined before. */
function parallelObject(sentence: Sentence, at: number, candidates: Antecedent[]): Antecedent | undefined {
  const { deprel, head } = tokenAt(sentence, at)
  if (!/^(?:i?obj|obl)$/.test(deprel) || head < 0) return undefined
  const verb = tokenAt(sentence, head)
  if (!/^(?:conj|parataxis)$/.test(verb.deprel)) return undefined
  return candidates.find(({ actors, token }) => {
    const other = tokenAt(sentence, token)
    return (
      actors[0]?.startsWith("person:") &&
      other.head === verb.head &&
      token < at &&
      /^(?:i?obj|obl)$/.test(other.deprel)
    )
  })
}

/** "Doe said that Roe … his country": going up from the pronoun, the first subject met. */
function subjectAround(sentence: Sentence, at: number, candidates: Antecedent[]): Antecedent | undefined {
  for (let above = tokenAt(sentence, at).head; above >= 0; above = tokenAt(sentence, above).head) {
    const found = candidates.find(
      ({ token, isSubject }) => isSubject && tokenAt(sentence, token).head === above,
    )
    if (found !== undefined) return found
    const asked = controller(sentence, above)
    const controlling = candidates.findLast(({ token }) => token === asked)
    if (controlling !== undefined) return controlling
  }
  return undefined
}

/** Who is to do what an infinitive says: Roe in "Doe urged Roe to free his men", "called on Roe to". */
function controller(sentence: Sentence, verb: number): number | undefined {
  const { deprel, head } = tokenAt(sentence, verb)
  const to = childrenWith(sentence, verb, "mark").find((mark) => tokenAt(sentence, mark).lemma === "to")
  if (to === undefined || head < 0) return undefined
  const called = (): number | undefined =>
    childrenWith(sentence, head, "obl").find((asked) => /^(?:on|upon)$/.test(caseOf(sentence, asked)))
  if (deprel === "advcl") return called()
  if (deprel !== "xcomp") return undefined
  // The parser may hang whom one asks on the infinitive.
  const asked = [
    ...childrenWith(sentence, head, "obj", "iobj"),
    ...childrenWith(sentence, verb, "obj", "nsubj"),
  ]
  return asked.find((other) => other < to) ?? called()
}

/** Where something happens, rather than who has a part in it. */
const IN_PLACE = /^(?:in|at|near|outside|inside|across)$/

/** Force that nobody uses on what is his own: "shot down one of its jets". */
const HOSTILE =
  /^(?:kill|capture|seize|shoot|bomb|attack|destroy|sink|down|expel|arrest|detain|kidnap|abduct|hit|strike|shell|raid|occupy|invade|annex|poison|target|ambush|torpedo|blockade|besiege|intercept|massacre|murder|execute|behead)$/

/** Who is named by what he is to the doer: "shelled its neighbour". */
const RELATED =
  /^(?:neighbou?r|enemy|rival|foe|opponent|opposition|critic|people|citizen|ally|predecessor|wife|brother)$/

/**
 * "Doe called him", "Doe met Roe and thanked him": an object is somebody else than its verb's subject, and so
 * is the owner of what that subject attacks.
 */
export function ownSubject(draft: Draft, sentence: Sentence, at: number): ActorId[] {
  let token = tokenAt(sentence, at)
  if (token.xpos === "PRP$") {
    while (token.head >= 0 && /^(?:nmod|nmod:poss|compound)$/.test(token.deprel))
      token = tokenAt(sentence, token.head)
    if (RELATED.test(token.lemma)) return []
    const verb = token.deprel === "obj" ? tokenAt(sentence, token.head) : undefined
    if (verb === undefined || !HOSTILE.test(verb.lemma)) return []
  }
  if (token.deprel.startsWith("nsubj")) return []
  // "signed a treaty with him"
  while (token.deprel === "nmod" && token.head >= 0) token = tokenAt(sentence, token.head)
  for (let verb = token.head; verb >= 0; verb = tokenAt(sentence, verb).head) {
    const subjects = childrenWith(sentence, verb, "nsubj")
    if (subjects.length > 0) {
      return subjects
        .flatMap((subject) => [...conjuncts(sentence, subject), ...childrenWith(sentence, subject, "appos")])
        .flatMap((subject) => draft.at(sentence, subject)?.actors ?? [])
    }
    const asked = controller(sentence, verb)
    if (asked !== undefined) return draft.at(sentence, asked)?.actors ?? []
    // "met Roe, thanking him"
    const { deprel, xpos } = tokenAt(sentence, verb)
    const isParticiple = xpos === "VBG" && /^(?:advcl|parataxis)$/.test(deprel)
    if (!/^(?:conj|xcomp)$/.test(deprel) && !isParticiple && !isPurpose(sentence, verb)) return []
  }
  return []
}

/** "vowed to do everything to free him" */
function isPurpose(sentence: Sentence, verb: number): boolean {
  const { deprel, head } = tokenAt(sentence, verb)
  const isInfinitive = childrenWith(sentence, verb, "mark").some(
    (mark) => tokenAt(sentence, mark).lemma === "to",
  )
  // "appealed to Doe to free him" is of two minds.
  return (
    deprel === "advcl" &&
    isInfinitive &&
    !childrenWith(sentence, head, "obl").some((obl) => caseOf(sentence, obl) === "to")
  )
}

/** "It condemned Ruritania", "Doe, whom he met": a subject is nobody whom its own verbs have as an object. */
function namedBeside(draft: Draft, sentence: Sentence, at: number): ActorId[] {
  const { deprel, head } = tokenAt(sentence, at)
  if (!deprel.startsWith("nsubj") || head < 0) return []
  const verbs = conjuncts(sentence, head).filter(
    (verb) => verb === head || childrenWith(sentence, verb, "nsubj").length === 0,
  )
  const beside = verbs.flatMap((verb) => childrenWith(sentence, verb, "obj", "iobj", "obl"))
  const isRelative = beside.some((word) => /^(?:whom|who)$/.test(tokenAt(sentence, word).lemma.toLowerCase()))
  const named = beside.filter((word) => !IN_PLACE.test(caseOf(sentence, word)))
  return (isRelative ? [...named, tokenAt(sentence, head).head] : named)
    .flatMap((word) => conjuncts(sentence, word))
    .flatMap((word) => draft.at(sentence, word)?.actors ?? [])
}

/** Everybody else who has a part in the clause: "the president" of "Doe praised the president" is not Doe. */
export function coArguments(draft: Draft, sentence: Sentence, at: number): Set<ActorId> {
  const { head } = tokenAt(sentence, at)
  const others = head < 0 ? [] : childrenWith(sentence, head, "nsubj", "obj", "iobj", "obl", "nmod", "appos")
  return new Set([
    ...ownSubject(draft, sentence, at),
    ...others
      .filter((other) => other !== at && !IN_PLACE.test(caseOf(sentence, other)))
      .flatMap((other) => conjuncts(sentence, other))
      .flatMap((other) => draft.at(sentence, other)?.actors ?? []),
  ])
}
