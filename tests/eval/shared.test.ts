// Accuracy must not fall on the annotated articles, and our figures are those of the reference scorer.
import { execFileSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { extractLine } from "../../src/cli/extract-line.js"
import { compare } from "../../src/eval/edges.js"
import { readGold } from "../../src/eval/gold.js"
import { type Reading, readAll } from "../../src/eval/reading.js"
import { toRows } from "../../src/eval/rows.js"
import { score } from "../../src/eval/score.js"
import type { Extractor } from "../../src/pipeline/index.js"
import { openExtractor } from "../extractor.js"
import { hasShared, needsShared, sharedPath } from "../shared.js"

/** Floors of F1 a little under the lower of both runtimes, so that noise passes and a loss does not. */
const FLOORS = [
  { set: "seeds", articles: "articles", all: 0.7, mission: 0.8, actors: 0.95 },
  { set: "guardian", articles: "articles-guardian", all: 0.28, mission: 0.25, actors: 0.88 },
  { set: "re3d", articles: "articles-re3d", all: 0.54, mission: 0.65, actors: 0.92 },
]

/** Our row's name, and the reference scorer's. */
const ROWS = {
  all: ["events, all", "all"],
  mission: ["the four mission types", "mission"],
  plover: ["PLOVER families", "plover"],
  pairs: ["who with whom", "who-with-whom"],
  actors: ["actors, all", "entities"],
} as const

let extractor: Extractor

beforeAll(async () => {
  extractor = await openExtractor()
})
afterAll(() => extractor.close())

function referenceScores(set: string, readings: Reading[]): Record<string, { F1: number }> {
  const output = join(mkdtempSync(join(tmpdir(), "chancery-eval-")), "extract.jsonl")
  const lines = readings.map(({ article, extraction }) => JSON.stringify(extractLine(article, extraction)))
  writeFileSync(output, lines.join("\n"))
  const files = [`${set}.events.jsonl`, `${set}.entities.jsonl`].map((file) => sharedPath("gold", file))
  const printed = execFileSync("python3", [sharedPath("eval", "score.py"), ...files, output, "--json"], {
    encoding: "utf8",
  })
  return JSON.parse(printed) as Record<string, { F1: number }>
}

describe(`accuracy${needsShared}`, () => {
  test.skipIf(!hasShared).each(FLOORS)("on $articles", async ({ set, articles, ...floors }) => {
    const readings = await readAll(extractor, sharedPath(articles))
    const rows = toRows(compare(readGold(sharedPath("gold", set)), readings))
    const f1 = (name: string): number | undefined => {
      const row = rows.find((row) => row.name === name)
      return row && score(row.keys).f1
    }
    for (const [part, floor] of Object.entries(floors)) {
      expect(f1(ROWS[part as keyof typeof ROWS][0]), part).toBeGreaterThanOrEqual(floor)
    }
    const reference = referenceScores(set, readings)
    for (const [ours, theirs] of Object.values(ROWS))
      expect(f1(ours), ours).toBeCloseTo(reference[theirs]?.F1 ?? 0, 3)
  })
})
