// Whom a single name means: a surname of the article, an official in office, or somebody known by it alone.
import type { ActorId, Sentence } from "../../types.js"
import type { Draft } from "./draft.js"
import { caseOf, headOf, tokenAt } from "./grammar.js"
import type { Naming } from "./organisations.js"
import { nameWords, wordKey } from "./spelling.js"

const KIN =
  /^(?:brother|sister|son|daughter|father|mother|wife|husband|widow|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|stepson|half-brother)$/

/** Who bears a title with the first name alone, and is called by both. */
const ROYAL = /^(?:king|queen|prince|princess|pope|emperor|empress|sultan|emir|sheikh|sheikha)$/

const LOCATIVE = /^(?:in|at|from|near)$/

/** The person of a name of one word, and nobody where the word may be a place. */
export function loneName(draft: Draft, sentence: Sentence, { found, text }: Naming): ActorId | undefined {
  const { first, last, type } = found
  const words = nameWords(text)
  if (words.length !== 1) return undefined
  const isTown = draft.index.towns(words[0] as string).length > 0
  if (type === "LOC" && !isTown && !LOCATIVE.test(caseOf(sentence, headOf(sentence, first, last))))
    return draft.actors.findFamilyName(words[0] as string)
  if (type !== "PER" && type !== "ORG" && !titleBefore(draft, sentence, first)) return undefined
  if (type === "PER" && isKin(sentence, first)) return draft.actors.addRelative(text)
  const word = words[0] as string
  const title = titleBefore(draft, sentence, first)
  const isRoyal = title !== undefined && ROYAL.test(wordKey(title))
  if (isRoyal && LOCATIVE.test(caseOf(sentence, headOf(sentence, first - 1, last)))) return undefined
  const known = draft.actors.findSurname(word)
  if (known !== undefined || type !== "PER" || title === undefined) return known
  if (isRoyal) return draft.actors.addPerson(`${title} ${text}`)
  return draft.actors.findOfficial(word) ?? draft.actors.addPerson(text)
}

/** The title before a name. */
function titleBefore(draft: Draft, sentence: Sentence, first: number): string | undefined {
  const text = first > 0 ? tokenAt(sentence, first - 1).text : ""
  return draft.index.isTitle(wordKey(text).replace(/\.$/, "")) ? text : undefined
}

/** "her brother Rudolf", "Jane Doe's father, Michael,": one of the family, whoever else bears the name. */
function isKin({ tokens }: Sentence, first: number): boolean {
  const before = tokens[first - 1]?.text === "," ? tokens[first - 2] : tokens[first - 1]
  return before !== undefined && KIN.test(before.lemma)
}
