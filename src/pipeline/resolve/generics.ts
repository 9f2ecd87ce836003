// "The movement", "the kingdom", "its neighbour", "the latter": which body, state or person a noun points back to.
import type { ActorId, Sentence } from "../../types.js"
import { type Antecedent, coArguments, salient } from "./antecedents.js"
import { described } from "./described.js"
import type { Draft } from "./draft.js"
import { childrenWith, hasDeterminer, tokenAt } from "./grammar.js"
import { groupBefore } from "./groups.js"
import { type Found, found, homeState, otherState, type Passage } from "./passage.js"
import { ownersOf } from "./roles.js"
import type { GenericRow } from "./tables.js"

/** The actor that a noun with "the" or "this", or with a possessor, points back to. */
export function genericAt(passage: Passage, sentence: Sentence, at: number): Found | undefined {
  const { draft } = passage
  const lemma = tokenAt(sentence, at).lemma.toLowerCase()
  const others = coArguments(draft, sentence, at)
  const owner = childrenWith(sentence, at, "nmod:poss").find((child) =>
    /^(?:PRP|WP)\$$/.test(tokenAt(sentence, child).xpos),
  )
  if (owner !== undefined) {
    const owners = draft.at(sentence, owner)?.actors ?? []
    return found("description", 0.75, ofOwner(passage, sentence, lemma, owners, others))
  }
  const fits = described(draft, passage.traits, sentence, at)
  if (fits !== undefined) {
    const states = ownersOf(draft, sentence, at).filter((owner) => owner.startsWith("state:"))
    const isMeant = (actor: ActorId): boolean => {
      const state = draft.index.get(actor)?.state
      return (
        !others.has(actor) &&
        fits(actor) &&
        (states.length === 0 || state == null || states.includes(`state:${state}`))
      )
    }
    const [named, ...more] = [...passage.traits.keys()].filter(isMeant)
    const body = more.length === 0 ? named : salient(sentence, passage.history, isMeant, sentence.index)
    return body === undefined ? undefined : found("description", 0.7, [body])
  }
  if (!isDefinite(sentence, at)) return undefined
  const same = sameNoun(passage, sentence, at, others)
  if (same !== undefined) return found("description", 0.75, [same])
  const row = draft.index.generic(genericWord(sentence, at))
  // "the Nobel laureate" is nobody's.
  if (hasOwner(draft, sentence, at) && !row?.kinds.includes("person")) return undefined
  if (lemma === "former" || lemma === "latter") return ofPair(passage, sentence, at, lemma)
  if (lemma === "north" || lemma === "south") {
    return found("description", 0.8, ofKorea(draft, sentence, at, lemma))
  }
  if (row === undefined) return undefined
  if (row.kinds.includes("state") && row.states.length === 0) {
    const state = homeState(passage, sentence, others)
    return state === undefined ? undefined : found("description", 0.65, [draft.actors.addKnown(state)])
  }
  const reach = row.states.length > 0 ? 8 : row.kinds.includes("person") ? 1 : 3
  const margin = row.kinds.includes("person") ? 1.6 : undefined
  const actor = salient(
    sentence,
    passage.history,
    (id) => !others.has(id) && isOfKind(draft, id, row),
    reach,
    margin,
  )
  return actor === undefined ? undefined : found("description", 0.7, [actor])
}

/** The word that the table has: "rebels", but "country" alone; "62-year-old" is somebody of that age. */
function genericWord(sentence: Sentence, at: number): string {
  const { text, lemma } = tokenAt(sentence, at)
  const isAge = lemma === "old" && sentence.tokens[at - 2]?.text === "year"
  return isAge ? "year-old" : text.toLowerCase()
}

/** "The troops" after "Ruritanian troops": who was last called so. */
function sameNoun(
  { draft, history }: Passage,
  sentence: Sentence,
  at: number,
  others: ReadonlySet<ActorId>,
): ActorId | undefined {
  if (hasOwner(draft, sentence, at)) return undefined
  const { lemma, xpos } = tokenAt(sentence, at)
  const isSame = ({ sentence: index, token }: Antecedent): boolean => {
    const other = draft.article.sentences[index]?.tokens[token]
    return other?.lemma === lemma && other.xpos.replace("NNP", "NN") === xpos.replace("NNP", "NN")
  }
  return salient(
    sentence,
    history.filter(isSame),
    (actor) => !actor.startsWith("person:") && !others.has(actor),
    4,
  )
}

