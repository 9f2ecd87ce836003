// Named mentions of one sentence: the longest phrases of the actor tables, and what the recogniser found.
import type { ActorId, NameSpan, Sentence, Token } from "../../types.js"
import { type Acronym, isAcronym } from "./acronyms.js"
import { type ActorIndex, type Phrase, type PhraseKind, phraseKey } from "./actor-index.js"
import { overlap, tokenAt } from "./grammar.js"
import { wholeSpans } from "./spans.js"
import { wordKey } from "./spelling.js"

/** Tokens `[first, last]` that name something; `actor` when the tables know it. */
export interface FoundName {
  sentence: number
  first: number
  last: number
  actor: ActorId | null
  kind: PhraseKind
  /** What the recogniser took it for, when it found it. */
  type: NameSpan["type"] | null
  /** The organisation's full name, for an acronym that the article introduced and for that name itself. */
  longForm?: string
}

/** Names in text order. A longer name hides the ones in it, except adjectives: "Ruritanian Navy" names Ruritania too. */
export function findNames(
  sentence: Sentence,
  index: ActorIndex,
  acronyms: Acronym[],
  longForms: ReadonlyMap<string, string>,
): FoundName[] {
  const explained = introduced(sentence, index, acronyms, longForms)
  // What the article says that letters stand for goes before what they mean elsewhere.
  const known = scanTables(sentence, index).filter(
    (name) => name.kind === "adjective" || !explained.some((other) => covers(other, name)),
  )
  for (const name of explained) {
    if (!known.some((other) => other.kind !== "adjective" && overlap(other, name))) known.push(name)
  }
  const learned = wholeSpans(sentence)
    .flatMap((name) => partedBy(sentence, name, known))
    .map((name) => trim(sentence, name, known, index))
    .filter((name) => isName(sentence, name, known, index) && !known.some((other) => covers(other, name)))
  const visible = known.filter(
    (name) => (name.actor !== null || name.longForm) && !learned.some((other) => hides(other, name)),
  )
  const found = learned.map(({ first, last, type }): FoundName => {
    return { sentence: sentence.index, first, last, actor: null, kind: "name", type }
  })
  return [...visible, ...found].sort((a, b) => a.first - b.first || b.last - a.last)
}

/** Long forms that an acronym stands for, and every acronym that the article explains. */
function introduced(
  sentence: Sentence,
  index: ActorIndex,
  acronyms: Acronym[],
  longForms: ReadonlyMap<string, string>,
): FoundName[] {
  const as = (first: number, last: number, longForm: string): FoundName => {
    const actor = index.phrase(phraseKey(longForm))?.actor ?? null
    return { ...{ sentence: sentence.index, first, last, longForm }, actor, kind: "name", type: "ORG" }
  }
  const long = acronyms.map(({ first, last, text }) => as(first, last, longForms.get(text) ?? text))
  const short = sentence.tokens.flatMap(({ text }, at) => {
    const longForm = longForms.get(text)
    return longForm === undefined ? [] : [as(at, at, longForm)]
  })
  return [...long, ...short]
}

/** "the World League and Zenda Aid", taken for one body: two when the tables know either. */
function partedBy(sentence: Sentence, name: NameSpan, known: FoundName[]): NameSpan[] {
  const isKnown = (first: number, last: number): boolean =>
    known.some(
      (other) =>
        other.actor?.startsWith("org:") &&
        other.first <= first + 1 &&
        other.first >= first &&
        other.last === last,
    )
  for (let at = name.first + 1; at < name.last; at++) {
    if (!/^(?:and|&)$/.test(tokenAt(sentence, at).text) || name.type !== "ORG") continue
    if (known.some((other) => other.first < at && at < other.last)) continue
    if (isKnown(name.first, at - 1) || isKnown(at + 1, name.last))
      return [
        { ...name, last: at - 1 },
        { ...name, first: at + 1 },
      ]
  }
  return [name]
}

type Tokens = { first: number; last: number }
const covers = (outer: Tokens, inner: Tokens): boolean =>
  outer.first <= inner.first && inner.last <= outer.last

/** Without titles before and a possessive mark behind; "the Treasury's Office of Tolls" is the office. */
function trim(sentence: Sentence, name: NameSpan, known: FoundName[], index: ActorIndex): NameSpan {
  let { first, last } = name
  const word = (at: number): string => wordKey(sentence.tokens[at]?.text ?? "").replace(/\.$/, "")
  while (first < last && /^(?:'s|'|,|\.)$/.test(word(last))) last--
  if (name.type === "PER") first = withoutTitles(first, last, word, index)
  if (name.type !== "ORG") return { ...name, first, last }
  const owner = known.findLast((other) => covers({ first, last }, other) && word(other.last + 1) === "'s")
  if (owner !== undefined && owner.last + 2 <= last) first = owner.last + 2
  while (first < last && word(first) === "the") first++
  return { ...name, first, last }
}

