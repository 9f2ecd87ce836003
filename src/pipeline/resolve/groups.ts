// "Both", "the two leaders", "both sides", "all three": the pair or triple that was last spoken of.
import type { ActorId, Sentence } from "../../types.js"
import type { Antecedent } from "./antecedents.js"
import type { Draft } from "./draft.js"
import { childrenWith, relation, tokenAt } from "./grammar.js"

type Kind = "people" | "bodies" | "states" | "any"

const KINDS: [nouns: RegExp, kind: Kind][] = [
  [
    /^(?:leader|president|minister|man|woman|official|diplomat|counterpart|secretary|premier|statesman|pair|duo|trio)$/,
    "people",
  ],
  [/^(?:country|state|nation|government|neighbou?r|capital|republic|power)$/, "states"],
  [/^(?:army|force|ally|organi[sz]ation|movement|group)$/, "bodies"],
  [/^(?:two|three|both|side|party|rival|foe|adversary|signatory|combatant)$/, "any"],
]
/** Sentences back in which a group may have been named, and what a mention is worth one sentence later. */
const REACH = 3
const FADING = 0.85

/** The actors of a group, when the token heads a phrase that counts them. */
export function groupAt(
  draft: Draft,
  sentence: Sentence,
  at: number,
  history: Antecedent[],
): ActorId[] | undefined {
  const size = sizeOf(sentence, at)
  if (size === undefined) return undefined
  const lemma = tokenAt(sentence, at).lemma.toLowerCase()
  const kind = KINDS.find(([nouns]) => nouns.test(lemma))?.[1]
  if (kind === undefined) return undefined
  return groupBefore(draft, sentence, history, size, kind, actorsOutside(draft, sentence, at))
}

/** How many: "both", "the two …", "all three …", "the pair". */
function sizeOf(sentence: Sentence, at: number): number | undefined {
  const token = tokenAt(sentence, at)
  const lemma = token.lemma.toLowerCase()
  const words = childrenWith(sentence, at, "det", "nummod", "cc", "amod", "advmod").map((child) =>
    tokenAt(sentence, child).text.toLowerCase(),
  )
  if (/^(?:pair|duo)$/.test(lemma)) return words.includes("the") ? 2 : undefined
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

/** "Doe urged both sides": neither Doe nor Doe's own state is of them. */
function actorsOutside(draft: Draft, sentence: Sentence, at: number): Set<ActorId> {
  const outside = new Set<ActorId>()
  for (let above = at; above >= 0; above = tokenAt(sentence, above).head) {
    if (relation(tokenAt(sentence, above)) === "nsubj") return outside
    const subjects = childrenWith(sentence, above, "nsubj")
    for (const actor of subjects.flatMap((subject) => draft.at(sentence, subject)?.actors ?? [])) {
      outside.add(actor)
      const state = draft.actors.stateOf(actor)
      if (state !== null && actor.startsWith("person:")) outside.add(state)
    }
    if (subjects.length > 0) return outside
  }
  return outside
}

/** The last group of that size that was named as one, else who was spoken of most and last, all of one kind. */
function groupBefore(
  draft: Draft,
  sentence: Sentence,
  history: Antecedent[],
  size: number,
  kind: Kind,
  outside: Set<ActorId>,
): ActorId[] | undefined {
  const fits = (actor: ActorId): boolean => !outside.has(actor) && isOfKind(draft, actor, kind)
  const recent = history.filter((antecedent) => antecedent.sentence >= sentence.index - REACH)
  const named = recent.findLast(({ actors }) => actors.length === size && actors.every(fits))
  if (named !== undefined) return named.actors
  const salience = new Map<ActorId, number>()
  for (const { actors, sentence: index } of history) {
    const [actor] = actors as [ActorId]
    if (actors.length > 1 || !fits(actor) || draft.index.get(actor)?.bodyKind === "igo") continue
    salience.set(actor, (salience.get(actor) ?? 0) + FADING ** (sentence.index - index))
  }
  const near = new Set(recent.flatMap(({ actors }) => actors))
  const ranked = [...salience.keys()]
    .filter((actor) => near.has(actor))
    .sort((a, b) => (salience.get(b) ?? 0) - (salience.get(a) ?? 0))
  const peers = ranked.filter((actor) => isPerson(actor) === isPerson(ranked[0] as ActorId))
  return peers.length < size ? undefined : peers.slice(0, size)
}

const isPerson = (actor: ActorId): boolean => actor.startsWith("person:")

function isOfKind(draft: Draft, actor: ActorId, kind: Kind): boolean {
  if (kind === "any") return true
  if (kind === "people") return isPerson(actor)
  if (kind === "states") return draft.actors.get(actor)?.kind === "State"
  return !isPerson(actor)
}
