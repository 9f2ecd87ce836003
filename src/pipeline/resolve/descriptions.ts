// Descriptions to actors: bodies of a state, and those who act for a state or organisation.
import type { ActorId, Mention, Sentence } from "../../types.js"
import { described, type Traits } from "./described.js"
import type { Draft } from "./draft.js"
import { caseOf, childrenWith, tokenAt } from "./grammar.js"
import { sizeOf } from "./groups.js"
import { filledOffice } from "./offices.js"
import { ownersOf } from "./roles.js"
import { wordKey } from "./spelling.js"

/** Adds "the Ruritanian foreign ministry", "Ruritanian officials", "the Doe administration", in text order. */
export function addDescriptions(draft: Draft, traits: Traits): void {
  for (const sentence of draft.article.sentences) {
    for (let noun = 0; noun < sentence.tokens.length; noun++) {
      const { upos } = tokenAt(sentence, noun)
      if ((upos !== "NOUN" && upos !== "PROPN") || draft.at(sentence, noun) !== undefined) continue
      if (isTitleOfName(draft, sentence, noun) || described(draft, traits, sentence, noun)) continue
      addBody(draft, sentence, noun) ||
        addAdministration(draft, sentence, noun) ||
        addMembers(draft, sentence, noun)
    }
  }
}

const isTitleOfName = (draft: Draft, sentence: Sentence, token: number): boolean =>
  draft
    .in(sentence)
    .some(
      (mention) =>
        mention.kind === "name" &&
        mention.first <= token &&
        token <= mention.last &&
        mention.actors[0]?.startsWith("person:"),
    )

/** A body that every state has: "the Ruritanian foreign ministry". */
function addBody(draft: Draft, sentence: Sentence, noun: number): boolean {
  const state = ownersOf(draft, sentence, noun).find((owner) => owner.startsWith("state:"))
  return state !== undefined && addBodyOf(draft, sentence, noun, state)
}

/** Adds the body of a state that a noun names; whether it names one. */
export function addBodyOf(
  draft: Draft,
  sentence: Sentence,
  noun: number,
  state: ActorId,
  certainty = 0.85,
): boolean {
  const name = bodyNameAt(draft, sentence, noun)
  if (name === undefined) return false
  const [phrase, first, last] = name
  const holder = draft.index.get(state)
  if (holder === undefined) return false
  const host = phrase === "Embassy" ? hostOf(draft, sentence, noun) : undefined
  const place = host === undefined ? "" : ` in ${draft.index.get(host.actors[0] as ActorId)?.name}`
  const words = sentence.tokens.slice(first, last + 1).map((token) => wordKey(token.text))
  const actor = knownBody(draft, state, words.join(" ")) ?? draft.actors.addBody(phrase, holder, place)
  draft.actors.addSurface(actor, textOf(draft, sentence, first, last))
  const owner = draft
    .in(sentence)
    .find((mention) => mention.actors[0] === state && mention.last < first && mention.last >= first - 3)
  draft.add({
    sentence,
    first: owner?.first ?? first,
    last: host?.last ?? last,
    head: noun,
    kind: "description",
    actors: [actor],
    certainty,
  })
  return true
}

const textOf = ({ article }: Draft, { tokens }: Sentence, first: number, last: number): string =>
  article.text.slice(tokens[first]?.start, tokens[last]?.end)

/** "the army of Ruritania" is what the tables have as "Ruritanian army". */
function knownBody(draft: Draft, state: ActorId, phrase: string): ActorId | undefined {
  for (const owner of [draft.index.adjectiveOf(state), draft.index.get(state)?.name]) {
    const known = owner === undefined ? undefined : draft.index.phrase(`${wordKey(owner)} ${phrase}`)?.actor
    if (known?.startsWith("org:")) return draft.actors.addKnown(known)
  }
  return undefined
}

/** "the Ruritanian embassy in Strelsau": the state that the town lies in. */
function hostOf(draft: Draft, sentence: Sentence, noun: number): Mention | undefined {
  for (const child of childrenWith(sentence, noun, "nmod")) {
    const mention = draft.at(sentence, child)
    if (/^(?:in|to)$/.test(caseOf(sentence, child)) && mention?.actors[0]?.startsWith("state:"))
      return mention
  }
  return undefined
}

