import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { readLines } from "../../src/eval/gold.js"
import { isEventType } from "../../src/ontology.js"
import { dataPath } from "../../src/paths.js"

const at = z.number().int().nonnegative()
const row = z
  .strictObject({
    id: z.string(),
    piece: z.string().optional(),
    words: z.array(z.string().min(1)).optional(),
    length: z.number().int().positive().optional(),
    events: z.array(
      z.strictObject({
        type: z.string().refine(isEventType),
        trigger: at,
        source: z.array(at),
        target: z.array(at),
        status: z.enum(["actual", "planned", "negated", "hypothetical"]),
      }),
    ),
  })
  .refine(({ words, length }) => (words === undefined) !== (length === undefined), "words or length")
  .refine(
    ({ words, length, events }) =>
      events
        .flatMap(({ trigger, source, target }) => [trigger, ...source, ...target])
        .every((index) => index < (words?.length ?? length ?? 0)),
    "an index beyond the sentence",
  )

const page = readFileSync(dataPath("gold", "triggers", "README.md"), "utf8")

describe("data/gold/triggers", () => {
  it.each([
    ["written", 14225, 15653],
    ["passages", 897, 1581],
    ["treebank", 3145, 1264],
    ["re3d", 520, 458],
  ])("%s.jsonl: every row is whole and its counts are its page's", (name, sentences, events) => {
    const rows = readLines(dataPath("gold", "triggers", `${name}.jsonl`), row)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(sentences)
    expect(rows.flatMap((one) => one.events)).toHaveLength(events)
    const quiet = rows.filter((one) => one.events.length === 0).length
    const counts = [sentences, quiet, events].map((count) => count.toLocaleString("en"))
    expect(page.split("\n").find((line) => line.startsWith(`| \`${name}.jsonl\``))).toContain(
      `| ${counts.join(" | ")} |`,
    )
  })
})
