// "The army", "police", "his government", "the foreign minister": a state's body, people or office, without its
// name beside it.
import type { ActorId, Sentence } from "../../types.js"
import { type Antecedent, coArguments, salient } from "./antecedents.js"
import { addBodyOf, bodyNameAt } from "./descriptions.js"
import type { Draft } from "./draft.js"
import { hasOwner } from "./generics.js"
import { caseOf, childrenWith, hasDeterminer, tokenAt } from "./grammar.js"
import { filledOffice, findOfficeHolder, isLeading } from "./offices.js"
import { isOther } from "./others.js"
import { homeState, type Passage } from "./passage.js"

/** Who acts for a state as a whole. */
const GOVERNMENT = /^(?:government|regime|junta|authority|administration|cabinet)$/
/** Whose state's they are need not be said: "troops fired on the crowd". */
const FORCES = /^(?:troop|force|soldier|police|parliament|prosecutor|authority)$/
/** What is a person's as well when he leads a state: "his army", "her foreign minister". */
const BODY_OF_LEADER =
  /^(?:government|regime|administration|cabinet|army|troop|force|soldier|military|navy|jet|plane|warplane|minister|ambassador|delegation|diplomat|team)$/

/** Adds the mention that a noun without a named owner makes. */
export function addUnowned(passage: Passage, sentence: Sentence, noun: number): boolean {
  const { text, upos, xpos, deprel, lemma } = tokenAt(sentence, noun)
  if (!/^(?:NOUN|PROPN)$/.test(upos) || /^(?:compound|amod|nmod:desc|flat)$/.test(deprel)) return false
  const word = lemma.toLowerCase()
  const { draft } = passage
  const possessor = childrenWith(sentence, noun, "nmod:poss").find((child) =>
    /^(?:PRP|WP)\$$/.test(tokenAt(sentence, child).xpos),
  )
  if (possessor !== undefined) {
    // Of "Ruritania, whose army attacked", Ruritania is the doer.
    if (tokenAt(sentence, possessor).xpos === "WP$" && !GOVERNMENT.test(word)) return false
    const [owner, ...more] = draft.at(sentence, possessor)?.actors ?? []
    return owner !== undefined && more.length === 0 && addOwned(draft, sentence, noun, word, owner)
  }
  if (hasOwner(draft, sentence, noun)) return false
  const isDefinite = hasDeterminer(sentence, noun, GOVERNMENT.test(word) ? /^(?:the|this)$/i : /^the$/i)
  const isOwn = word === "government" && /^G/.test(text) && passage.publisher?.startsWith("state:") === true
  const isBare =
    (FORCES.test(word) || isOwn) &&
    childrenWith(sentence, noun, "det", "nummod", "amod", "compound").length === 0 &&
    (deprel.startsWith("nsubj") || caseOf(sentence, noun) === "by")
  if (!isDefinite && !isBare) return addTitle(passage, sentence, noun, word)
  if (addTitle(passage, sentence, noun, word)) return true
  const isBody = bodyNameAt(draft, sentence, noun) !== undefined
  // "the Force" after "the Blue Guard Force".
  const isShort = /^\p{Lu}\p{Ll}/u.test(text) && xpos !== "NNS" && noun > 1
  const isRulers = GOVERNMENT.test(word) || (word === "general" && xpos === "NNS")
  if (!isBody && !isShort && !isRulers && !FORCES.test(word)) return false
  const others = coArguments(draft, sentence, noun)
  const named =
    (isBody || isShort ? namedBody(passage, sentence, word, others) : undefined) ??
    (isShort ? namedLater(passage, sentence, word) : undefined)
  if (named !== undefined) return add(draft, sentence, noun, named, 0.75)
  if (isShort && !isBody && !isRulers) return false
  // A government does not call itself a regime.
  const isOthers = /^(?:regime|junta)$/.test(word) && passage.publisher !== undefined
  const outside = isOthers ? { ...passage, seat: undefined } : passage
  const state = isOwn ? passage.publisher : homeState(outside, sentence, others)
  if (state === undefined) return false
  draft.actors.addKnown(state)
  return (isBody && addBodyOf(draft, sentence, noun, state, 0.65)) || add(draft, sentence, noun, state, 0.65)
}

