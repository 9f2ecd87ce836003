import { mkdtempSync, renameSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { differingParts, extractorDigest } from "../../src/pipeline/digest.js"

test("is the same for the same runtime and frames, and names each part", () => {
  expect(extractorDigest("node")).toBe(extractorDigest("node"))
  expect(extractorDigest("node")).toMatch(/^(?:[0-9a-f]{8}-){4}node$/)
})

test("differs by runtime: int8 arithmetic does", () => {
  expect(differingParts(extractorDigest("wasm"), extractorDigest("node"))).toEqual(["runtime"])
  expect(differingParts("another kind of digest", extractorDigest("node"))).toHaveLength(5)
})

test("differs by the user's frames, their content and their names", () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-frames-"))
  const digests = [extractorDigest("node"), extractorDigest("node", folder)]
  writeFileSync(join(folder, "a.yaml"), "one")
  digests.push(extractorDigest("node", folder))
  writeFileSync(join(folder, "a.yaml"), "two")
  digests.push(extractorDigest("node", folder))
  renameSync(join(folder, "a.yaml"), join(folder, "b.yaml"))
  digests.push(extractorDigest("node", folder))
  expect(digests.map((digest) => differingParts(digests[0] as string, digest))).toEqual([
    [],
    [],
    ["frames"],
    ["frames"],
    ["frames"],
  ])
  // An empty folder adds nothing.
  expect(digests[1]).toBe(digests[0])
  expect(new Set(digests).size).toBe(4)
})
