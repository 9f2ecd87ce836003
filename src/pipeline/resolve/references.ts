// Words that point back: pronouns, "the president", "the movement", "both sides". One walk in text order, with
// what was mentioned so far.
import type { ActorId, Sentence, Token } from "../../types.js"
import { findOfficeHolder } from "./descriptions.js"
import type { Draft } from "./draft.js"
import { childrenOf, childrenWith, conjuncts, relation, tokenAt } from "./grammar.js"
import { issuerOf, speakerOf } from "./speakers.js"

interface Antecedent {
  actors: ActorId[]
  sentence: number
  token: number
  isSubject: boolean
}

/** How many sentences back an antecedent may stand. */
const REACH = 3

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

function remember(draft: Draft, sentence: Sentence, token: number, history: Antecedent[]): void {
  const mention = draft.at(sentence, token)
  if (mention === undefined || mention.kind === "place" || mention.kind === "outlet") return
  const parts = conjuncts(sentence, token).flatMap((part) => draft.at(sentence, part)?.actors ?? [])
  const isSubject = relation(tokenAt(sentence, token)) === "nsubj"
  // The group before its first member: "they" is all of them.
  if (new Set(parts).size > 1) {
    history.push({ actors: [...new Set(parts)], sentence: sentence.index, token, isSubject })
  }
  history.push({ actors: mention.actors, sentence: sentence.index, token, isSubject })
}

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
    return as(nearest(sentence, at, history, fits), 0.8)
  }
  if (/^(?:it|its|itself)$/.test(word)) {
    const isExpletive = tokenAt(sentence, at).deprel === "expl"
    return isExpletive ? undefined : as(nearest(sentence, at, history, isBody, 1), 0.65)
  }
  if (/^(?:they|them|their|themselves)$/.test(word)) {
    return as(
      nearest(sentence, at, history, (actors) => actors.length > 1 || isBody(actors), 1),
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

/** The antecedent in the nearest sentence, its subject before others; in the same sentence only what stands before. */
function nearest(
  sentence: Sentence,
  at: number,
  history: Antecedent[],
  fits: (actors: ActorId[]) => boolean,
  reach = REACH,
): ActorId[] | undefined {
  for (let back = 0; back <= reach; back++) {
    const candidates = history.filter(
      (antecedent) =>
        antecedent.sentence === sentence.index - back &&
        fits(antecedent.actors) &&
        (back > 0 || !sharesVerb(sentence, at, antecedent.token)),
    )
    const found = candidates.find((candidate) => candidate.isSubject) ?? candidates.at(-1)
    if (found !== undefined) return found.actors
  }
  return undefined
}

/** "Doe called him", "Doe met Roe and thanked him": subject and object of one verb are two people. */
function sharesVerb(sentence: Sentence, pronounAt: number, antecedent: number): boolean {
  const token = tokenAt(sentence, pronounAt)
  if (token.xpos === "PRP$" || token.head < 0) return false
  const { head, deprel } = tokenAt(sentence, antecedent)
  if (token.head === head) return true
  let verb = token.head
  while (tokenAt(sentence, verb).deprel === "conj" && childrenWith(sentence, verb, "nsubj").length === 0) {
    verb = tokenAt(sentence, verb).head
  }
  return verb === head && deprel.startsWith("nsubj")
}

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
  const children = childrenOf(sentence)[at] ?? []
  const determiner = childrenWith(sentence, at, "det", "nmod:poss").map((child) =>
    tokenAt(sentence, child).text.toLowerCase(),
  )
  const as = (actors: ActorId[] | undefined, certainty: number): Found | undefined =>
    actors === undefined ? undefined : { kind: "description", actors, certainty }
  if (isPair(token, sentence, children)) return as(pairBefore(sentence, token, history), 0.75)
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
    return as(nearest(sentence, at, history, fits), 0.7)
  }
  return undefined
}

const hasOwner = (draft: Draft, sentence: Sentence, at: number): boolean =>
  childrenWith(sentence, at, "amod", "compound", "nmod", "appos").some((child) =>
    draft.covers(sentence, child),
  )

/** "the two leaders", "both sides", "the pair". */
function isPair(token: Token, sentence: Sentence, children: number[]): boolean {
  if (/^(?:pair|duo)$/.test(token.lemma)) return true
  const words = children.map((child) => tokenAt(sentence, child).text.toLowerCase())
  if (token.lemma === "two" && words.includes("the") && token.deprel !== "nummod") return true
  const isGroup =
    /^(?:leader|president|minister|side|party|man|official|country|state|nation|diplomat|counterpart|secretary|government|premier)$/
  return (
    isGroup.test(token.lemma) && (words.includes("both") || (words.includes("the") && words.includes("two")))
  )
}

/** The two actors that were last named: of one kind, people for leaders. */
function pairBefore(sentence: Sentence, token: Token, history: Antecedent[]): ActorId[] | undefined {
  const wantsPeople =
    /^(?:leader|president|minister|man|official|diplomat|counterpart|secretary|premier|two|pair|duo)$/.test(
      token.lemma,
    )
  const kindOf = (actor: ActorId): boolean => actor.startsWith("person:") === wantsPeople
  const recent = history.filter((antecedent) => antecedent.sentence >= sentence.index - 2)
  const group = recent.findLast(
    (antecedent) => antecedent.actors.length === 2 && antecedent.actors.every(kindOf),
  )
  if (group !== undefined) return group.actors
  const last: ActorId[] = []
  for (const antecedent of recent.toReversed()) {
    const [actor] = antecedent.actors as [ActorId]
    if (antecedent.actors.length === 1 && kindOf(actor) && !last.includes(actor)) last.unshift(actor)
    if (last.length === 2) return last
  }
  return undefined
}

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
