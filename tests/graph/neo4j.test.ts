// The exports for Neo4j, in a server of their own: the tests of the stores empty theirs meanwhile.
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import neo4j, { type Driver } from "neo4j-driver"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { EXPORT_FORMATS } from "../../src/graph/export/index.js"
import { openStore } from "../../src/store/index.js"
import type { Properties, Subgraph } from "../../src/types.js"
import { sharedPath } from "../shared.js"
import { extracted } from "../store/done-line.js"
import { CONTRIBUTIONS, graphOf, joined, sourceOf } from "./exported.js"

const SCRIPT = sharedPath("neo4j", "neo4j.sh")
const isInstalled = existsSync(SCRIPT) && existsSync(join(process.env.NEO4J_RT ?? "", ".ok"))
const why = isInstalled ? "" : " (skipped: NEO4J_RT names no folder where ../shared/neo4j/neo4j.sh put Neo4j)"

const PASSWORD = "chancery-test"
const home = mkdtempSync(join(tmpdir(), "chancery-neo4j-"))
const files = mkdtempSync(join(tmpdir(), "chancery-test-"))

describe.skipIf(!isInstalled)(`in Neo4j${why}`, () => {
  let port: number
  let driver: Driver
  const script = (...args: string[]): string =>
    execFileSync("bash", [SCRIPT, ...args], {
      cwd: files,
      encoding: "utf8",
      env: {
        ...process.env,
        ...{ NEO4J_DATA_HOME: home, NEO4J_BOLT_PORT: String(port), NEO4J_PASSWORD: PASSWORD },
      },
    })
  const run = async (statement: string): Promise<void> => {
    const session = driver.session()
    await session.run(statement)
    await session.close()
  }
  /** The graph as our own store reads it. */
  const stored = async (): Promise<Subgraph> => {
    const credentials = { username: "neo4j", password: PASSWORD }
    const store = openStore(`bolt://127.0.0.1:${port}`, credentials, { readOnly: true })
    await store.init()
    const read = JSON.parse(await joined(EXPORT_FORMATS.json.write(store))) as Subgraph
    await store.close()
    return read
  }
  let real: Subgraph
  let said: string

  beforeAll(async () => {
    port = await freePort()
    const items = await extracted()
    real = graphOf([...items.map((item) => item.contribution), ...CONTRIBUTIONS])
    for (const { name, pieces } of await EXPORT_FORMATS["neo4j-import"].files(sourceOf(real)))
      writeFileSync(join(files, name), await joined(pieces))
    script("init")
    said = script("run-admin", "database", "import", "full", "@import.args", "neo4j")
    script("start")
    script("wait")
    driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic("neo4j", PASSWORD))
    await driver.verifyConnectivity()
  }, 300_000)
  afterAll(async () => {
    await driver?.close()
    if (existsSync(join(home, "run", "server.pid"))) script("stop")
    for (const folder of [home, files]) rmSync(folder, { recursive: true, force: true })
  }, 120_000)

  test("the bulk files are imported whole, but for empty lists, which the tool cannot make", async () => {
    const { nodes, relationships } = real
    expect(said).toContain(`${nodes.length} nodes\n  ${relationships.length} relationships`)
    expect(await stored()).toEqual({
      nodes: nodes.map(asImported),
      relationships: relationships.map(asImported),
    })
  })

  test("the script builds the graph, statement by statement", async () => {
    await run("MATCH (node) DETACH DELETE node")
    const text = await joined(EXPORT_FORMATS.cypher.write(sourceOf(real)))
    for (const statement of text.split(";\n").slice(0, -1)) await run(statement)
    expect(await stored()).toEqual(real)
  }, 300_000)
})

/** Without empty lists, and with U+FFFD for what parts the items of a list. */
function asImported<Item extends { properties: Properties }>(item: Item): Item {
  const kept = Object.entries(item.properties).filter(
    ([, value]) => !Array.isArray(value) || value.length > 0,
  )
  const properties = kept.map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((text) => text.replaceAll("\u001f", "\ufffd")) : value,
  ])
  return { ...item, properties: Object.fromEntries(properties) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
