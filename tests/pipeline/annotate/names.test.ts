import fc from "fast-check"
import { expect, test } from "vitest"
import { decodeNames } from "../../../src/pipeline/annotate/names.js"

const LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]

/** One score a label, in the order of LABELS, a row a word. */
const names = (...rows: number[][]): string[] =>
  decodeNames(Float32Array.from(rows.flat()), rows.length, LABELS).map(
    ({ first, last, type }) => `${type} ${first}-${last}`,
  )

test.each([
  ["no name", [[9, 0, 0, 0, 0]], []],
  [
    "two words of one name",
    [
      [0, 9, 0, 0, 0],
      [0, 0, 9, 0, 0],
    ],
    ["PER 0-1"],
  ],
  [
    "two names side by side",
    [
      [0, 9, 0, 0, 0],
      [0, 9, 0, 0, 0],
    ],
    ["PER 0-0", "PER 1-1"],
  ],
  [
    "a type that changes inside a name is settled by both words",
    [
      [0, 5, 0, 4, 0],
      [0, 0, 0, 0, 9],
    ],
    ["ORG 0-1"],
  ],
  ["an inside label cannot begin a sentence", [[0, 1, 9, 0, 0]], ["PER 0-0"]],
  [
    "an inside label cannot follow none",
    [
      [9, 0, 0, 0, 0],
      [3, 1, 4, 0, 0],
    ],
    [],
  ],
])("%s", (_, rows, expected) => {
  expect(names(...rows)).toEqual(expected)
})

test("no words, no names", () => {
  expect(decodeNames(new Float32Array(), 0, LABELS)).toEqual([])
})

test("names are in order and apart, and no other legal labelling scores more", () => {
  const row = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const found = decodeNames(Float32Array.from(rows.flat()), rows.length, LABELS)
      let end = -1
      const labels = rows.map(() => 0)
      for (const { first, last, type } of found) {
        expect(first).toBeGreaterThan(end)
        expect(last).toBeGreaterThanOrEqual(first)
        for (let word = first; word <= last; word++) {
          labels[word] = LABELS.indexOf(`${word === first ? "B" : "I"}-${type}`)
        }
        end = last
      }
      const score = labels.reduce((sum, label, word) => sum + (rows[word]?.[label] as number), 0)
      expect(score).toBe(bestByTrial(rows))
    }),
  )
})

function bestByTrial(rows: number[][], previous = "O"): number {
  const [row, ...rest] = rows
  if (row === undefined) return 0
  const scores = LABELS.map((label, index) => {
    const isLegal =
      !label.startsWith("I-") || ["B", "I"].some((part) => previous === `${part}${label.slice(1)}`)
    return isLegal ? (row[index] as number) + bestByTrial(rest, label) : -Infinity
  })
  return Math.max(...scores)
}
