import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { afterAll, expect, test } from "vitest"
import { writeWhole } from "../src/whole-file.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
const file = join(folder, "file")
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (pieces: Iterable<string>, path = file): Promise<void> =>
  writeWhole(path, (output) => pipeline(Readable.from(pieces), output))
function* broken(): Generator<string> {
  yield "a part"
  throw new Error("the store went away")
}

test("a failure leaves nothing where nothing was, and what was there as it was", async () => {
  await expect(put(broken())).rejects.toThrow("the store went away")
  expect(readdirSync(folder)).toEqual([])
  await put(["former"])
  await expect(put(broken())).rejects.toThrow("the store went away")
  expect([readdirSync(folder), readFileSync(file, "utf8")]).toEqual([["file"], "former"])
})

test("a new text takes the place of the former one", async () => {
  await put(["a long former text"])
  await put(["new ", "text"])
  expect([readdirSync(folder), readFileSync(file, "utf8")]).toEqual([["file"], "new text"])
})

test.skipIf(process.platform === "win32")("a link stays one, and its file is written", async () => {
  writeFileSync(join(folder, "far"), "")
  symlinkSync(join(folder, "far"), join(folder, "link"))
  await put(["told"], join(folder, "link"))
  expect(readFileSync(join(folder, "far"), "utf8")).toBe("told")
})
