import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { EVENT_TYPES } from "../../../src/ontology.js"
import { loadFrames } from "../../../src/pipeline/code/index.js"
import { readEvents } from "./extract.js"

const { examples } = loadFrames()
const folder = mkdtempSync(join(tmpdir(), "chancery-frames-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("the examples of the frame files", () => {
  const rows = examples.map(({ file, sentence, edges }) => ({
    type: basename(file, ".yaml").toUpperCase(),
    sentence,
    edges,
  }))

  test("cover every event type", () => {
    expect(new Set(rows.map((row) => row.type))).toEqual(new Set(EVENT_TYPES.map(({ type }) => type)))
  })

  test.each(rows)("$type: $sentence", async ({ type, sentence, edges }) => {
    const found = (await readEvents(sentence)).edges.filter((edge) => edge.includes(` ${type} `))
    expect(found).toEqual([...edges].sort())
  })
})

describe("a broken frame file is refused with its line", () => {
  test.each([
    [
      "an unknown type",
      "type: KISSED\nframes:\n  - verb: [kiss]\nexamples:\n  - [A, B]\n",
      1,
      /no event type/,
    ],
    [
      "an unknown field",
      "type: MET\nframes:\n  - verb: [meet]\n    sauce: [subject]\nexamples:\n  - [A, B]\n",
      3,
      /sauce/,
    ],
    [
      "two kinds of trigger",
      "type: MET\nframes:\n  - verb: [meet]\n    noun: [talk]\nexamples:\n  - [A, B]\n",
      3,
      /exactly one/,
    ],
    ["no examples", "type: MET\nframes:\n  - verb: [meet]\n", 1, /examples/],
    ["an alias without anchor", "type: MET\nframes:\n  - verb: *meet\nexamples:\n  - [A, B]\n", 3, /anchor/i],
    ["no YAML", "type: [MET\n", 2, /./],
  ])("%s", (_, text, line, reason) => {
    const path = join(folder, "own.yaml")
    writeFileSync(path, text)
    expect(() => loadFrames(folder)).toThrow(reason)
    expect(() => loadFrames(folder)).toThrow(`${path}:${line}: `)
  })
})

test("a user's own frames are added to ours", () => {
  const path = join(folder, "own.yaml")
  writeFileSync(
    path,
    'type: MET\nframes:\n  - verb: [powwow]\n    target: [with]\nexamples:\n  - ["A powwowed.", ""]\n',
  )
  const own = loadFrames(folder)
  expect(own.verbs.get("powwow")?.[0]?.type).toBe("MET")
  expect(own.verbs.get("meet")).toEqual(loadFrames().verbs.get("meet"))
})
