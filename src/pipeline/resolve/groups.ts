// "Both", "the two leaders", "both sides", "all three": the pair or triple that was last spoken of.
import type { ActorId, Sentence } from "../../types.js"
import { type Antecedent, ranked } from "./antecedents.js"
import type { Draft } from "./draft.js"
import { caseOf, childrenWith, conjuncts, relation, tokenAt } from "./grammar.js"

type Kind = "people" | "bodies" | "states" | "sides" | "any"

const KINDS: [nouns: RegExp, kind: Kind][] = [
  [
    /^(?:leader|president|minister|man|woman|official|diplomat|counterpart|secretary|premier|statesman|general|commander|envoy|negotiator|king|ambassador|chief|candidate|pair|duo|trio|contender|protagonist|prince)$/,
    "people",
  ],
  [/^(?:country|state|nation|government|neighbou?r|capital|republic|power)$/, "states"],
  [/^(?:army|force|organi[sz]ation|movement|group)$/, "bodies"],
  [/^(?:side|party|foe|adversary|signatory|combatant|belligerent)$/, "sides"],
  [/^(?:two|three|both|rival|ally|each|other)$/, "any"],
]
/** Sentences back in which a group may have been named. */
const REACH = 3

/** The actors of a group, when the token heads a phrase that counts them. */
export function groupAt(
  draft: Draft,
  sentence: Sentence,
  at: number,
  history: Antecedent[],
): ActorId[] | undefined {
  const counted = sizeOf(sentence, at)
  const size = counted ?? (isUncounted(sentence, at) ? 2 : undefined)
  if (size === undefined) return undefined
  const lemma = tokenAt(sentence, at).lemma.toLowerCase()
  const kind = KINDS.find(([nouns]) => nouns.test(lemma))?.[1]
  if (kind === undefined) return undefined
  const names = childrenWith(sentence, at, "appos")
  const actorsOf = (tokens: number[]): Set<ActorId> =>
    new Set(
      tokens
        .flatMap((name) => conjuncts(sentence, name))
        .flatMap((name) => draft.at(sentence, name)?.actors ?? []),
    )
  // The parser may join the second name to the noun: "the two rivals, Doe and Roe".
  const joined = names.length > 0 ? childrenWith(sentence, at, "conj") : []
  const apposed = [actorsOf(names), actorsOf([...names, ...joined])].find((actors) => actors.size === size)
  if (apposed !== undefined) return [...apposed]
  const outside = lemma === "other" ? new Set<ActorId>() : actorsOutside(draft, sentence, at, size)
  return groupBefore(draft, sentence, history, { size, kind, outside }, counted === undefined ? 1 : undefined)
}

/** "The presidents", "the neighbours": both, when two have just been named. */
function isUncounted(sentence: Sentence, at: number): boolean {
  const { xpos, lemma } = tokenAt(sentence, at)
  const modifiers = childrenWith(sentence, at, "amod", "compound", "nmod", "nummod", "acl", "conj")
  const dets = childrenWith(sentence, at, "det").map((det) => tokenAt(sentence, det).text.toLowerCase())
  return (
    /^(?:NNS|NNPS)$/.test(xpos) &&
    /^(?:president|premier|leader|minister|king|rival|neighbou?r|side|foe)$/.test(lemma) &&
    dets.join() === "the" &&
    modifiers.length === 0
  )
}

/** How many: "both", "the two …", "all three …", "the pair". */
export function sizeOf(sentence: Sentence, at: number): number | undefined {
  const token = tokenAt(sentence, at)
  const lemma = token.lemma.toLowerCase()
  const words = childrenWith(sentence, at, "det", "nummod", "cc", "amod", "advmod").map((child) =>
    tokenAt(sentence, child).text.toLowerCase(),
  )
  if (/^(?:pair|duo)$/.test(lemma)) return words.includes("the") ? 2 : undefined
  // "each accused the other": both are both.
  if (lemma === "each") return token.deprel.startsWith("nsubj") ? 2 : undefined
  if (lemma === "other" && words.includes("the") && hasEachBefore(sentence, at)) return 2
  if (words.includes("each") && token.deprel.startsWith("nsubj")) return 2
  if (lemma === "trio") return words.includes("the") ? 3 : undefined
  // "both Togo and Benin", "both sides": the noun is looked at instead.
  const isModifier = /^(?:det|cc|nummod|advmod|compound)/.test(token.deprel)
  if (lemma === "both") return isModifier || token.upos === "CCONJ" ? undefined : 2
  const isCounted = words.some((word) => /^(?:the|all|these|those)$/.test(word))
  if (lemma === "two") return isCounted && !isModifier ? 2 : undefined
  if (lemma === "three") return isCounted && !isModifier ? 3 : undefined
  if (words.includes("both")) return 2
  if (isCounted && words.includes("two")) return 2
  if (isCounted && words.includes("three")) return 3
  return undefined
}

/** "Each blamed the other". */
function hasEachBefore(sentence: Sentence, at: number): boolean {
  const { head, deprel } = tokenAt(sentence, at)
  if (head < 0 || !/^(?:obj|obl)$/.test(deprel)) return false
  return childrenWith(sentence, head, "nsubj").some((subject) =>
    [subject, ...childrenWith(sentence, subject, "det")].some((word) =>
      /^each$/i.test(tokenAt(sentence, word).text),
    ),
  )
}

