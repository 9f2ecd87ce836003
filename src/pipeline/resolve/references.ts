// Words that point back: pronouns, "the president", "the movement", "both sides". One walk in text order, with
// what was mentioned so far.
import type { ActorId, Sentence } from "../../types.js"
import { type Antecedent, nearest, remember } from "./antecedents.js"
import type { Draft } from "./draft.js"
import { childrenWith, tokenAt } from "./grammar.js"
import { groupAt } from "./groups.js"
import { findOfficeHolder } from "./offices.js"
import { issuerOf, speakerOf } from "./speakers.js"

/** Adds mentions for pronouns and for descriptions that only earlier text resolves. */
export function addReferences(draft: Draft): void {
  const history: Antecedent[] = []
  const speech: Speech = { inQuote: false, speaker: undefined }
  const side = issuerOf(draft)
  for (const sentence of draft.article.sentences) {
    const speaker = speakerOf(draft, sentence) ?? (speech.inQuote ? speech.speaker : undefined)
    for (let at = 0; at < sentence.tokens.length; at++) {
      if (/^["“”]$/.test(tokenAt(sentence, at).text)) speech.inQuote = !speech.inQuote
      if (draft.at(sentence, at) === undefined) {
        const found = refer(draft, sentence, at, history, speaker ?? speech.speaker, speech.inQuote, side)
        if (found !== undefined) {
          draft.add({ sentence, first: at, last: at, ...found })
        }
      }
      remember(draft, sentence, at, history)
    }
    if (/["”]\s*$/.test(draft.article.text.slice(sentence.start, sentence.end))) speech.inQuote = false
    speech.speaker = speaker ?? speech.speaker
  }
}

interface Speech {
  inQuote: boolean
  speaker: ActorId | undefined
}

type Found = { kind: "pronoun" | "description"; actors: ActorId[]; certainty: number }

function refer(
  draft: Draft,
  sentence: Sentence,
  at: number,
  history: Antecedent[],
  speaker: ActorId | undefined,
  inQuote: boolean,
  side: ActorId | undefined,
): Found | undefined {
  const token = tokenAt(sentence, at)
  if (token.upos !== "PRON" && token.lemma.toLowerCase() === "both") {
    return noun(draft, sentence, at, history)
  }
  if (token.upos === "PRON" || token.xpos === "PRP$") {
    return pronoun(draft, sentence, at, history, speaker, inQuote, side)
  }
  return token.upos === "NOUN" || token.upos === "PROPN" || token.upos === "NUM"
    ? noun(draft, sentence, at, history)
    : undefined
}

function pronoun(
  draft: Draft,
  sentence: Sentence,
  at: number,
  history: Antecedent[],
  speaker: ActorId | undefined,
  inQuote: boolean,
  side: ActorId | undefined,
): Found | undefined {
  const word = tokenAt(sentence, at).text.toLowerCase()
  const as = (actors: ActorId[] | undefined, certainty: number): Found | undefined =>
    actors === undefined ? undefined : { kind: "pronoun", actors, certainty }
  if (word === "both") return as(groupAt(draft, sentence, at, history), 0.7)
  if (/^(?:i|my|me|myself|we|our|us|ourselves)$/.test(word)) {
    const isSingular = /^(?:i|my|me|myself)$/.test(word)
    const whose = inQuote || isSingular ? speaker : (side ?? speaker)
    if (whose === undefined) return undefined
    return isSingular ? as([whose], 0.8) : as([sideOf(draft, whose)], 0.7)
  }
  const gender = /^(?:he|him|his|himself)$/.test(word)
    ? "m"
    : /^(?:she|her|hers|herself)$/.test(word)
      ? "f"
      : undefined
  if (gender !== undefined) {
    const fits = (actors: ActorId[]): boolean =>
      isPerson(actors) && (draft.actors.get(actors[0] as ActorId)?.gender || gender) === gender
    return as(nearest(draft, sentence, at, history, fits), 0.8)
  }
  if (/^(?:it|its|itself)$/.test(word)) {
    // "called it a mistake": an object is what happened rather than who.
    const isBodyToo = /^(?:nsubj|nmod:poss)/.test(tokenAt(sentence, at).deprel)
    return isBodyToo ? as(nearest(draft, sentence, at, history, isBody, 1), 0.65) : undefined
  }
  if (/^(?:they|them|their|themselves)$/.test(word)) {
    return as(
      nearest(draft, sentence, at, history, (actors) => actors.length > 1 || isBody(actors), 1),
      0.6,
    )
  }
  return undefined
}

/** Who holds an office says "we" for the state. */
function sideOf(draft: Draft, speaker: ActorId): ActorId {
  const office = draft.actors.get(speaker)?.roles.find(({ of }) => draft.actors.stateOf(of) !== null)
  const state = office === undefined ? null : draft.actors.stateOf(office.of)
  return state === null ? speaker : draft.actors.addKnown(state)
}

const isPerson = (actors: ActorId[]): boolean =>
  actors.length === 1 && (actors[0] as ActorId).startsWith("person:")
const isBody = (actors: ActorId[]): boolean =>
  actors.length === 1 && !(actors[0] as ActorId).startsWith("person:")

const GENERIC: [nouns: RegExp, kinds: RegExp][] = [
  [/^(?:movement|militia|group|organi[sz]ation|militant|insurgent)$/, /^(?:armed-group|party)$/],
  [/^party$/, /^party$/],
  [/^(?:bloc|alliance|union)$/, /^igo$/],
  [/^council$/, /^body$/],
  [/^(?:ministry|department)$/, /^ministry$/],
  [/^agency$/, /^agency$/],
  [/^court$/, /^court$/],
]

function noun(draft: Draft, sentence: Sentence, at: number, history: Antecedent[]): Found | undefined {
  const token = tokenAt(sentence, at)
  const determiner = childrenWith(sentence, at, "det", "nmod:poss").map((child) =>
    tokenAt(sentence, child).text.toLowerCase(),
  )
  const as = (actors: ActorId[] | undefined, certainty: number): Found | undefined =>
    actors === undefined ? undefined : { kind: "description", actors, certainty }
  const group = groupAt(draft, sentence, at, history)
  if (group !== undefined) return as(group, 0.75)
  if (/^(?:country|nation|state|government|kingdom|administration|team|cabinet)$/.test(token.lemma)) {
    return as(ownCountry(draft, sentence, at, history), 0.75)
  }
  if (!determiner.some((word) => word === "the" || word === "this") || hasOwner(draft, sentence, at))
    return undefined
  if (token.xpos === "NN" || token.xpos === "NNP") {
    const holder = draft.index.isTitle(token.lemma.toLowerCase())
      ? findOfficeHolder(draft, sentence, at)
      : undefined
    if (holder !== undefined) return as([holder], 0.85)
  }
  for (const [nouns, kinds] of GENERIC) {
    if (!nouns.test(token.lemma.toLowerCase())) continue
    const fits = (actors: ActorId[]): boolean =>
      isBody(actors) && kinds.test(draft.index.get(actors[0] as ActorId)?.bodyKind ?? "")
    return as(nearest(draft, sentence, at, history, fits), 0.7)
  }
  return undefined
}

const hasOwner = (draft: Draft, sentence: Sentence, at: number): boolean =>
  childrenWith(sentence, at, "amod", "compound", "nmod", "appos").some((child) =>
    draft.covers(sentence, child),
  )

/** "his country", "their government": the state of who was meant. */
function ownCountry(
  draft: Draft,
  sentence: Sentence,
  at: number,
  history: Antecedent[],
): ActorId[] | undefined {
  for (const child of childrenWith(sentence, at, "nmod:poss")) {
    if (tokenAt(sentence, child).xpos !== "PRP$") continue
    const whose =
      draft.at(sentence, child)?.actors ??
      pronoun(draft, sentence, child, history, undefined, false, undefined)?.actors
    const states = (whose ?? []).map((actor) => draft.actors.stateOf(actor)).filter((state) => state !== null)
    for (const state of states) draft.actors.addKnown(state)
    if (states.length > 0) return [...new Set(states)]
  }
  return undefined
}