/** "Crown Prince", "HH Patriarch", "Datuk Seri": titles of one word and of two; "Minister for [Interior] Jane Doe". */
function withoutTitles(from: number, last: number, word: (at: number) => string, index: ActorIndex): number {
  let first = from
  const isField = /^(?:for|of)$/.test(word(from - 1)) && index.isTitle(word(from - 2))
  while (isField && first + 1 < last && index.isTitleModifier(word(first))) first++
  for (;;) {
    const isPair =
      first + 1 < last &&
      index.isTitle(word(first + 1)) &&
      (index.isTitleModifier(word(first)) || /^(?:tan|hh|he|hm|hrh|the)$/.test(word(first)))
    if (isPair) first += 2
    else if (first < last && index.isTitle(word(first))) first++
    else return first
  }
}

/** "Government", "Coalition", "Supreme Court": whose, others say. */
const isCommon = (words: string, index: ActorIndex): boolean =>
  words === "coalition" || index.isMember(words) || index.bodyName(words) !== undefined

/** "Ruritanian Workers' Party" when the tables know the Workers' Party: an adjective and a known name. */
const isOwned = (sentence: Sentence, name: NameSpan, known: FoundName[], index: ActorIndex): boolean => {
  const tail = known.find(({ last, actor }) => last === name.last && actor?.startsWith("org:"))
  if (tail?.first === name.first + 1 && isPeople(sentence, name.first)) return true
  const head = known.find(({ first, kind }) => first === name.first && kind === "adjective")
  if (tail === undefined || head === undefined || head.last + 1 !== tail.first) return false
  const [body, state] = [tail, head].map(({ actor }) => index.get(actor as ActorId)?.state)
  return body === null || body === state
}

/** "Kurdish", "Shiite": of a people or faith that is no state's. */
const isPeople = (sentence: Sentence, at: number): boolean =>
  /^\p{Lu}\p{Ll}+(?:ish|ian|ese|ite|ic)$/u.test(tokenAt(sentence, at).text) &&
  tokenAt(sentence, at).upos === "ADJ"

/** "RAF Typhoons", "Royal Air Force Tornado GR4s": machines of a body that the tables know. */
function isFleet(sentence: Sentence, { first, last }: NameSpan, known: FoundName[]): boolean {
  const owner = known.find(
    (other) => other.actor?.startsWith("org:") && other.kind !== "outlet" && overlap(other, { first, last }),
  )
  if (owner === undefined || owner.last >= last || owner.first > first) return false
  if (owner.first < first) return true
  if (MACHINE.test(tokenAt(sentence, owner.last + 1).text)) return true
  return isAcronym(tokenAt(sentence, owner.last).text) && PLURAL_OF_THINGS.test(tokenAt(sentence, last).text)
}
/** What aircraft and missiles are called, in the singular or plural. */
const MACHINE =
  /^(?:tornado(?:e?s)?|(?:typhoon|reaper|predator|rafale|mirage|hornet|harrier|gripen|apache|chinook|hercules|globemaster|poseidon|tomahawk|mig|eurofighter|black ?hawk)s?)$/i

/** "Typhoons", "Super Hornet", "Tornado GR4s": machines of nobody named here. */
const areMachines = (words: string[]): boolean =>
  words.some((word) => MACHINE.test(word)) &&
  words.every((word) => MACHINE.test(word) || /\d|^super$/.test(word))

const PLURAL_OF_THINGS =
  /^(?!(?:Services|Forces|Brigades|Systems|Industries|Airlines|Airways|Studios|Peacekeepers|Associates|Holdings|Resources|Motors|Sports|News|Games|Youths|Guards|Rangers|Schools|Workers)$).*[a-rt-z\d]s$/

/** "Boeing 737" is a thing, "Hentzau-2 Battalion" a body. */
const UNIT = /^(?:army|brigade|battalion|regiment|division|squadron|corps|unit|wing|directorate|department)$/

const GOVERNMENT = /^(?:governments?|authorities|regime|administration|leadership|officials?)$/

const REGIME = /^(?:federal|central|national|transitional|interim|provisional|caretaker|military|islamic)$/

