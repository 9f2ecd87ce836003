// The file of a backup: what is no backup or not whole is refused, and none is left half written.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Backup, readBackup, writeBackup } from "../../src/graph/backup.js"
import { SEED } from "../store/contract.js"
import { contribution, report } from "../store/contributions.js"
import { embeddedStore } from "../store/stores.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
const tested = embeddedStore()
const file = join(folder, "graph.backup")
const changed = join(folder, "changed.backup")
let whole: Buffer
let lines: string[]
let expected: Backup

beforeAll(async () => {
  const store = await tested.empty()
  const items = ["article:1", "article:2"].map((id) =>
    contribution({ id }, [report("CALLED", "person:a", "person:b")]),
  )
  await store.upsert(items.map((item, at) => ({ source: `/${at}`, contribution: item })))
  expect(await writeBackup(store, file)).toEqual({ articles: 2 })
  whole = readFileSync(file)
  lines = gunzipSync(whole).toString().trimEnd().split("\n")
  expected = await readBackup(file)
})
afterAll(async () => {
  await tested.close()
  rmSync(folder, { recursive: true, force: true })
})

const packed = (...parts: string[]): Buffer => gzipSync(parts.map((part) => `${part}\n`).join(""))
const read = (bytes: Buffer): Promise<Backup> => {
  writeFileSync(changed, bytes)
  return readBackup(changed)
}

describe("reading", () => {
  const cases: [name: string, bytes: () => Buffer, message: RegExp][] = [
    [
      "a file of another kind",
      () => Buffer.from("no backup at all"),
      /no backup that "chancery backup" wrote/,
    ],
    ["an empty file", () => Buffer.alloc(0), /cut off/],
    ["another gzipped file", () => packed("some text"), /no backup that "chancery backup" wrote/],
    ["JSON lines of another kind", () => packed('{"id":1}'), /no backup that "chancery backup" wrote/],
    ["another version", () => packed('{"backup":"chancery","format":99}'), /another version \(format 99/],
    ["one that is cut off", () => whole.subarray(0, whole.length - 20), /cut off/],
    ["one without its end", () => packed(...lines.slice(0, -1)), /its end is missing/],
    [
      "one that lacks a line",
      () => packed(...lines.slice(0, 1), ...lines.slice(2)),
      /its checksum does not fit/,
    ],
    ["one with a line more", () => packed(...lines, lines[1] as string), /more behind its end/],
    [
      "one with a broken line",
      () => packed(lines[0] as string, "{", ...lines.slice(1)),
      /a line of it is no JSON/,
    ],
  ]
  test.each(cases)("%s is refused", async (_, bytes, message) => {
    await expect(read(bytes())).rejects.toMatchObject({
      code: "BAD_BACKUP",
      message: expect.stringMatching(message),
    })
  })

  test("a file that is not there is a wrong name", async () => {
    await expect(readBackup(join(folder, "nowhere"))).rejects.toMatchObject({ code: "BAD_USAGE" })
  })

  test(`one with any byte changed or cut at any place is refused, or says the same (seed ${SEED})`, async () => {
    const property = fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const place = at % whole.length
      const bytes = Buffer.from(whole)
      bytes[place] = (bytes[place] as number) ^ change
      await expect(read(whole.subarray(0, place))).rejects.toMatchObject({ code: "BAD_BACKUP" })
      const outcome = await read(bytes).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "BAD_BACKUP" })
      else expect(outcome).toEqual(expected)
    })
    await fc.assert(property, { seed: SEED, numRuns: 100 })
  })
})

describe("writing", () => {
  test("replaces the file that is there, and leaves nothing beside it", async () => {
    const store = await tested.empty()
    writeFileSync(changed, "a former backup")
    await writeBackup(store, changed)
    expect((await readBackup(changed)).items).toEqual([])
    expect(readdirSync(folder).sort()).toEqual(["changed.backup", "graph.backup"])
  })

  test("to a place that is not there says so", async () => {
    const store = await tested.empty()
    await expect(writeBackup(store, join(folder, "nowhere", "x"))).rejects.toMatchObject({
      code: "BAD_USAGE",
      message: expect.stringMatching(/nowhere.*cannot be written.*No part of it was left/),
    })
  })
})
