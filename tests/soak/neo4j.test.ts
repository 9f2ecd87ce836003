// Kills of who writes into Neo4j, and several who write at once; `npm run soak` has twenty times as many.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { claimNeo4j } from "../store/claim-neo4j.js"
import { SEED, SOAK } from "../store/contract.js"
import { killAtRandom, LOADER } from "./kills.js"
import { loadAtOnce } from "./loaders.js"
import { checkBesideWrites } from "./readers.js"
import { embeddedSite, neo4jSite } from "./site.js"

const { NEO4J_URL: url, NEO4J_USERNAME: username = "neo4j", NEO4J_PASSWORD: password = "" } = process.env
const why = url === undefined ? " (skipped: NEO4J_URL names no server)" : ""
const folder = mkdtempSync(join(tmpdir(), "chancery-soak-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(url === undefined)(`neo4j${why}`, () => {
  claimNeo4j()
  const site = neo4jSite(url as string, username, password)
  const reference = embeddedSite(folder)

  test(
    `a loader killed at any moment loses nothing acknowledged (seed ${SEED})`,
    async ({ task }) => {
      task.meta.soak = await killAtRandom(site, folder, LOADER, { seed: SEED, count: 3 * SOAK, reference })
    },
    240_000 * SOAK,
  )

  test("check sees whole commits beside who writes many at once", async () => {
    await site.clear()
    expect(await checkBesideWrites(site, 3)).toEqual([])
  }, 240_000)

  test("opens to many at once while it has no schema yet", async () => {
    await site.clear()
    await Promise.all(Array.from({ length: 8 }, () => site.look()))
  }, 120_000)

  test(
    `four loaders at once over overlapping folders bring what one brings (seed ${SEED})`,
    async ({ task }) => {
      task.meta.soak = await loadAtOnce(site, reference, folder, { seed: SEED, rounds: Math.ceil(SOAK / 4) })
    },
    240_000 * SOAK,
  )
})
