// Both stores in one file, since tests beside each other would empty the one database under each other.
import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { canonical } from "../../src/graph/canonical.js"
import { check } from "../../src/graph/check.js"
import { derive } from "../../src/graph/derive.js"
import { toRows } from "../../src/graph/rows.js"
import { packagePath } from "../../src/paths.js"
import type { GraphStore, SourcedContribution } from "../../src/store/types.js"
import { claimNeo4j } from "./claim-neo4j.js"
import { contract, SEED, SOAK } from "./contract.js"
import { extracted } from "./done-line.js"
import { bytesOf, embeddedStore, neo4jStore } from "./stores.js"

claimNeo4j()

const tested = [
  { store: embeddedStore(), runs: 25 * SOAK },
  { store: neo4jStore(), runs: 5 * SOAK },
]

for (const { store, runs } of tested) {
  const why = store.skip === undefined ? "" : ` (skipped: ${store.skip})`
  describe.skipIf(store.skip !== undefined)(`${store.name} store${why}`, () => {
    afterAll(() => store.close())
    contract(store, runs)
  })
}

/** Loads in batches of a few, as a load of files does. */
async function loadAll(store: GraphStore, items: SourcedContribution[], batch = 25): Promise<number> {
  let changes = 0
  for (let start = 0; start < items.length; start += batch) {
    const { nodes, relationships } = await store.upsert(items.slice(start, start + batch))
    for (const { created, updated, removed } of [nodes, relationships]) changes += created + updated + removed
  }
  return changes
}

/** What any store must export of these contributions, without a store. */
function expectedBytes(items: SourcedContribution[]): string {
  const { nodes, relationships } = derive(items.flatMap((item) => toRows(item.contribution)))
  const lines = (found: Map<string, object>): string =>
    [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, item]) => `\n${canonical(item)}`)
      .join(",")
  return `{"nodes":[${lines(nodes)}\n],"relationships":[${lines(relationships)}\n]}\n`
}

describe.each([embeddedStore(), neo4jStore()])("a declared type in the $name store", (store) => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
  const address = store.name === "neo4j" ? (process.env.NEO4J_URL as string) : `embedded:${folder}/graph`
  const chancery = async (...args: string[]): Promise<string> => {
    const command = [packagePath("dist", "cli", "index.js"), "--store", address, ...args]
    return (await promisify(execFile)(process.execPath, command)).stdout
  }
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.skipIf(store.skip !== undefined)("is known to processes that have not read them", async () => {
    if (store.name === "neo4j") await store.empty()
    writeFileSync(join(folder, "gas.txt"), "Norway sold gas to Germany on 3 May 2021.\n")
    await chancery("load", join(folder, "gas.txt"), "--frames", packagePath("data", "frames", "own"))
    expect(await chancery("check")).toBe("all is well\n")
    expect(JSON.parse(await chancery("export")).relationships).toContainEqual(
      expect.objectContaining({ type: "TRADED_WITH", source: "state:NOR", target: "state:DEU" }),
    )
    expect(await chancery("retract", join(folder, "gas.txt"))).toContain("1 article removed")
    expect(JSON.parse(await chancery("export"))).toEqual({ nodes: [], relationships: [] })
  })
})

describe("real articles", () => {
  const stores = [embeddedStore(), neo4jStore()]
  let items: SourcedContribution[]

  beforeAll(async () => {
    items = await extracted()
  })
  afterAll(async () => {
    for (const store of stores) await store.close()
  })

  describe.each(stores)("in the $name store", (tested) => {
    test.skipIf(tested.skip !== undefined)(
      `are loaded to the same bytes as anywhere, in any order, once or twice, and retracted without a trace (seed ${SEED})`,
      async () => {
        const store = await tested.empty()
        expect(await loadAll(store, items)).toBeGreaterThan(500)
        const loaded = await bytesOf(store)
        expect(loaded).toBe(expectedBytes(items))
        expect(await check(store)).toEqual([])
        expect(await loadAll(store, items)).toBe(0)

        const [shuffled = items] = fc.sample(fc.shuffledSubarray(items, { minLength: items.length }), {
          seed: SEED,
          numRuns: 1,
        })
        const again = await tested.empty()
        await loadAll(again, shuffled, 7)
        expect(await bytesOf(again)).toBe(loaded)

        const [first, ...rest] = shuffled as [SourcedContribution]
        await again.retract([first.contribution.article.id])
        expect(await bytesOf(again)).toBe(expectedBytes(rest))
        expect(await check(again)).toEqual([])
      },
    )
  })
})
