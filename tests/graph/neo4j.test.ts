// The exports for Neo4j and a restore, in a server of their own: the tests of the stores empty theirs meanwhile.
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import neo4j, { type Driver } from "neo4j-driver"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { EXPORT_FORMATS } from "../../src/graph/export/index.js"
import { dataPath, packagePath } from "../../src/paths.js"
import { openStore } from "../../src/store/index.js"
import type { Properties, Subgraph } from "../../src/types.js"
import { sharedPath } from "../shared.js"
import { extracted } from "../store/done-line.js"
import { CONTRIBUTIONS, graphOf, joined, sourceOf } from "./exported.js"

const SCRIPT = sharedPath("neo4j", "neo4j.sh")
const isInstalled = existsSync(SCRIPT) && existsSync(join(process.env.NEO4J_RT ?? "", ".ok"))
const why = isInstalled ? "" : " (skipped: NEO4J_RT names no folder where ../shared/neo4j/neo4j.sh put Neo4j)"

const SHELL = process.env.CYPHER_SHELL_RT ?? ""
const hasShell = existsSync(SHELL) && readdirSync(SHELL).some((name) => name.startsWith("cypher-shell-"))
const needsShell = hasShell ? "" : " (skipped: CYPHER_SHELL_RT names no folder with cypher-shell's jars)"

const PASSWORD = "chancery-test"
const home = mkdtempSync(join(tmpdir(), "chancery-neo4j-"))
const files = mkdtempSync(join(tmpdir(), "chancery-test-"))

describe.skipIf(!isInstalled)(`in Neo4j${why}`, () => {
  let port: number
  let driver: Driver
  const server = (...args: string[]): string =>
    execFileSync("bash", [SCRIPT, ...args], {
      cwd: files,
      encoding: "utf8",
      env: {
        ...process.env,
        ...{ NEO4J_DATA_HOME: home, NEO4J_BOLT_PORT: String(port), NEO4J_PASSWORD: PASSWORD },
      },
    })
  const address = (): string => `bolt://127.0.0.1:${port}`
  /** What a statement gives in its column `name`. */
  const run = async (statement: string): Promise<string[]> => {
    const session = driver.session()
    const { records } = await session.run(statement)
    await session.close()
    return records.map((record) => record.get("name"))
  }
  const constraints = (): Promise<string[]> => run("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name")
  const indexes = (): Promise<string[]> =>
    run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name ORDER BY name")
  /** As a database is that was just made. */
  const empty = async (): Promise<void> => {
    await run("MATCH (node) DETACH DELETE node RETURN DISTINCT 0 AS name")
    for (const name of await constraints()) await run(`DROP CONSTRAINT \`${name}\``)
    for (const name of await indexes()) await run(`DROP INDEX \`${name}\``)
  }
  /** The graph as our own store exports it. */
  const stored = async (): Promise<string> => {
    const store = openStore(address(), { username: "neo4j", password: PASSWORD }, { readOnly: true })
    await store.init()
    const bytes = await joined(EXPORT_FORMATS.json.write(store))
    await store.close()
    return bytes
  }
  let real: Subgraph
  let said: string

  beforeAll(async () => {
    port = await freePort()
    const items = await extracted()
    real = graphOf([...items.map((item) => item.contribution), ...CONTRIBUTIONS])
    for (const { name, pieces } of await EXPORT_FORMATS["neo4j-import"].files(sourceOf(real)))
      writeFileSync(join(files, name), await joined(pieces))
    server("init")
    said = server("run-admin", "database", "import", "full", "@import.args", "neo4j")
    server("start")
    server("wait")
    driver = neo4j.driver(address(), neo4j.auth.basic("neo4j", PASSWORD))
    await driver.verifyConnectivity()
  }, 300_000)
  afterAll(async () => {
    await driver?.close()
    if (existsSync(join(home, "run", "server.pid"))) server("stop")
    for (const folder of [home, files]) rmSync(folder, { recursive: true, force: true })
  }, 120_000)

  test("the bulk files are imported whole, but for empty lists, which the tool cannot make", async () => {
    const { nodes, relationships } = real
    expect(said).toContain(`${nodes.length} nodes\n  ${relationships.length} relationships`)
    expect(JSON.parse(await stored())).toEqual({
      nodes: nodes.map(asImported),
      relationships: relationships.map(asImported),
    })
  })

  describe("the script", () => {
    const script = (graph: Subgraph): Promise<string> => joined(EXPORT_FORMATS.cypher.write(sourceOf(graph)))
    const bytes = (graph: Subgraph): Promise<string> => joined(EXPORT_FORMATS.json.write(sourceOf(graph)))
    beforeEach(empty)

    test("builds a graph of texts that formats trip over, statement by statement", async () => {
      const graph = graphOf(CONTRIBUTIONS)
      for (const statement of (await script(graph)).split(";\n").slice(0, -1)) await run(statement)
      expect(await stored()).toBe(await bytes(graph))
    })

    test.skipIf(!hasShell)(
      `builds the whole graph by cypher-shell, with what finds a node by its id${needsShell}`,
      async () => {
        const program = ["-cp", join(SHELL, "*"), "org.neo4j.shell.Main", "--fail-fast"]
        const access = ["-a", address(), "-u", "neo4j", "-p", PASSWORD]
        const input = await script(real)
        const { status, stderr } = spawnSync("java", [...program, ...access], { input, encoding: "utf8" })
        expect([status, stderr]).toEqual([0, ""])
        expect(await stored()).toBe(await bytes(real))
        expect(await constraints()).toEqual(["actor_id", "article_id", "event_id"])
      },
      300_000,
    )
  })

  test("a backup brings back a database of which nothing is left, its constraints and indexes too", async () => {
    const chancery = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
      const env = { PATH: process.env.PATH, CHANCERY_STORE: address(), NEO4J_PASSWORD: PASSWORD }
      const command = [packagePath("dist", "cli", "index.js"), ...args]
      return spawnSync(process.execPath, command, { cwd: files, env, encoding: "utf8", maxBuffer: 2 ** 30 })
    }
    const done = (...args: string[]): string => {
      const { status, stdout, stderr } = chancery(...args)
      expect([status, stderr]).toEqual([0, ""])
      return stdout
    }
    await empty()
    done("load", dataPath("articles"))
    const lost = done("export")
    const schema = [await constraints(), await indexes()]
    done("backup", "graph.backup")

    await empty()
    expect([await constraints(), await indexes(), await run("MATCH (n) RETURN n AS name")]).toEqual([
      [],
      [],
      [],
    ])
    done("restore", "graph.backup")
    expect(done("export")).toBe(lost)
    expect([await constraints(), await indexes()]).toEqual(schema)
    expect(done("check")).toBe("all is well\n")
    expect(done("load", dataPath("articles"))).toMatch(
      /^0 new, 0 changed, \d+ unchanged, 0 removed, 0 failed/,
    )

    const whole = readFileSync(join(files, "graph.backup"))
    writeFileSync(join(files, "cut.backup"), whole.subarray(0, whole.length / 2))
    const { status, stderr } = chancery("restore", "cut.backup", "--force")
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/cut\.backup: a broken backup: it is cut off/),
    ])
    expect(done("export")).toBe(lost)
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
