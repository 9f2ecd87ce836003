// A store that other processes change, looked at between them.
import { rmSync } from "node:fs"
import { join } from "node:path"
import neo4j from "neo4j-driver"
import { check } from "../../src/graph/check.js"
import type { Driver } from "../../src/store/driver.js"
import { embeddedDriver } from "../../src/store/embedded/driver.js"
import { neo4jDriver } from "../../src/store/neo4j/driver.js"
import { createStore } from "../../src/store/store.js"
import type { GraphStore } from "../../src/store/types.js"
import { bytesOf } from "../store/stores.js"

export interface Site {
  name: string
  /** For `--store`. */
  address: string
  environment: Record<string, string>
  /** Removes all that is stored, the schema too. */
  clear(): Promise<void>
  /** Not yet connected. */
  open(): GraphStore
  look(): Promise<Sight>
}

export interface Sight {
  /** How many transactions were committed. */
  version: number
  /** The canonical export. */
  bytes: string
  sources: Set<string>
}

/** An embedded store in a folder. */
export function embeddedSite(folder: string): Site {
  const path = join(folder, "graph")
  return {
    name: "embedded",
    address: `embedded:${path}`,
    environment: {},
    async clear() {
      rmSync(path, { recursive: true, force: true })
    },
    open: () => createStore(embeddedDriver(path)),
    look: () => look(embeddedDriver(path)),
  }
}

/** A Neo4j server whose only content is ours. */
export function neo4jSite(url: string, username: string, password: string): Site {
  return {
    name: "neo4j",
    address: url,
    environment: { NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    async clear() {
      const driver = neo4j.driver(url, neo4j.auth.basic(username, password))
      const run = async (statement: string): Promise<string[]> =>
        (await driver.executeQuery(statement)).records.map((record) => record.get("name") as string)
      await run("MATCH (node) DETACH DELETE node RETURN '' AS name LIMIT 0")
      for (const name of await run("SHOW CONSTRAINTS YIELD name")) await run(`DROP CONSTRAINT ${name}`)
      for (const name of await run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
        await run(`DROP INDEX ${name}`)
      await driver.close()
    },
    open: () => createStore(neo4jDriver({ url, username, password })),
    look: () => look(neo4jDriver({ url, username, password })),
  }
}

/** Throws what `check` finds. */
async function look(driver: Driver): Promise<Sight> {
  const store = createStore(driver)
  await store.init()
  try {
    const problems = await check(store)
    if (problems.length > 0) throw new Error(`check: ${JSON.stringify(problems.slice(0, 5), undefined, 1)}`)
    const sources = new Set((await store.sources()).map(({ source }) => source))
    return { version: await driver.version(), bytes: await bytesOf(store), sources }
  } finally {
    await store.close()
  }
}
