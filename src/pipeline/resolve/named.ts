// Names to mentions: people with their titles, organisations, states by name, adjective and capital.
import type { ActorId, Sentence } from "../../types.js"
import { type Acronym, findAcronyms } from "./acronyms.js"
import type { Draft } from "./draft.js"
import { caseOf, headOf, tokenAt } from "./grammar.js"
import { loneName } from "./lone-names.js"
import { type FoundName, findNames } from "./names.js"
import { addShortForms, type Naming, organisationOf, withoutStrangers } from "./organisations.js"
import { nameWords, wordKey } from "./spelling.js"
import { withTowns } from "./towns.js"

/** "in Cairo", "from Geneva": the town, not who sits there. */
const LOCATIVE =
  /^(?:in|at|from|to|near|outside|around|through|into|across|over|towards?|via|on|inside|throughout|of)$/

/** Adds all named mentions of an article: full names first, so that a surname may stand before its full name. */
export function addNamed(draft: Draft): void {
  const names = withTowns(draft, findAllNames(draft))
  const all = names.flat().map((found): Naming => ({ found, text: textOf(draft, found) }))
  const counts = new Map<string, number>()
  for (const { text } of all) counts.set(text, (counts.get(text) ?? 0) + 1)
  for (const naming of all) addFullName(draft, naming, counts)
  draft.article.sentences.forEach((sentence, at) => {
    for (const found of names[at] as FoundName[]) {
      const actor = actorOf(draft, sentence, { found, text: textOf(draft, found) }, counts)
      if (actor === undefined) continue
      if (actor.startsWith("person:")) addPersonMention(draft, sentence, found, actor)
      else addOtherMention(draft, sentence, found, actor)
    }
    addLoneLeaders(draft, sentence)
    addShortForms(draft, sentence)
  })
}

function findAllNames(draft: Draft): FoundName[][] {
  const { index, article } = draft
  const unexplained = unknownAcronyms(draft)
  const acronyms = article.sentences.map((sentence) => findAcronyms(sentence, unexplained))
  const longForms = new Map<string, string>()
  article.sentences.forEach((sentence, at) => {
    for (const { first, last, text } of acronyms[at] as Acronym[]) {
      if (!longForms.has(text)) longForms.set(text, textAt(draft, sentence, first, last))
    }
  })
  const names = article.sentences.map((sentence, at) =>
    findNames(sentence, index, acronyms[at] as Acronym[], longForms),
  )
  return withoutStrangers(draft, names)
}

/** Acronyms of three letters and more that the tables do not know. */
function unknownAcronyms({ article, index }: Draft): Set<string> {
  const isUnknown = ({ text }: { text: string }): boolean =>
    /^\p{Lu}[\p{Lu}-]{1,8}\p{Lu}$/u.test(text) && index.phrase(wordKey(text)) === undefined
  return new Set(article.sentences.flatMap(({ tokens }) => tokens.filter(isUnknown).map(({ text }) => text)))
}

/** "May welcomed the move": a leader's surname that the recogniser passed over, where only an actor stands. */
function addLoneLeaders(draft: Draft, sentence: Sentence): void {
  sentence.tokens.forEach(({ text, upos, deprel }, at) => {
    const isActor = upos === "PROPN" && /^(?:nsubj|obj|conj|nmod:poss)/.test(deprel)
    if (!isActor || !/^\p{Lu}\p{Ll}{2,}$/u.test(text) || draft.covers(sentence, at)) return
    if (sentence.names.some((name) => name.first < name.last && name.first <= at && at <= name.last)) return
    const leader = draft.actors.findLeader(text)
    if (leader === undefined) return
    draft.add({ sentence, first: at, last: at, kind: "name", actors: [leader], certainty: 0.85 })
  })
}

const isFullName = (found: FoundName, text: string): boolean =>
  found.type === "PER" && nameWords(text).length > 1

const textOf = (draft: Draft, { sentence, first, last }: FoundName): string =>
  textAt(draft, draft.article.sentences[sentence] as Sentence, first, last)

