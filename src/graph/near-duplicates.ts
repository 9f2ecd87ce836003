// How many independent reports a set of articles holds: near duplicates of one wire story count once.
// Similarity is that of word shingles (Broder 1997, On the resemblance and containment of documents).
import type { ArticleRow } from "./rows.js"

const SHINGLE_WORDS = 4
const SIMILARITY = 0.8

/** Connected components of shingle similarity >= 0.8 among distinct articles. */
export function countIndependent(articles: ArticleRow[]): number {
  const distinct = [...new Map(articles.map((article) => [article.id, article])).values()]
  const component = distinct.map((_, index) => index)
  const rootOf = (index: number): number =>
    component[index] === index ? index : rootOf(component[index] as number)
  for (let a = 0; a < distinct.length; a++) {
    for (let b = a + 1; b < distinct.length; b++) {
      if (rootOf(a) !== rootOf(b) && isNearDuplicate(distinct[a] as ArticleRow, distinct[b] as ArticleRow)) {
        component[rootOf(b)] = rootOf(a)
      }
    }
  }
  return distinct.filter((_, index) => rootOf(index) === index).length
}

function isNearDuplicate(a: ArticleRow, b: ArticleRow): boolean {
  const [x, y] = [shinglesOf(a.text), shinglesOf(b.text)]
  const [small, large] = x.size <= y.size ? [x, y] : [y, x]
  if (small.size < SIMILARITY * large.size) return false
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common++
  return common / (small.size + large.size - common) >= SIMILARITY
}

const cache = new Map<string, Set<string>>()
const CACHE_SIZE = 2000

function shinglesOf(text: string): Set<string> {
  let shingles = cache.get(text)
  if (shingles === undefined) {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    // Whole shingles, so that a shared middle counts as it should; a shorter text is one shingle.
    const starts = words.slice(0, Math.max(1, words.length - SHINGLE_WORDS + 1))
    shingles = new Set(starts.map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(" ")))
    if (cache.size >= CACHE_SIZE) cache.clear()
    cache.set(text, shingles)
  }
  return shingles
}
