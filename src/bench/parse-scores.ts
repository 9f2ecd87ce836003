// Our reading of a text against a treebank's, as the CoNLL 2018 shared task scores it (Zeman et al. 2018):
// words are matched by their place in the text, so that a wrong cut costs twice and shifts nothing.
import type { Span } from "../types.js"
import type { TreeWord } from "./conllu.js"

/** How many the treebank has, how many we have, how many of these agree. */
export interface Tally {
  gold: number
  ours: number
  correct: number
}

/** `LAS` compares universal relations; `LAS*` full ones ("nsubj:pass"), without punctuation. */
export const METRICS = ["sentences", "words", "UPOS", "XPOS", "UAS", "LAS", "LAS*"] as const
export type Metric = (typeof METRICS)[number]
export type ParseScores = Record<Metric, Tally>

/** Zeros to add to. */
export const noScores = (): ParseScores =>
  Object.fromEntries(METRICS.map((metric) => [metric, { gold: 0, ours: 0, correct: 0 }])) as ParseScores

/** F1 in percent. */
export const f1 = ({ gold, ours, correct }: Tally): number => (200 * correct) / Math.max(1, gold + ours)

/** Adds one document's counts to `scores`. */
export function addScores(scores: ParseScores, gold: TreeWord[][], ours: TreeWord[][]): void {
  const goldSpans = new Set(gold.map((words) => place(sentenceSpan(words))))
  tally(
    scores.sentences,
    gold.length,
    ours.length,
    ours.filter((words) => goldSpans.has(place(sentenceSpan(words)))).length,
  )
  const goldWords = gold.flatMap(withHeads)
  const ourWords = ours.flatMap(withHeads)
  const goldAt = new Map(goldWords.map((word) => [place(word), word]))
  const pairs = ourWords.flatMap((word) => {
    const partner = goldAt.get(place(word))
    return partner === undefined ? [] : [{ word, partner }]
  })
  const count = (metric: Metric, isRight: (pair: (typeof pairs)[number]) => boolean): void =>
    tally(scores[metric], goldWords.length, ourWords.length, pairs.filter(isRight).length)
  const sameHead = ({ word, partner }: (typeof pairs)[number]): boolean =>
    word.headPlace === partner.headPlace
  count("words", () => true)
  count("UPOS", ({ word, partner }) => word.upos === partner.upos)
  count("XPOS", ({ word, partner }) => word.xpos === partner.xpos)
  count("UAS", sameHead)
  count("LAS", (pair) => sameHead(pair) && universal(pair.word.deprel) === universal(pair.partner.deprel))
  const isWord = ({ upos }: TreeWord): boolean => upos !== "PUNCT"
  tally(
    scores["LAS*"],
    goldWords.filter(isWord).length,
    ourWords.filter(isWord).length,
    pairs.filter((pair) => isWord(pair.partner) && sameHead(pair) && pair.word.deprel === pair.partner.deprel)
      .length,
  )
}

function tally(sum: Tally, gold: number, ours: number, correct: number): void {
  sum.gold += gold
  sum.ours += ours
  sum.correct += correct
}

const place = ({ start, end }: Span): string => `${start}-${end}`
const universal = (deprel: string): string | undefined => deprel.split(":")[0]

const sentenceSpan = (words: TreeWord[]): Span => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
})

function withHeads(words: TreeWord[]): (TreeWord & { headPlace: string })[] {
  return words.map((word) => {
    const head = words[word.head]
    return { ...word, headPlace: head === undefined ? "root" : place(head) }
  })
}
