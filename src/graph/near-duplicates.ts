// How many independent reports a set of articles holds: near duplicates of one wire story count once.
import { push } from "./derived-graph.js"
import type { ArticleRow } from "./rows.js"
import { resemblance, type Shingles, shinglesOf } from "./shingles.js"

const SIMILARITY = 0.8
/** So many texts are all compared, which is faster than to find what they share. */
const FEW = 50

/** Connected components of shingle similarity >= 0.8 among articles; the same text twice is one. */
export function countIndependent(articles: ArticleRow[]): number {
  const texts = [...new Set(articles.map(({ text }) => text))]
  if (texts.length < 2) return texts.length
  const all = texts.map(shinglesOf)
  const component = all.map((_, index) => index)
  const rootOf = (index: number): number =>
    component[index] === index ? index : rootOf(component[index] as number)
  // Mark -> one article of a component -> those of this component that bear the mark.
  const holders = new Map<number, Map<number, number[]>>()
  for (const [index, marks] of marksOf(all).entries()) {
    const compared = new Set<number>()
    const isNear = (other: number): boolean => {
      if (compared.has(other)) return false
      compared.add(other)
      return isNearDuplicate(all[index] as Shingles, all[other] as Shingles)
    }
    for (const mark of marks)
      for (const [member, others] of holders.get(mark) ?? [])
        if (rootOf(member) !== rootOf(index) && others.some(isNear)) component[rootOf(index)] = rootOf(member)
    for (const mark of marks) {
      const ofMark = holders.get(mark) ?? new Map<number, number[]>()
      holders.set(mark, ofMark)
      push(ofMark, rootOf(index), index)
    }
  }
  return all.filter((_, index) => rootOf(index) === index).length
}

/**
 * Marks of each set, of which near duplicates share one: the fifth of its shingles that fewest others have, since sets
 * that share four fifths share one of these (prefix filtering: Bayardo, Ma and Srikant 2007, Scaling up all pairs
 * similarity search). Few sets bear one mark all.
 */
function marksOf(all: Shingles[]): Shingles[] {
  if (all.length <= FEW) return all.map(() => Float64Array.of(0))
  const counts = new Map<number, number>()
  for (const shingles of all)
    for (const shingle of shingles) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  const byRarity = (a: number, b: number): number =>
    (counts.get(a) as number) - (counts.get(b) as number) || a - b
  return all.map((shingles) =>
    shingles.toSorted(byRarity).subarray(0, shingles.length - Math.floor(SIMILARITY * shingles.length) + 1),
  )
}

function isNearDuplicate(a: Shingles, b: Shingles): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  return small.length / large.length >= SIMILARITY && resemblance(small, large) >= SIMILARITY
}
