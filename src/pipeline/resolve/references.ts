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
import { issuerOf, publisherOf, speakerOf } from "./speakers.js"
import { addUnowned } from "./unowned.js"

/** Adds mentions for pronouns and for descriptions that only earlier text resolves. */
export function addReferences(draft: Draft, traits: Traits): void {
  const publisher = publisherOf(draft)
  const passage: Passage = {
    ...{ draft, history: [], states: [], traits, speech: { inQuote: false, speaker: undefined } },
    ...{ publisher, issuer: publisher ?? issuerOf(draft), seat: dateline(draft) ?? publisher },
  }
  for (const sentence of draft.article.sentences) readSentence(passage, sentence)
}

function readSentence(passage: Passage, sentence: Sentence): void {
  const { draft, speech } = passage
  const before = speech.speaker
  const speaker = speakerOf(draft, sentence) ?? (speech.inQuote ? before : undefined)
  speech.speaker = speaker ?? before
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
  if (/["”]\s*$/.test(draft.article.text.slice(sentence.start, sentence.end))) speech.inQuote = false
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