function textAt({ article }: Draft, { tokens }: Sentence, first: number, last: number): string {
  return article.text
    .slice(tokens[first]?.start, tokens[last]?.end)
    .replace(/\s+/g, " ")
    .replace(/['’]s$/, "")
}

/** Full names first: a surname or "the Front" may stand before them. */
function addFullName(draft: Draft, { found, text }: Naming, counts: ReadonlyMap<string, number>): void {
  const sentence = draft.article.sentences[found.sentence] as Sentence
  const isPerson = found.actor?.startsWith("person:") ?? isFullName(found, text)
  if (isPerson) draft.actors.addPerson(text)
  else if (found.first < found.last) organisationOf(draft, sentence, { found, text }, counts)
}

function actorOf(
  draft: Draft,
  sentence: Sentence,
  naming: Naming,
  counts: ReadonlyMap<string, number>,
): ActorId | undefined {
  const { found, text } = naming
  if (found.actor !== null && !found.actor.startsWith("person:")) return draft.actors.addKnown(found.actor)
  if (found.actor !== null || isFullName(found, text)) return draft.actors.addPerson(text)
  return organisationOf(draft, sentence, naming, counts) ?? loneName(draft, sentence, naming)
}

/** A person's mention takes the titles before the name, since the parser may hang the phrase on any of them. */
function addPersonMention(draft: Draft, sentence: Sentence, found: FoundName, actor: ActorId): void {
  const first = titleStart(draft, sentence, found.first)
  const name = {
    sentence,
    first: found.first,
    last: found.last,
    kind: "name" as const,
    actors: [actor],
    certainty: 0.98,
  }
  if (first < found.first) {
    draft.actors.addSurface(actor, textOf(draft, found))
    draft.add({ ...name, first })
    return
  }
  draft.add({ ...name, certainty: found.first === found.last ? 0.93 : 0.98 })
}

/** Where the titles before a name begin: "the [Ruritanian Foreign Minister] Jane Doe". */
function titleStart(draft: Draft, sentence: Sentence, nameStart: number): number {
  const { index } = draft
  let start = nameStart
  let hasTitle = false
  for (let at = nameStart - 1; at >= 0; at--) {
    const token = tokenAt(sentence, at)
    const word = wordKey(token.text)
    // "would judge Doe": a verb is no title.
    const isTitle = index.isTitle(word) && token.upos !== "VERB"
    const isInside =
      isTitle ||
      index.isTitleModifier(word) ||
      index.phrase(word)?.kind === "adjective" ||
      draft.covers(sentence, at) ||
      (token.upos === "PROPN" && tokenAt(sentence, at + 1).text !== "'s") ||
      ["of", "for", "and", "'s", "'", "-", "to"].includes(word)
    if (!isInside || joinsName(draft, sentence, at, nameStart) || isServing(draft, sentence, at, nameStart))
      break
    hasTitle ||= isTitle
    if (isTitle || (hasTitle && !["of", "for", "and", "to", "'s", "'", "-"].includes(word))) start = at
  }
  return hasTitle ? trimOtherNames(draft, sentence, start, nameStart) : nameStart
}

/** "aide to President Doe", "wife of Doe": another's title; but "envoy to Ruritania Jane Doe". */
function isServing(draft: Draft, sentence: Sentence, at: number, nameStart: number): boolean {
  const { text } = tokenAt(sentence, at)
  if (!/^(?:of|for|to)$/.test(text)) return false
  const next = tokenAt(sentence, at + 1).text
  if (at + 1 === nameStart || draft.index.isTitle(wordKey(next))) return true
  return text === "to" && next !== "the" && !draft.covers(sentence, at + 1)
}

/** The "and" of "the king and General Jane Doe" joins two people, that of "Prime and Foreign Minister Doe" two titles. */
function joinsName(draft: Draft, sentence: Sentence, at: number, nameStart: number): boolean {
  const token = tokenAt(sentence, at)
  if (token.deprel !== "cc" || token.head < nameStart || at === 0) return false
  if (!draft.index.isTitle(wordKey(tokenAt(sentence, at - 1).text))) return true
  let before = at - 1
  while (before >= 0 && /^(?:NOUN|PROPN|ADJ)$/.test(tokenAt(sentence, before).upos)) before--
  return before >= 0 && /^(?:DET|ADP)$/.test(tokenAt(sentence, before).upos)
}

/** "Biden and President Macron": the titles of the second do not hold the first. */
function trimOtherNames(draft: Draft, sentence: Sentence, start: number, nameStart: number): number {
  const people = draft
    .in(sentence)
    .filter(
      (mention) =>
        mention.actors[0]?.startsWith("person:") && mention.last >= start && mention.last < nameStart,
    )
  const last = Math.max(start - 1, ...people.map((mention) => mention.last))
  if (last < start) return start
  let from = last + 1
  while (from < nameStart && /^(?:and|,|'s|of|for|to)$/.test(tokenAt(sentence, from).text)) from++
  return from
}

/** "in Downing Street", "outside the Kremlin": where, not who. */
const isAddress = (draft: Draft, sentence: Sentence, { first, last }: FoundName, actor: ActorId): boolean =>
  draft.index.get(actor)?.bodyKind === "presidency" &&
  /^(?:in|outside|inside|near|into)$/.test(caseOf(sentence, headOf(sentence, first, last)))

function addOtherMention(draft: Draft, sentence: Sentence, found: FoundName, actor: ActorId): void {
  const { first, last } = found
  const mention = { sentence, first, last, actors: [actor] }
  if (found.kind === "place" || isAddress(draft, sentence, found, actor))
    draft.add({ ...mention, kind: "place", certainty: 0.9 })
  else if (found.kind === "capital") addCapital(draft, sentence, found, actor)
  else draft.add({ ...mention, kind: found.kind, certainty: found.actor === null ? 0.8 : 0.97 })
}

const LEAVING = /^(?:leave|depart|head|fly|sail|bind|make|set)$/
const lemmaAbove = (sentence: Sentence, token: number): string => {
  const { head } = tokenAt(sentence, token)
  return head < 0 ? "" : tokenAt(sentence, head).lemma
}

/** "Brussels said", but "in Brussels": a place, of the state that it lies in. */
function addCapital(draft: Draft, sentence: Sentence, found: FoundName, actor: ActorId): void {
  const { first, last } = found
  const head = headOf(sentence, first, last)
  const preposition = caseOf(sentence, head)
  // "left for Brussels".
  const isBound = preposition === "for" && LEAVING.test(lemmaAbove(sentence, head))
  const isPlace = LOCATIVE.test(preposition) || isBound
  const [town] = isPlace && actor.startsWith("org:") ? draft.index.towns(textOf(draft, found)) : []
  const actors = [town === undefined ? actor : draft.actors.addKnown(town.state)]
  draft.add({ sentence, first, last, actors, kind: isPlace ? "place" : "metonym", certainty: 0.9 })
}
