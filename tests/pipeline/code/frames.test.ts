import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { EVENT_TYPES, eventType, isEventType } from "../../../src/ontology.js"
import { loadFrames } from "../../../src/pipeline/code/index.js"
import { readEvents } from "./extract.js"

const { examples } = loadFrames()
const folder = mkdtempSync(join(tmpdir(), "chancery-frames-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("the examples of the frame files", () => {
  test("cover every event type", () => {
    expect(new Set(examples.map((example) => example.type))).toEqual(
      new Set(EVENT_TYPES.map(({ type }) => type)),
    )
  })

  test.each(examples)("$type: $sentence", async ({ type, sentence, edges }) => {
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
      /KISSED is no event type of ours; say under `declares` what it is/,
    ],
    [
      "a type that is ours, declared as another thing",
      "type: MET\ndeclares:\n  plover: AID\n  cameo: '070'\n  quad: material-cooperation\n  meaning: gave\nframes:\n  - verb: [meet]\nexamples:\n  - [A, B]\n",
      3,
      /MET: declared as .*take another name/,
    ],
    [
      "a relation of the graph",
      "type: REPORTS\ndeclares: {plover: AID, cameo: '070', quad: material-cooperation, meaning: told}\nframes:\n  - verb: [tell]\nexamples:\n  - [A, B]\n",
      2,
      /REPORTS: .*a relation of the graph/,
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

test("with `replaces` they stand in the place of ours, for their type alone", () => {
  writeFileSync(
    join(folder, "own.yaml"),
    'type: MET\nreplaces: true\nframes:\n  - verb: [powwow]\n    target: [with]\nexamples:\n  - ["A powwowed.", ""]\n',
  )
  const own = loadFrames(folder)
  const types = (verb: string): string[] => (own.verbs.get(verb) ?? []).map(({ type }) => type)
  expect(types("powwow")).toEqual(["MET"])
  expect(types("meet")).not.toContain("MET")
  expect(types("condemn")).toContain("CONDEMNED")
})

test("a type of the user's own is known once its frames are read", () => {
  expect(isEventType("BARTERED")).toBe(false)
  writeFileSync(
    join(folder, "own.yaml"),
    "type: BARTERED\ndeclares: {plover: COOPERATE, cameo: '061', quad: material-cooperation, meaning: bartered with}\nframes:\n  - verb: [barter]\n    target: [with]\nexamples:\n  - [A bartered.]\n",
  )
  const [frame] = loadFrames(folder).verbs.get("barter") ?? []
  expect(frame).toMatchObject({ type: "BARTERED", cameo: "061", target: ["with"] })
  expect(eventType("BARTERED")).toMatchObject({ symmetric: false, meaning: "bartered with" })
})

test("a folder without frames is refused for that, and not as missing", () => {
  const empty = mkdtempSync(join(folder, "empty-"))
  expect(() => loadFrames(empty)).toThrow(`${empty}: no .yaml file in it; give --frames a folder`)
  expect(() => loadFrames(`${empty}/none`)).toThrow(`${empty}/none: no such folder`)
})