/** "the Ruritanian Government", "the Federal Government of Ruritania" are the state, whoever writes them with a capital. */
function isName(sentence: Sentence, name: NameSpan, known: FoundName[], index: ActorIndex): boolean {
  if (name.type === "EVT" || name.type === "OTH") return false
  const words = sentence.tokens.slice(name.first, name.last + 1).map((token) => wordKey(token.text))
  if (name.type === "PER")
    return !words.includes("of") && (words.length === 1 || (words.at(-1) ?? "").length > 1)
  if (isCommon(words.join(" "), index) || isFleet(sentence, name, known) || areMachines(words)) return false
  const isNumbered = words.some((word) => /\d(?!\d*(?:st|nd|rd|th)$)/.test(word))
  if ((isNumbered && !UNIT.test(words.at(-1) as string)) || isOwned(sentence, name, known, index))
    return false
  const isOfState = known.some((other) => other.first === name.first && other.actor?.startsWith("state:"))
  const isGovernment = GOVERNMENT.test(words.at(-1) as string) && isOfState
  const [first = "", second] = words.slice(REGIME.test(words[0] as string) ? 1 : 0)
  return !isGovernment && !(GOVERNMENT.test(first) && second === "of")
}

/** "The Hill Trust" hides The Hill too, though the recogniser leaves the article out. */
function hides(learned: NameSpan, known: FoundName): boolean {
  const isLonger = learned.last - learned.first > known.last - known.first
  const isCutOff = known.kind === "outlet" && known.first === learned.first - 1 && known.last < learned.last
  const isInside = isLonger && covers(learned, known) && known.kind !== "adjective" && learned.type !== "NAT"
  // "Daw Jane Doe": a person of the tables, whatever the recogniser makes of the title.
  const isTitled = known.actor?.startsWith("person:") && known.last === learned.last && learned.type !== "ORG"
  return (isInside && !isTitled) || isCutOff
}

function scanTables(sentence: Sentence, index: ActorIndex): FoundName[] {
  const keys = sentence.tokens.map((token) => wordKey(token.text))
  const found: FoundName[] = []
  let start = 0
  while (start < keys.length) {
    const match = longestPhrase(sentence, keys, start, index)
    // "The Observer Corps" is no Observer: a name beyond the article's goes first.
    const next = keys[start] === "the" ? longestPhrase(sentence, keys, start + 1, index) : undefined
    if (match === undefined || (next !== undefined && next[1] > match[1])) {
      start++
      continue
    }
    const [phrase, last] = match
    // "ethnic Ruritanians" live in another state.
    if (keys[start - 1] === "ethnic" && phrase.kind === "adjective") {
      start = last + 1
      continue
    }
    const type = sentence.names.find((name) => name.first <= start && last <= name.last)?.type ?? null
    found.push({ sentence: sentence.index, first: start, last, actor: phrase.actor, kind: phrase.kind, type })
    start = last + 1
  }
  return found
}

function longestPhrase(
  sentence: Sentence,
  keys: string[],
  start: number,
  index: ActorIndex,
): [Phrase, number] | undefined {
  const reach = Math.min(index.longest(keys[start] as string), keys.length - start)
  for (let length = reach; length > 0; length--) {
    const phrase = index.phrase(keys.slice(start, start + length).join(" "))
    if (phrase === undefined) continue
    const tokens = sentence.tokens.slice(start, start + length)
    if (isWrittenAs(phrase, tokens))
      return [asUsed(phrase, sentence, start, start + length - 1), start + length - 1]
  }
  return undefined
}

/** "us", "who" and "turkey" are no names: the form must be capitalised, an acronym in capitals. */
function isWrittenAs(phrase: Phrase, tokens: Token[]): boolean {
  const [first] = tokens as [Token]
  if (phrase.acronym && tokens.every((token) => token.text === token.text.toUpperCase())) return true
  // "Nato", "Unesco": some papers write what is spoken as a word like one.
  if (phrase.acronym)
    return tokens.length === 1 && first.upos === "PROPN" && /^\p{Lu}\p{Ll}{3,}$/u.test(first.text)
  const isNamed =
    /^\p{Lu}/u.test(first.text) || tokens.some((token) => /^\p{Lu}/u.test(token.text) && tokens.length > 1)
  if (!isNamed) return false
  // "May" the month or verb, "Will", "Mobile": a lone word must be tagged as a name; "Germans" is often a noun.
  const isLoose = phrase.kind === "adjective" || phrase.actor === null
  return tokens.length > 1 || first.upos === "PROPN" || (isLoose && /^(?:ADJ|NOUN)$/.test(first.upos))
}

/** "US officials", "UK government": a state's short name before a noun works as its adjective. */
function asUsed(phrase: Phrase, sentence: Sentence, first: number, last: number): Phrase {
  if (phrase.kind !== "name" || !phrase.actor?.startsWith("state:")) return phrase
  const token = tokenAt(sentence, last)
  const isModifier = token.head > last && ["compound", "amod", "nmod:desc"].includes(token.deprel)
  return isModifier && first === last ? { ...phrase, kind: "adjective" } : phrase
}
