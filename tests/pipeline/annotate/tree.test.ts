import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { arcCertainty, decodeTree } from "../../../src/pipeline/annotate/tree.js"

const matrix = (rows: number[][]): Float64Array[] => rows.map((row) => Float64Array.from(row))

/** `heads[0]` aside, one root and no cycle. */
function isTree(heads: number[]): boolean {
  const words = heads.slice(1)
  if (words.filter((head) => head === 0).length !== 1) return false
  return words.every((_, index) => {
    let at = index + 1
    for (let step = 0; at !== 0 && step <= heads.length; step++) at = heads[at] as number
    return at === 0
  })
}

const weight = (scores: Float64Array[], heads: number[]): number =>
  heads.slice(1).reduce((sum, head, index) => sum + (scores[index + 1]?.[head] as number), 0)

/** The best weight among all trees, by trying them. */
function bestByTrial(scores: Float64Array[]): number {
  const count = scores.length - 1
  let best = -Infinity
  for (let code = 0; code < (count + 1) ** count; code++) {
    const heads = [0]
    for (let rest = code, word = 0; word < count; word++, rest = Math.floor(rest / (count + 1))) {
      heads.push(rest % (count + 1))
    }
    if (isTree(heads)) best = Math.max(best, weight(scores, heads))
  }
  return best
}

const anyScores = (maxWords: number): fc.Arbitrary<Float64Array[]> =>
  fc
    .integer({ min: 1, max: maxWords })
    .chain((count) => {
      const row = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: count + 1, maxLength: count + 1 })
      return fc.array(row, { minLength: count + 1, maxLength: count + 1 })
    })
    .map(matrix)

describe("decodeTree", () => {
  test("takes each word's best head where that is a tree", () => {
    // She(1) met(2) envoys(3)
    const heads = decodeTree(
      matrix([
        [0, 0, 0, 0],
        [1, 0, 9, 2],
        [8, 1, 0, 3],
        [0, 2, 7, 0],
      ]),
    )
    expect(heads).toEqual([0, 2, 0, 2])
  })

  test("breaks a cycle where that costs least", () => {
    const heads = decodeTree(
      matrix([
        [0, 0, 0],
        [1, 0, 9],
        [6, 9, 0],
      ]),
    )
    expect(heads).toEqual([0, 2, 0])
  })

  test("leaves one root of two", () => {
    const heads = decodeTree(
      matrix([
        [0, 0, 0],
        [9, 0, 1],
        [9, 5, 0],
      ]),
    )
    expect(heads).toEqual([0, 0, 1])
  })

  test("finds a tree of greatest weight, as trying all of them does", () => {
    fc.assert(
      fc.property(anyScores(4), (scores) => {
        const heads = decodeTree(scores)
        expect(isTree(heads), `heads ${heads}`).toBe(true)
        expect(weight(scores, heads)).toBe(bestByTrial(scores))
      }),
      { numRuns: 300 },
    )
  })

  test("gives a tree for longer sentences too", () => {
    fc.assert(fc.property(anyScores(30), (scores) => isTree(decodeTree(scores))))
  })
})

test("the certainty of an arc is its share among all heads but the word itself", () => {
  const row = Float64Array.from([0, 99, Math.log(3)])
  expect(arcCertainty(row, 1, 2)).toBeCloseTo(0.75)
  expect(arcCertainty(row, 1, 0)).toBeCloseTo(0.25)
})
