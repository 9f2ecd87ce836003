// Kills of the Neo4j server itself while somebody loads; `npm run soak` has twenty times as many.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, test } from "vitest"
import { SEED, SOAK } from "../store/contract.js"
import { killAtRandom, type Victim } from "./kills.js"
import { createServerIn, noServer, type OwnServer } from "./neo4j-server.js"
import { neo4jSite } from "./site.js"

const why = noServer === undefined ? "" : ` (skipped: ${noServer})`

describe.skipIf(noServer !== undefined)(`a Neo4j server${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-soak-"))
  let server: OwnServer
  beforeAll(async () => {
    server = await createServerIn(join(folder, "server"))
    await server.start()
  }, 240_000)
  afterAll(() => {
    server.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  })

  test(
    `killed at any moment loses nothing acknowledged (seed ${SEED})`,
    async ({ task }) => {
      const victim: Victim = {
        name: "server",
        kill: () => server.kill(),
        isKilled: ({ struck }) => struck !== undefined,
        recover: () => server.start(),
      }
      const site = neo4jSite(server.url, server.username, server.password)
      const plan = { seed: SEED, count: SOAK }
      task.meta.soak = await killAtRandom(site, folder, victim, plan)
    },
    600_000 * SOAK,
  )
})
