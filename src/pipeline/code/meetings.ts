// Talks at a place are face to face.

import { eventType } from "../../ontology.js"
import type { ResolvedArticle, Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import { mentionsIn } from "../resolve/lookup.js"
import type { Match } from "./match.js"
import { nounArguments } from "./noun-arguments.js"
import { obliques } from "./phrases.js"

/** "held talks with X in Cairo" is a meeting; "spoke with X" says not how. */
export function asMeeting(article: ResolvedArticle, sentence: Sentence, match: Match): Match {
  const { frame, trigger } = match
  if (frame.type !== "CONSULTED" || !TALKING.test(tokenAt(sentence, trigger).lemma)) return match
  const support = frame.noun === undefined ? undefined : nounArguments(sentence, trigger).support
  const phrases = [obliques(sentence, trigger), support?.oblique]
  const seats = phrases.flatMap((phrase) => ["in", "at"].flatMap((word) => phrase?.get(word) ?? []))
  const towns = mentionsIn(article, sentence.index).filter(({ kind }) => kind === "place")
  const isSeated = seats.some((token) => towns.some(({ first, last }) => first <= token && token <= last))
  return isSeated ? { ...match, frame: { ...frame, type: "MET", cameo: eventType("MET").cameo } } : match
}

const TALKING = /^(?:talk|discussion|consultation|dialogue|conversation|confer|speak)$/
