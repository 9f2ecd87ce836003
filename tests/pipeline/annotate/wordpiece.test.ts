import { expect, test } from "vitest"
import { WordPiece } from "../../../src/pipeline/annotate/wordpiece.js"

const wordPiece = new WordPiece()

test("the root comes first, each word knows its first and last piece, [SEP] closes", () => {
  const { ids, shapes, first, last, wordShapes } = wordPiece.encode(["Ruritania", "agreed"])
  expect(ids.length).toBeGreaterThan(4)
  expect(shapes).toHaveLength(ids.length)
  expect([first[0], last[0], first[1]]).toEqual([0, 0, 1])
  expect(first[2]).toBe((last[1] as number) + 1)
  expect(last[2]).toBe(ids.length - 2)
  expect(wordShapes).toHaveLength(3)
})

test("case is seen by shape alone: the encoder is uncased", () => {
  expect(wordPiece.pieces("Envoy")).toEqual(wordPiece.pieces("envoy"))
  const shapeOf = (word: string): number | undefined => wordPiece.encode(["x", word]).wordShapes[2]
  const shapes = ["envoy", "Envoy", "UN", "A", "iPhone", "12", "F16", "!"].map(shapeOf)
  expect(new Set(shapes).size).toBe(8)
})

test("a word at the start of a sentence has a shape of its own", () => {
  const [, first, second] = wordPiece.encode(["Envoy", "Envoy"]).wordShapes
  expect(first).toBe((second as number) + 1)
})

test.each(["", "\u0000", "\ud800", "\u200b", "😀", "x".repeat(500)])("%j has at least one piece", (word) => {
  expect(wordPiece.pieces(word).length).toBeGreaterThan(0)
})

test("a sentence of long web addresses fits the encoder, every word with a piece of its own", () => {
  const words = Array.from({ length: 110 }, (_, index) => `example-${index}.org/qzx/vwk/jjq?zzz=${index}`)
  const { ids, first, last } = wordPiece.encode(words)
  expect(ids.length).toBeLessThanOrEqual(512)
  first.forEach((start, word) => {
    expect(last[word]).toBeGreaterThanOrEqual(start)
  })
  expect(new Set(first).size).toBe(words.length + 1)
})
