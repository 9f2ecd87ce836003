// Words that point back: pronouns, "the president", "the movement", "both sides". One walk in text order, with
// what was mentioned so far.
import type { Sentence } from "../../types.js"
import type { Traits } from "./described.js"
import type { Draft } from "./draft.js"
import { genericAt } from "./generics.js"
import { caseOf, tokenAt } from "./grammar.js"
import { groupAt } from "./groups.js"
import { nationalAt } from "./nationals.js"
import { dateline, type Found, found, type Passage, takeIn } from "./passage.js"
import { pronounAt } from "./pronouns.js"
import {
  issuersOf,
  laterSpeaker,
  namedInHeading,
  publisherOf,
  speakerOf,
  speakingPronouns,
} from "./speakers.js"
import { addUnowned } from "./unowned.js"

/** Adds mentions for pronouns and for descriptions that only earlier text resolves. */
export function addReferences(draft: Draft, traits: Traits): void {
  const publisher = publisherOf(draft)
  const [author] = namedInHeading(draft).filter((actor) => actor.startsWith("person:"))
  const passage: Passage = {
    ...{ draft, history: [], states: [], traits, speech: { inQuote: false, speaker: author } },
    ...{ publisher, seat: dateline(draft) ?? publisher },
    issuers: publisher === undefined ? issuersOf(draft) : [publisher],
  }
  for (const sentence of draft.article.sentences) readSentence(passage, sentence)
}

function readSentence(passage: Passage, sentence: Sentence): void {
  const { draft, speech } = passage
  nameSpeakers(passage, sentence)
  const before = speech.speaker
  const speaker = speakerOf(draft, sentence) ?? (speech.inQuote ? before : undefined)
  speech.speaker = speaker ?? laterSpeaker(draft, sentence, speech) ?? before
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (/^["“”]$/.test(tokenAt(sentence, at).text)) speech.inQuote = !speech.inQuote
    const known = draft.at(sentence, at)
    if (known !== undefined) {
      const national = nationalAt(passage, sentence, known)
      if (national !== undefined) draft.point(known, national, 0.75)
    } else {
      const reference = refer(passage, sentence, at)
      if (reference !== undefined) {
        for (const word of [at, ...quantifierOf(sentence, at)])
          draft.add({ sentence, first: word, last: word, ...reference })
      }
    }
    takeIn(passage, sentence, at)
  }
  // '"It was wrong," he said. "I object."': by now it is known who he is.
  speech.speaker = speakerOf(draft, sentence) ?? speech.speaker
  if (/["”]\s*$/.test(draft.article.text.slice(sentence.start, sentence.end))) speech.inQuote = false
}

/** 'He said: "I object"': who he is must be known before what he says is read. */
function nameSpeakers(passage: Passage, sentence: Sentence): void {
  const { draft, speech } = passage
  for (const pronoun of speakingPronouns(sentence)) {
    const isNamedBefore = draft.in(sentence).some(({ first }) => first < pronoun)
    const isQuoting = sentence.tokens.slice(pronoun).some(({ text }) => /^["“]$/.test(text))
    if (isNamedBefore || !isQuoting || draft.at(sentence, pronoun) !== undefined) continue
    const outside = { ...passage, speech: { ...speech, inQuote: false } }
    const reference = pronounAt(outside, sentence, pronoun)
    if (reference !== undefined) draft.add({ sentence, first: pronoun, last: pronoun, ...reference })
  }
}

/** "each of them", "both of the men": all of whom are meant. */
function quantifierOf(sentence: Sentence, at: number): number[] {
  const { deprel, head } = tokenAt(sentence, at)
  return deprel === "nmod" &&
    caseOf(sentence, at) === "of" &&
    /^(?:each|both|all|neither|none)$/i.test(tokenAt(sentence, head).text)
    ? [head]
    : []
}

function refer(passage: Passage, sentence: Sentence, at: number): Found | undefined {
  const { upos, xpos, lemma } = tokenAt(sentence, at)
  const { draft, history } = passage
  const isGroupWord = /^(?:both|each)$/i.test(lemma) && upos !== "PRON"
  if ((upos === "PRON" && !isGroupWord) || xpos === "PRP$") return pronounAt(passage, sentence, at)
  if (!isGroupWord && !/^(?:NOUN|PROPN|NUM|ADJ)$/.test(upos)) return undefined
  const group = found("description", 0.75, groupAt(draft, sentence, at, history))
  if (group !== undefined || isGroupWord || upos === "NUM") return group
  if (draft.covers(sentence, at)) return undefined
  return addUnowned(passage, sentence, at) ? undefined : genericAt(passage, sentence, at)
}
