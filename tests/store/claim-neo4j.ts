// Test files run beside each other, and there is one Neo4j for those that empty it: they take turns.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterAll, beforeAll } from "vitest"

/** As long as all others together may take. */
const PATIENCE_MS = 3_600_000
const LOOK_MS = 250

/** Keeps the server that NEO4J_URL names to this file until its tests are done. */
export function claimNeo4j(): void {
  const url = process.env.NEO4J_URL
  if (url === undefined) return
  const lock = join(tmpdir(), `chancery-test-${encodeURIComponent(url)}.lock`)
  beforeAll(async () => {
    while (!take(lock)) await setTimeout(LOOK_MS)
  }, PATIENCE_MS)
  afterAll(() => rmSync(lock, { recursive: true }))
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock)
  } catch {
    if (isHeld(lock)) return false
    // Whoever held it was killed.
    rmSync(lock, { recursive: true, force: true })
    return false
  }
  writeFileSync(join(lock, "pid"), String(process.pid))
  return true
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0)
    return true
  } catch (error) {
    // Just made, or just gone.
    return (error as NodeJS.ErrnoException).code === "ENOENT"
  }
}
