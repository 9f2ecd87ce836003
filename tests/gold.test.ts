// Accuracy must not fall: the reference scorer on what the pipeline reads in the annotated articles.
import { execFileSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { extractLine } from "../src/cli/extract-line.js"
import { createExtractor, type Extractor } from "../src/pipeline/index.js"
import { readPaths } from "../src/pipeline/read/index.js"
import { hasShared, needsShared, sharedPath } from "./shared.js"

type Scores = Record<string, { F1: number }>

/** A floor a little under what was measured, so that noise passes and a loss does not. */
const FLOORS = [
  { gold: "seeds", articles: "articles", all: 0.5, mission: 0.65, entities: 0.8 },
  { gold: "guardian", articles: "articles-guardian", all: 0.2, mission: 0, entities: 0.6 },
  { gold: "re3d", articles: "articles-re3d", all: 0.2, mission: 0, entities: 0.6 },
]

let extractor: Extractor

beforeAll(async () => {
  extractor = await createExtractor()
})
afterAll(() => extractor.close())

async function score(gold: string, articles: string): Promise<Scores> {
  const lines: string[] = []
  for await (const result of readPaths([sharedPath(articles)], {})) {
    if ("error" in result) throw result.error
    lines.push(JSON.stringify(extractLine(result.article, await extractor.extract(result.article))))
  }
  const output = join(mkdtempSync(join(tmpdir(), "chancery-gold-")), "extract.jsonl")
  writeFileSync(output, lines.join("\n"))
  const files = [`${gold}.events.jsonl`, `${gold}.entities.jsonl`].map((file) => sharedPath("gold", file))
  return JSON.parse(
    execFileSync("python3", [sharedPath("eval", "score.py"), ...files, output, "--json"], {
      encoding: "utf8",
    }),
  )
}

describe(`accuracy${needsShared}`, () => {
  test.skipIf(!hasShared).each(FLOORS)("on $articles", async ({ gold, articles, ...floors }) => {
    const scores = await score(gold, articles)
    for (const [row, floor] of Object.entries(floors)) {
      expect(scores[row]?.F1, `${row} F1`).toBeGreaterThanOrEqual(floor)
    }
  })
})