/** "Doe urged both sides": neither Doe nor Doe's own state is of them, nor who says so. */
function actorsOutside(draft: Draft, sentence: Sentence, at: number, size: number): Set<ActorId> {
  const outside = new Set<ActorId>()
  if (relation(tokenAt(sentence, at)) === "nsubj") return outside
  let isNear = true
  for (let above = at; above >= 0; above = tokenAt(sentence, above).head) {
    const isRoot = tokenAt(sentence, above).head < 0
    const subjects = childrenWith(sentence, above, "nsubj")
    const actors = subjects
      .flatMap((subject) => conjuncts(sentence, subject))
      .flatMap((subject) => draft.at(sentence, subject)?.actors ?? [])
    // "Doe and Roe said that nobody had asked the two": above the own clause, whoever are so many may be meant.
    const isOutside = isNear || (isRoot && new Set(actors).size !== size)
    isNear &&= subjects.length === 0
    for (const actor of isOutside ? actors : []) {
      outside.add(actor)
      const state = draft.actors.stateOf(actor)
      if (state !== null && actor.startsWith("person:")) outside.add(state)
    }
    // "Doe praised Roe, and Poe thanked both": what another clause tells is no frame of this one.
    if (subjects.length > 0 && /^(?:conj|parataxis)$/.test(tokenAt(sentence, above).deprel)) break
  }
  return outside
}

/**
 * The last group of that size that was named as one, else the only ones of their kind in the last sentences,
 * else who was spoken of most and last.
 */
export function groupBefore(
  draft: Draft,
  sentence: Sentence,
  history: Antecedent[],
  { size, kind, outside }: { size: number; kind: Kind; outside: ReadonlySet<ActorId> },
  farthest = REACH,
): ActorId[] | undefined {
  const fits = (actor: ActorId): boolean => !outside.has(actor) && isOfKind(draft, actor, kind)
  const recent = history.filter((antecedent) => antecedent.sentence >= sentence.index - farthest)
  const named = recent.findLast(({ actors }) => actors.length === size && actors.every(fits))
  if (named !== undefined) return named.actors
  const isParty = (actor: ActorId): boolean => fits(actor) && draft.index.get(actor)?.bodyKind !== "igo"
  // The only ones in the last sentences, else those that the whole text is most about.
  const peersWithin = (reach: number): ActorId[] => {
    const found = ranked(sentence, history, isParty, reach)
    const areBodies = kind === "sides" && found.filter(([actor]) => !isPerson(actor)).length >= size
    const ofPeople = !areBodies && isPerson(found[0]?.[0] ?? "")
    const peers = found.map(([actor]) => actor).filter((actor) => isPerson(actor) === ofPeople)
    // A state and its own coast guard are one side.
    return peers.filter(
      (actor) =>
        kind !== "sides" ||
        ofPeople ||
        !peers.some((other) => other === draft.actors.stateOf(actor) && other !== actor),
    )
  }
  const inContact = kind === "people" || kind === "any" ? lastInContact(draft, sentence, fits) : undefined
  if (inContact !== undefined && size === 2) return inContact
  const near = [0, 1].map(peersWithin).find((peers) => peers.length === size)
  if (near !== undefined || farthest <= 1) return near === undefined ? undefined : inOrder(history, near)
  const all = peersWithin(sentence.index)
  return all.length < size ? undefined : inOrder(history, all.slice(0, size))
}

const CONTACT =
  /^(?:meet|call|telephone|phone|ring|speak|talk|discuss|confer|negotiate|hold|have|host|receive|sign|agree|embrace)$/

/** "Doe spoke with Roe": the two people who last had to do with each other, some sentences back at most. */
function lastInContact(
  draft: Draft,
  { index }: Sentence,
  fits: (actor: ActorId) => boolean,
): ActorId[] | undefined {
  const people = (sentence: Sentence, tokens: number[]): ActorId[] =>
    tokens
      .flatMap((token) => draft.at(sentence, token)?.actors ?? [])
      .filter((actor) => isPerson(actor) && fits(actor))
  for (const sentence of draft.article.sentences.slice(Math.max(0, index - REACH), index).toReversed()) {
    for (let verb = sentence.tokens.length - 1; verb >= 0; verb--) {
      const { upos, lemma } = tokenAt(sentence, verb)
      if (upos !== "VERB" || !CONTACT.test(lemma)) continue
      const partners = childrenWith(sentence, verb, "obj", "obl")
      const withs = partners.flatMap((partner) => [partner, ...childrenWith(sentence, partner, "nmod")])
      const pair = new Set([
        ...people(sentence, childrenWith(sentence, verb, "nsubj")),
        ...people(
          sentence,
          withs.filter((token) => /^(?:|with|to)$/.test(caseOf(sentence, token))),
        ),
      ])
      if (pair.size === 2) return [...pair]
    }
  }
  return undefined
}

const inOrder = (history: Antecedent[], actors: ActorId[]): ActorId[] => {
  const place = (actor: ActorId): number =>
    history.findIndex((one) => one.actors.length === 1 && one.actors[0] === actor)
  return actors.toSorted((a, b) => place(a) - place(b))
}

const isPerson = (actor: ActorId): boolean => actor.startsWith("person:")

function isOfKind(draft: Draft, actor: ActorId, kind: Kind): boolean {
  if (kind === "any" || kind === "sides") return true
  if (kind === "people") return isPerson(actor)
  if (kind === "states") return draft.actors.get(actor)?.kind === "State"
  return !isPerson(actor)
}
