// Accuracy must not fall on our own annotated articles, which are here on every machine.
import { afterAll, beforeAll, expect, test } from "vitest"
import { compare } from "../../src/eval/edges.js"
import { readGold } from "../../src/eval/gold.js"
import { readAll } from "../../src/eval/reading.js"
import { toRows } from "../../src/eval/rows.js"
import { score } from "../../src/eval/score.js"
import { dataPath } from "../../src/paths.js"
import type { Extractor } from "../../src/pipeline/index.js"
import { openExtractor } from "../extractor.js"

/** Floors a little under what was measured: precision first, since a false edge costs trust. */
const FLOORS = [
  { set: "test", articles: "articles-test", precision: 0.66, f1: 0.43, actors: 0.92 },
  { set: "dev", articles: "articles-dev", precision: 0.74, f1: 0.48, actors: 0.92 },
]

let extractor: Extractor

beforeAll(async () => {
  extractor = await openExtractor()
})
afterAll(() => extractor.close())

test.each(FLOORS)("accuracy on the $set half", async ({ set, articles, precision, f1, actors }) => {
  const readings = await readAll(extractor, dataPath("gold", articles))
  const rows = new Map(
    toRows(compare(readGold(dataPath("gold", set)), readings)).map((row) => [row.name, row]),
  )
  const scoreOf = (name: string) => score(rows.get(name)?.keys ?? new Map())
  expect(scoreOf("events, all").precision).toBeGreaterThanOrEqual(precision)
  expect(scoreOf("events, all").f1).toBeGreaterThanOrEqual(f1)
  expect(scoreOf("actors, all").f1).toBeGreaterThanOrEqual(actors)
})