/** "foreign ministry" with its noun last, or "ministry of foreign affairs" with it first. */
export function bodyNameAt(
  draft: Draft,
  sentence: Sentence,
  noun: number,
): [name: string, first: number, last: number] | undefined {
  const word = (at: number): string => wordKey(sentence.tokens[at]?.text ?? "")
  for (const [first, last] of [
    [noun - 1, noun],
    [noun, noun + 3],
    [noun, noun + 2],
    [noun - 2, noun],
    [noun, noun],
  ] as const) {
    const words: string[] = []
    for (let at = first; at <= last; at++) words.push(word(at))
    const name = draft.index.bodyName(words.join(" "))
    if (name !== undefined) return [name, Math.max(first, 0), Math.min(last, sentence.tokens.length - 1)]
  }
  return undefined
}

const GOVERNMENT = /^(?:administration|government|regime|cabinet|presidency|team|junta|camp)$/

/** "the Doe administration", "Doe's government": the state. */
function addAdministration(draft: Draft, sentence: Sentence, noun: number): boolean {
  if (!GOVERNMENT.test(tokenAt(sentence, noun).lemma.toLowerCase())) return false
  for (const child of childrenWith(sentence, noun, "compound", "nmod:poss", "nmod:desc")) {
    const mention = draft.at(sentence, child)
    const person = mention?.actors[0]
    if (mention === undefined || !person?.startsWith("person:")) continue
    const state = draft.actors.stateOf(person)
    if (state === null) continue
    draft.actors.addKnown(state)
    const first = Math.min(mention.first, noun)
    draft.add({ sentence, first, last: noun, head: noun, kind: "metonym", actors: [state], certainty: 0.9 })
    return true
  }
  return false
}

/** "senior Ruritanian officials", "Hamas fighters", "a delegation from Ruritania": whose they are. */
function addMembers(draft: Draft, sentence: Sentence, noun: number): boolean {
  const lemma = tokenAt(sentence, noun).lemma.toLowerCase()
  if (!draft.index.isMember(lemma) && !draft.index.isTitle(lemma)) return false
  // "the two NATO allies": two that have been named.
  if (lemma === "ally" && sizeOf(sentence, noun) !== undefined) return false
  const named = nameGiven(draft, sentence, noun)
  const owners = ownersOf(draft, sentence, noun)
  if (named === undefined && owners.length === 0) return addOfMembers(draft, sentence, noun)
  const actors =
    named !== undefined
      ? [named]
      : owners.flatMap((owner) => filledOffice(draft, sentence, noun, owner) ?? owner)
  draft.add({
    sentence,
    first: noun,
    last: noun,
    kind: "description",
    actors: [...new Set(actors)],
    certainty: actors[0] === owners[0] ? 0.85 : 0.9,
  })
  return true
}

/** "members of the Ruritanian government": what the nouns in it stand for. */
/** "the rebel commander known as Doe": Doe. */
function nameGiven(draft: Draft, sentence: Sentence, noun: number): ActorId | undefined {
  if (tokenAt(sentence, noun).xpos !== "NN") return undefined
  return childrenWith(sentence, noun, "acl")
    .filter((verb) => NAMING.test(tokenAt(sentence, verb).lemma) && tokenAt(sentence, verb).xpos === "VBN")
    .flatMap((verb) => childrenWith(sentence, verb, "obl", "xcomp", "obj"))
    .flatMap((name) => draft.at(sentence, name)?.actors ?? [])
    .find((actor) => actor.startsWith("person:"))
}
const NAMING = /^(?:know|call|name|identify|nickname|dub)$/

function addOfMembers(draft: Draft, sentence: Sentence, noun: number): boolean {
  if (
    !/^(?:member|leader|official|head|representative|part|group|number|dozen|hundred|thousand|party|element)$/.test(
      tokenAt(sentence, noun).lemma,
    )
  )
    return false
  for (const child of childrenWith(sentence, noun, "nmod")) {
    const mention = draft.at(sentence, child)
    const isOf = childrenWith(sentence, child, "case").some(
      (marker) => tokenAt(sentence, marker).lemma === "of",
    )
    if (!isOf || mention === undefined || mention.actors.some((actor) => actor.startsWith("person:")))
      continue
    draft.add({
      sentence,
      first: noun,
      last: noun,
      kind: "description",
      actors: mention.actors,
      certainty: 0.75,
    })
    return true
  }
  return false
}
