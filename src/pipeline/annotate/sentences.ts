// Text to sentences and words with their offsets: wink-nlp, mended towards the treebanks' conventions.

import model from "wink-eng-lite-web-model"
import winkNLP from "wink-nlp"
import type { Span } from "../../types.js"
import { datelineLength } from "./dateline.js"

export interface WordSpan extends Span {
  text: string
}

/** At least one word. */
export type SentenceWords = WordSpan[]

/** About the longest that training saw (128 word pieces); what is beyond is cut at the last clause mark before. */
const MAX_WORDS = 110

const nlp = winkNLP(model, ["sbd"])
const CLITIC = /(?<=\p{L})(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
const BULLET = /^[•▪◦‣·●■*–—-]$/u
const CLOSING = /^["”’')\]]+$/u
const OPENING = /^["“‘'([]/u
const TERMINAL = /[.!?…]$/u
/** Before a name these end no sentence: "met Gen. Ruiz", "Antony J. Doe", "St. Petersburg". */
const TITLE_ABBREVIATION =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Brig|Sen|Rep|Gov|Pres|Rev|Hon|Amb|St|Sec|Jr|Sr|No|vs|[A-Z])\.$/u

/** Sentences of a text in order; every word is `text.slice(start, end)`. */
export function splitSentences(text: string): SentenceWords[] {
  const sentences: SentenceWords[] = []
  for (const line of text.matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const dateline = datelineLength(line[0])
    for (const sentence of splitLine(line[0].slice(dateline), line.index + dateline)) {
      sentences.push(...cutAtSemicolons(sentence).flatMap(cutLong))
    }
  }
  return sentences
}

function splitLine(line: string, offset: number): SentenceWords[] {
  const document = nlp.readDoc(line)
  const words = dropBullet(mendWords(locate(document.tokens().out(), line, offset)))
  const ends = new Set(locate(document.sentences().out(), line, offset).map(({ end }) => end))
  const sentences: SentenceWords[] = []
  let current: SentenceWords = []
  words.forEach((word, index) => {
    current.push(word)
    const next = words[index + 1]
    if (next === undefined || !endsHere(word, next, current, ends)) return
    sentences.push(current)
    current = []
  })
  if (current.length > 0) sentences.push(current)
  return sentences
}

/** Wink's own boundary unless an abbreviation or a closing quote speaks against it, and the ones that it misses. */
function endsHere(word: WordSpan, next: WordSpan, sentence: SentenceWords, ends: Set<number>): boolean {
  if (CLOSING.test(next.text) && next.start === word.end) return false
  if (/^\p{Ll}/u.test(next.text)) return false
  if (TITLE_ABBREVIATION.test(word.text) && sentence.length > 0) return false
  if (ends.has(word.end)) return true
  const previous = CLOSING.test(word.text) ? sentence.at(-2) : word
  if (previous === undefined || !TERMINAL.test(previous.text) || next.start === word.end) return false
  // `… at 10 a.m. "I agree," …` and `… he said." The minister …`
  return OPENING.test(next.text) || (CLOSING.test(word.text) && /^[.!?…]+$/u.test(previous.text))
}

/** Parts of a line in order, with their places in the text. */
function locate(parts: string[], line: string, offset: number): WordSpan[] {
  let cursor = 0
  const spans: WordSpan[] = []
  for (const text of parts) {
    const start = line.indexOf(text, cursor)
    if (start < 0 || text.trim() === "") continue
    cursor = start + text.length
    spans.push({ text, start: offset + start, end: offset + cursor })
  }
  return spans
}

/** Joins runs of one mark ("..", "--") and words cut at letters beyond Latin-1, then splits clitics that wink left on. */
function mendWords(words: WordSpan[]): WordSpan[] {
  const mended: WordSpan[] = []
  for (const word of words) {
    const previous = mended.at(-1)
    if (previous !== undefined && previous.end === word.start && isOne(previous.text, word.text)) {
      mended.splice(-1, 1, ...splitStop({ ...previous, text: previous.text + word.text, end: word.end }))
    } else {
      mended.push(word)
    }
  }
  return mended.flatMap(splitClitic)
}

function splitClitic(word: WordSpan): WordSpan[] {
  const clitic = CLITIC.exec(word.text)
  if (clitic === null || clitic.index === 0) return [word]
  const middle = word.start + clitic.index
  return [
    { text: word.text.slice(0, clitic.index), start: word.start, end: middle },
    { text: clitic[0], start: middle, end: word.end },
  ]
}

/** Cut in pieces, the last letter looked like an initial: "Đạt." ends a sentence. */
const splitStop = ({ text, start, end }: WordSpan): WordSpan[] =>
  /^[\p{L}\p{M}]{3,}\.$/u.test(text)
    ? [
        { text: text.slice(0, -1), start, end: end - 1 },
        { text: ".", start: end - 1, end },
      ]
    : [{ text, start, end }]

/** "--", and "Yıld" + "ırım": wink knows no letters beyond Latin-1. */
const isOne = (left: string, right: string): boolean =>
  /^([.\-!?*_=])\1*$/u.test(left + right) ||
  (/[\p{L}\p{M}]$/u.test(left) && /^[\p{L}\p{M}]/u.test(right) && /[\u0100-\uffff]$/u.test(left)) ||
  (/\p{L}$/u.test(left) && /^(?=[\p{L}\p{M}])[\u0100-\uffff]/u.test(right))

function dropBullet(words: WordSpan[]): WordSpan[] {
  const [first, second] = words
  const isBullet =
    first !== undefined && second !== undefined && BULLET.test(first.text) && second.start > first.end
  return isBullet ? words.slice(1) : words
}

/** Fewer words than these are an item of a list rather than a clause. */
const CLAUSE_WORDS = 6
/** What goes on with the clause before: "; providing", "; and to help", "; that it would". */
const GOES_ON = /^(?:to|that|who|which|whose|whom|namely|including|\p{Ll}{3,}ing)$/u

/** "A left; B stayed" is read as two sentences: the parser mixes up the subjects of so long a one. */
function cutAtSemicolons(sentence: SentenceWords): SentenceWords[] {
  const parts: SentenceWords[] = []
  let start = 0
  sentence.forEach(({ text }, index) => {
    const isClause = index + 1 - start > CLAUSE_WORDS && sentence.length - index - 1 > CLAUSE_WORDS
    const next = sentence.slice(index + 1).find(({ text: word }) => !/^(?:and|or|but|,)$/.test(word))
    if (text !== ";" || !isClause || GOES_ON.test(next?.text ?? "")) return
    parts.push(sentence.slice(start, index + 1))
    start = index + 1
  })
  return [...parts, sentence.slice(start)]
}

function cutLong(sentence: SentenceWords): SentenceWords[] {
  const parts: SentenceWords[] = []
  let start = 0
  while (sentence.length - start > MAX_WORDS) {
    const cut = lastClauseMark(sentence, start + MAX_WORDS / 2, start + MAX_WORDS)
    parts.push(sentence.slice(start, cut))
    start = cut
  }
  return [...parts, sentence.slice(start)]
}

/** Index behind the last clause mark of `[from, to)`, else `to`. */
function lastClauseMark(sentence: SentenceWords, from: number, to: number): number {
  for (let index = to; index > from; index--) {
    if (/^[,;:–—]|^-{1,2}$/u.test((sentence[index - 1] as WordSpan).text)) return index
  }
  return to
}