function add(draft: Draft, sentence: Sentence, noun: number, actor: ActorId, certainty: number): boolean {
  draft.add({ sentence, first: noun, last: noun, kind: "description", actors: [actor], certainty })
  return true
}

/** "The army" after "the Ruritanian People's Army": what the article has with that noun in its name. */
function namedBody(
  { history }: Passage,
  sentence: Sentence,
  word: string,
  others: ReadonlySet<ActorId>,
): ActorId | undefined {
  const fits = (actor: ActorId): boolean =>
    actor.startsWith("org:") && actor.split("-").includes(word) && !others.has(actor)
  return salient(sentence, history, fits, sentence.index)
}

/** "The Commission" before "the Ruritanian Commission": the only one of the article. */
function namedLater({ draft }: Passage, { index }: Sentence, word: string): ActorId | undefined {
  const names = draft.article.sentences.slice(index).flatMap((sentence) => draft.in(sentence))
  const bodies = names.flatMap(({ kind, actors }) => (kind === "name" ? actors : []))
  const [only, ...others] = new Set(
    bodies.filter((actor) => actor.startsWith("org:") && actor.endsWith(`-${word}`)),
  )
  return others.length === 0 ? only : undefined
}

/** "its foreign minister", "his troops": what is the owner's, as if it were named. */
function addOwned(draft: Draft, sentence: Sentence, noun: number, word: string, owner: ActorId): boolean {
  if (isOther(word)) return false
  const isPerson = owner.startsWith("person:")
  if (isPerson && !(BODY_OF_LEADER.test(word) && isLeading(draft, owner))) return false
  const state = isPerson ? draft.actors.stateOf(owner) : owner
  if (state === null) return false
  draft.actors.addKnown(state)
  if (state.startsWith("state:") && addBodyOf(draft, sentence, noun, state, 0.7)) return true
  const holder = filledOffice(draft, sentence, noun, state)
  if (holder !== undefined && holder !== owner) return add(draft, sentence, noun, holder, 0.75)
  if (!GOVERNMENT.test(word) && !draft.index.isMember(word)) return false
  return add(draft, sentence, noun, state, 0.7)
}

/** "the president", "the Foreign Secretary": whoever has the office in the article, else in the passage's state. */
function addTitle(passage: Passage, sentence: Sentence, noun: number, word: string): boolean {
  const { draft } = passage
  const { xpos } = tokenAt(sentence, noun)
  if (!/^(?:NN|NNP)$/.test(xpos) || !draft.index.isTitle(word)) return false
  if (!hasDeterminer(sentence, noun, /^(?:the|this)$/i)) return false
  const others = coArguments(draft, sentence, noun)
  const pick = (people: ActorId[]): ActorId | undefined =>
    people.length === 1 ? people[0] : salient(sentence, passage.history, (id) => people.includes(id))
  const holder =
    findOfficeHolder(draft, sentence, noun, undefined, pick) ??
    titledSo(passage, sentence, word, others) ??
    ofHome(passage, sentence, noun, others)
  return holder !== undefined && add(draft, sentence, noun, holder, 0.8)
}

/** "The general" after "General Doe". */
function titledSo(
  { draft, history }: Passage,
  sentence: Sentence,
  word: string,
  others: ReadonlySet<ActorId>,
): ActorId | undefined {
  const isTitled = ({ sentence: index, token }: Antecedent): boolean => {
    const named = draft.article.sentences[index]
    const mention = named === undefined ? undefined : draft.at(named, token)
    return (
      mention?.kind === "name" &&
      named?.tokens.slice(mention.first, mention.last).some(({ text }) => text.toLowerCase() === word) ===
        true
    )
  }
  const isPerson = (actor: ActorId): boolean => actor.startsWith("person:") && !others.has(actor)
  return salient(sentence, history.filter(isTitled), isPerson, sentence.index)
}

function ofHome(
  passage: Passage,
  sentence: Sentence,
  noun: number,
  others: ReadonlySet<ActorId>,
): ActorId | undefined {
  const state = passage.publisher ?? homeState(passage, sentence, others)
  const holder = state === undefined ? undefined : filledOffice(passage.draft, sentence, noun, state)
  return holder === undefined || others.has(holder) ? undefined : holder
}
