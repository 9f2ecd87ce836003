// How many independent reports a set of articles holds: near duplicates of one wire story count once.
// Similarity is that of word shingles (Broder 1997, On the resemblance and containment of documents).
import { push } from "./derived-graph.js"
import type { ArticleRow } from "./rows.js"

const SHINGLE_WORDS = 4
const SIMILARITY = 0.8

type Shingles = Set<string>

/** Connected components of shingle similarity >= 0.8 among articles; the same text twice is one. */
export function countIndependent(articles: ArticleRow[]): number {
  const texts = [...new Set(articles.map(({ text }) => text))]
  if (texts.length < 2) return texts.length
  const all = texts.map(shinglesOf)
  const component = all.map((_, index) => index)
  const rootOf = (index: number): number =>
    component[index] === index ? index : rootOf(component[index] as number)
  // Shingle -> one article of a component -> those of this component that have the shingle among their rarest.
  const holders = new Map<string, Map<number, number[]>>()
  for (const [index, rarest] of rarestOf(all).entries()) {
    const compared = new Set<number>()
    const isNear = (other: number): boolean => {
      if (compared.has(other)) return false
      compared.add(other)
      return isNearDuplicate(all[index] as Shingles, all[other] as Shingles)
    }
    for (const shingle of rarest)
      for (const [member, others] of holders.get(shingle) ?? [])
        if (rootOf(member) !== rootOf(index) && others.some(isNear)) component[rootOf(index)] = rootOf(member)
    for (const shingle of rarest) {
      const ofShingle = holders.get(shingle) ?? new Map<number, number[]>()
      holders.set(shingle, ofShingle)
      push(ofShingle, rootOf(index), index)
    }
  }
  return all.filter((_, index) => rootOf(index) === index).length
}

/**
 * Of each set its fifth that fewest others have: sets that share four fifths share one of these, so that nothing else
 * need be compared (prefix filtering: Bayardo, Ma and Srikant 2007, Scaling up all pairs similarity search).
 */
function rarestOf(all: Shingles[]): string[][] {
  const counts = new Map<string, number>()
  for (const shingle of all.flatMap((shingles) => [...shingles]))
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  const byRarity = (a: string, b: string): number =>
    (counts.get(a) as number) - (counts.get(b) as number) || (a < b ? -1 : 1)
  return all.map((shingles) =>
    [...shingles].sort(byRarity).slice(0, shingles.size - Math.floor(SIMILARITY * shingles.size) + 1),
  )
}

function isNearDuplicate(a: Shingles, b: Shingles): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size / large.size < SIMILARITY) return false
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common++
  return common / (small.size + large.size - common) >= SIMILARITY
}

const cache = new Map<string, Shingles>()
const CACHE_SIZE = 500

function shinglesOf(text: string): Shingles {
  let shingles = cache.get(text)
  if (shingles === undefined) {
    const words =
      text
        .normalize("NFC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    // Whole shingles, so that a shared middle counts as it should; a shorter text is one shingle.
    const starts = words.slice(0, Math.max(1, words.length - SHINGLE_WORDS + 1))
    shingles = new Set(starts.map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(" ")))
    if (cache.size >= CACHE_SIZE) cache.clear()
    cache.set(text, shingles)
  }
  return shingles
}
