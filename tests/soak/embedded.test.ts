// Kills of who writes an embedded store; `npm run soak` has twenty times as many.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, test } from "vitest"
import { SEED, SOAK } from "../store/contract.js"
import { killAtRandom, LOADER } from "./kills.js"
import { embeddedSite } from "./site.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-soak-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(
  `a loader of the embedded store killed at any moment loses nothing acknowledged (seed ${SEED})`,
  async ({ task }) => {
    task.meta.soak = await killAtRandom(embeddedSite(folder), folder, LOADER, { seed: SEED, count: 3 * SOAK })
  },
  240_000 * SOAK,
)