const isDefinite = (sentence: Sentence, at: number): boolean =>
  hasDeterminer(sentence, at, /^(?:the|this|that)$/i)

/** Whether something in the noun's phrase says whose it is. */
export const hasOwner = (draft: Draft, sentence: Sentence, at: number): boolean =>
  childrenWith(sentence, at, "amod", "compound", "nmod", "nmod:poss", "appos").some((child) => {
    const { upos, lemma } = tokenAt(sentence, child)
    const isTitle =
      draft.index.isTitle(lemma.toLowerCase()) || draft.index.isTitleModifier(lemma.toLowerCase())
    return draft.covers(sentence, child) || (upos === "PROPN" && !isTitle)
  })

function isOfKind(draft: Draft, actor: ActorId, { kinds, states }: GenericRow): boolean {
  if (actor.startsWith("state:"))
    return kinds.includes("state") && (states.length === 0 || states.includes(actor.slice("state:".length)))
  if (actor.startsWith("person:")) return kinds.includes("person")
  const known = draft.index.get(actor)
  const kind = known?.bodyKind ?? kindByName(draft.actors.get(actor)?.name ?? "")
  return kind !== undefined && kinds.includes(kind)
}

/** What kind of body a name tells of, for one that no table has. */
const KIND_BY_NAME: [name: RegExp, kind: GenericRow["kinds"][number]][] = [
  [/\b(?:Party|Movement|Union for|Congress)\b/, "party"],
  [/\b(?:Front|Brigades?|Militia|Guerrillas?|Liberation|Resistance|Jihad|Tigers|Army of)\b/, "armed-group"],
  [/\b(?:Court|Tribunal)\b/, "court"],
  [/\bMinistry\b/, "ministry"],
  [/\b(?:Company|Corporation|Corp|Inc|Ltd|Bank|Airlines?|Group)\b/, "company"],
]
const kindByName = (name: string): GenericRow["kinds"][number] | undefined =>
  KIND_BY_NAME.find(([pattern]) => pattern.test(name))?.[1]

const COUNTRY = /^(?:country|nation|state|homeland|kingdom|republic|people)$/
const NEIGHBOUR = /^(?:neighbou?r|enemy|foe|adversary|rival)$/

/** "his country": the owner's state; "its neighbour": the other state; "her party": the one that she is of. */
function ofOwner(
  passage: Passage,
  sentence: Sentence,
  lemma: string,
  owners: ActorId[],
  others: ReadonlySet<ActorId>,
): ActorId[] | undefined {
  const { draft } = passage
  const states = owners.flatMap((owner) => draft.actors.stateOf(owner) ?? [])
  if (COUNTRY.test(lemma)) return [...new Set(states.map((state) => draft.actors.addKnown(state)))]
  if (NEIGHBOUR.test(lemma)) {
    const other = otherState(passage, sentence, new Set([...others, ...owners, ...states]))
    return owners.length === 0 || other === undefined ? undefined : [other]
  }
  if (lemma !== "party" && lemma !== "movement") return undefined
  const parties = owners.flatMap((owner) => draft.actors.get(owner)?.roles ?? []).map(({ of }) => of)
  const row = draft.index.generic(lemma) as GenericRow
  return [...new Set(parties)].filter((party) => isOfKind(draft, party, row)).slice(0, 1)
}

/** "the former", "the latter": of the pair that was named last. */
function ofPair(
  { draft, history }: Passage,
  sentence: Sentence,
  at: number,
  which: string,
): Found | undefined {
  if (/^(?:amod|compound)$/.test(tokenAt(sentence, at).deprel)) return undefined
  const pair = groupBefore(draft, sentence, history, { size: 2, kind: "any", outside: new Set() })
  const actor = which === "former" ? pair?.[0] : pair?.[1]
  return actor === undefined ? undefined : found("description", 0.65, [actor])
}

/** "the North" where Korea is spoken of. */
function ofKorea(draft: Draft, sentence: Sentence, at: number, which: string): ActorId[] | undefined {
  const { upos, deprel } = tokenAt(sentence, at)
  const named = ["state:PRK", "state:KOR"].some((state) => draft.actors.get(state) !== undefined)
  if (!named || upos !== "PROPN" || /^(?:amod|compound)$/.test(deprel)) return undefined
  return [draft.actors.addKnown(which === "north" ? "state:PRK" : "state:KOR")]
}
