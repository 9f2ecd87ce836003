// Small questions about a sentence's tree that resolving and coding both ask.
import type { Sentence, Token } from "../../types.js"

/** Children of each token, in order. Index `tokens.length` holds the root. */
export function childrenOf(sentence: Sentence): number[][] {
  const cached = cache.get(sentence)
  if (cached !== undefined) return cached
  const children: number[][] = sentence.tokens.map(() => [])
  sentence.tokens.forEach((token, index) => {
    if (token.head >= 0) children[token.head]?.push(index)
  })
  cache.set(sentence, children)
  return children
}
const cache = new WeakMap<Sentence, number[][]>()

export const tokenAt = (sentence: Sentence, index: number): Token => sentence.tokens[index] as Token

/** Relation without its subtype: `nsubj:pass` -> `nsubj`. No `split`: this is asked a thousand times a sentence. */
export function relation({ deprel }: Token): string {
  const colon = deprel.indexOf(":")
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

export function childrenWith(sentence: Sentence, index: number, ...deprels: string[]): number[] {
  return (childrenOf(sentence)[index] ?? []).filter((child) => {
    const token = tokenAt(sentence, child)
    return deprels.includes(token.deprel) || deprels.includes(relation(token))
  })
}

/** Whether a noun has one of these before it: "the", "this". */
export const hasDeterminer = (sentence: Sentence, noun: number, words: RegExp): boolean =>
  childrenWith(sentence, noun, "det").some((det) => words.test(tokenAt(sentence, det).text))

/** The preposition (case marker) of a nominal, lower-case: "of", "by", "with". Compound ones are joined: "along with". */
export function caseOf(sentence: Sentence, index: number): string {
  const words = childrenWith(sentence, index, "case").flatMap((child) => [
    tokenAt(sentence, child),
    ...childrenWith(sentence, child, "fixed").map((part) => tokenAt(sentence, part)),
  ])
  return words.map((token) => token.text.toLowerCase()).join(" ")
}

/** The token of `[first, last]` whose head lies outside. */
export function headOf(sentence: Sentence, first: number, last: number): number {
  for (let index = first; index <= last; index++) {
    const head = tokenAt(sentence, index).head
    if (head < first || head > last) return index
  }
  return last
}

/** Whether two stretches of tokens share one. */
export const overlap = (a: TokenRange, b: TokenRange): boolean => a.first <= b.last && b.first <= a.last
interface TokenRange {
  first: number
  last: number
}

/** First and last token of the subtree of a token. */
export function subtree(sentence: Sentence, index: number): [first: number, last: number] {
  let [first, last] = [index, index]
  const visit = (node: number): void => {
    first = Math.min(first, node)
    last = Math.max(last, node)
    for (const child of childrenOf(sentence)[node] ?? []) visit(child)
  }
  visit(index)
  return [first, last]
}

/** The token and what it coordinates: "A, B and C" from A. */
export function conjuncts(sentence: Sentence, index: number): number[] {
  return [index, ...childrenWith(sentence, index, "conj").flatMap((child) => conjuncts(sentence, child))]
}
