// Towns and regions that the hand-made tables leave out: the state one lies in, where the article leaves no doubt.
import type { ActorId, Sentence } from "../../types.js"
import type { Town } from "./actor-index.js"
import type { Draft } from "./draft.js"
import { caseOf, headOf, overlap, relation, tokenAt } from "./grammar.js"
import type { FoundName } from "./names.js"
import { foldWord, nameWords } from "./spelling.js"

type Span = { first: number; last: number }

/** The names of one article, with its places among them, each as its state. */
export function withTowns(draft: Draft, names: FoundName[][]): FoundName[][] {
  const named = new Set(names.flat().map(({ actor }) => stateOf(draft, actor)))
  const isSomebody = people(draft, names)
  const learned = placesLearned(draft)
  return draft.article.sentences.map((sentence, at) => {
    const found = names[at] as FoundName[]
    const towns = nameSpans(sentence, found).flatMap((span): FoundName[] => {
      const text = textOf(draft, sentence, span)
      if (!learned.has(text) && !standsForPlace(sentence, span)) return []
      const towns = isSomebody(text) ? [] : draft.index.towns(text)
      const actor = choose(towns, named, learned.has(text))
      if (actor === undefined) return []
      const { first, last } = span
      return [{ sentence: at, first, last, actor, kind: "place", type: "LOC" }]
    })
    if (towns.length === 0) return found
    const others = found.filter((name) => !towns.some((town) => overlap(town, name)))
    return [...others, ...towns].sort((a, b) => a.first - b.first || b.last - a.last)
  })
}

const textOf = (draft: Draft, { tokens }: Sentence, { first, last }: Span): string =>
  draft.article.text.slice(tokens[first]?.start, tokens[last]?.end)

function stateOf(draft: Draft, actor: ActorId | null): ActorId | null {
  const state = actor === null ? null : (draft.index.get(actor)?.state ?? null)
  return state === null ? null : `state:${state}`
}

/** Towns of so many thousands are known without their state. */
const WELL_KNOWN = 300
/** How many times larger one must be than the next of its name. */
const BY_FAR = 3

/**
 * The state meant: of those that the article speaks of, else of a town that is large, or the only one of its name. Of
 * each, rather of those that are spelt so: "Samarra" is not Samara.
 */
function choose(all: Town[], named: Set<ActorId | null>, isLearned: boolean): ActorId | undefined {
  const exact = all.filter(({ isExact }) => isExact)
  const ofNamed = (towns: Town[]): Town[] => towns.filter(({ state }) => named.has(state))
  const here = ofNamed(exact).length > 0 ? ofNamed(exact) : ofNamed(all)
  const [largest, next] = here.length > 0 ? here : isLearned ? exact : []
  if (largest === undefined) return undefined
  if (next !== undefined && largest.people < next.people * BY_FAR) return undefined
  const isKnown = here.length > 0 || largest.people >= WELL_KNOWN || next === undefined
  return isKnown ? largest.state : undefined
}

/** "Lincoln" in an article about Abraham Lincoln is he. */
function people(draft: Draft, names: FoundName[][]): (text: string) => boolean {
  const words = new Set<string>()
  draft.article.sentences.forEach((sentence, at) => {
    for (const name of names[at] as FoundName[]) {
      if (name.first === name.last || (name.type !== "PER" && !name.actor?.startsWith("person:"))) continue
      const full = nameWords(textOf(draft, sentence, name)).map(foldWord)
      if (draft.index.towns(full.join(" ")).length === 0) for (const word of full) words.add(word)
    }
  })
  return (text) =>
    nameWords(text)
      .map(foldWord)
      .every((word) => words.has(word))
}

/** Verbs whose object, named with a capital, may be a town. */
const TAKES_PLACE =
  /^(?:attack|besiege|blockade|bomb|bombard|capture|control|enter|evacuate|flee|hit|hold|invade|leave|liberate|occupy|overrun|pound|raid|reach|recapture|regain|retake|seize|shell|siege|storm|strike|take|target|tour|visit)$/
const LOCATIVE = /^(?:in|at|near|outside|around|towards?|into|inside|throughout|across|via)$/

/** What the recogniser took for a place somewhere in the article. */
function placesLearned(draft: Draft): Set<string> {
  return new Set(
    draft.article.sentences.flatMap((sentence) =>
      sentence.names
        .filter(({ type }) => type === "LOC")
        .flatMap(({ first, last }) => parts(sentence, first, last))
        .map((span) => textOf(draft, sentence, span)),
    ),
  )
}

/** Names that no table knows: those of the recogniser, and those that it passed over. */
function nameSpans(sentence: Sentence, found: FoundName[]): Span[] {
  const isKnown = (span: Span): boolean =>
    found.some((name) => (name.actor !== null || name.longForm !== undefined) && overlap(name, span))
  const learned = sentence.names.filter(({ type }) => type !== "NAT" && type !== "EVT")
  const passedOver = properRuns(sentence).filter((run) => !learned.some((name) => overlap(name, run)))
  return [...learned.flatMap(({ first, last }) => parts(sentence, first, last)), ...passedOver].filter(
    (span) => !isKnown(span),
  )
}

/** "in Gori", "shelled Gori and Poti". */
function standsForPlace(sentence: Sentence, { first, last }: Span): boolean {
  let at = headOf(sentence, first, last)
  while (relation(tokenAt(sentence, at)) === "conj" && caseOf(sentence, at) === "") {
    at = tokenAt(sentence, at).head
  }
  if (LOCATIVE.test(caseOf(sentence, at))) return true
  const { deprel, head } = tokenAt(sentence, at)
  return (deprel === "obj" || deprel === "nsubj:pass") && TAKES_PLACE.test(tokenAt(sentence, head).lemma)
}

/** "Gori, Poti": each; "the Gori district": Gori. */
function parts(sentence: Sentence, start: number, end: number): Span[] {
  const spans: Span[] = []
  let first = start
  for (let at = start; at <= end + 1; at++) {
    const isBreak = at > end || /^(?:,|and|\/|\(|\)|['’]s)$/.test(tokenAt(sentence, at).text)
    if (!isBreak) continue
    spans.push(...bare(sentence, first, at - 1))
    first = at + 1
  }
  return spans
}

const GENERIC =
  /^(?:the|city|town|village|province|region|district|oblast|governorate|prefecture|county|state|area|airport|port|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|greater|downtown)$/i

function bare(sentence: Sentence, start: number, end: number): Span[] {
  let [first, last] = [start, end]
  while (first < last && GENERIC.test(tokenAt(sentence, first).text)) first++
  while (first < last && GENERIC.test(tokenAt(sentence, last).text)) last--
  return first <= last && /^\p{Lu}/u.test(tokenAt(sentence, first).text) ? [{ first, last }] : []
}

function properRuns(sentence: Sentence): Span[] {
  const isName = (at: number): boolean => sentence.tokens[at]?.upos === "PROPN"
  const runs: Span[] = []
  for (let first = 0; first < sentence.tokens.length; first++) {
    if (!isName(first)) continue
    let last = first
    while (isName(last + 1)) last++
    runs.push({ first, last })
    first = last
  }
  return runs
}
