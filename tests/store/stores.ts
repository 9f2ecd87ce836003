// The stores that the contract is held against: embedded always, Neo4j where NEO4J_URL names a server that may be
// emptied.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import grafeo from "@grafeo-db/js"
import neo4j, { type Driver } from "neo4j-driver"
import { exportJson } from "../../src/graph/export/json.js"
import { openStore } from "../../src/store/index.js"
import type { GraphStore } from "../../src/store/types.js"

export interface TestStore {
  name: "embedded" | "neo4j"
  /** Why it is not tested here; undefined when it is. */
  skip?: string
  /** An empty store, open. */
  empty(): Promise<GraphStore>
  /** Runs a statement behind the store's back, which is then open again unless it is left `shut`. */
  damage(statement: string, then?: "shut"): Promise<void>
  /** Closes what is open and removes what was made. */
  close(): Promise<void>
}

const NO_CREDENTIALS = { username: "", password: "" }

export function embeddedStore(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
  let count = 0
  let open: GraphStore | undefined
  const path = (): string => join(folder, String(count))
  return {
    name: "embedded",
    async empty() {
      await open?.close()
      count++
      open = openStore(`embedded:${path()}`, NO_CREDENTIALS)
      await open.init()
      return open
    },
    async damage(statement, then) {
      await open?.close()
      const database = grafeo.GrafeoDB.open(join(path(), "graph.grafeo"))
      await database.executeCypher(statement)
      database.close()
      if (then !== "shut") await open?.init()
    },
    async close() {
      await open?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function neo4jStore(): TestStore {
  const { NEO4J_URL: url, NEO4J_USERNAME: username = "neo4j", NEO4J_PASSWORD: password = "" } = process.env
  let server: Driver | undefined
  let open: GraphStore | undefined
  const run = async (statement: string): Promise<void> => {
    server ??= neo4j.driver(url as string, neo4j.auth.basic(username, password))
    const session = server.session()
    await session.run(statement)
    await session.close()
  }
  return {
    name: "neo4j",
    ...(url === undefined && { skip: "NEO4J_URL names no server" }),
    async empty() {
      await run("MATCH (node) DETACH DELETE node")
      // Another one each time: versions begin anew, and what is kept of one in memory would pass for the other's.
      await open?.close()
      open = openStore(url as string, { username, password })
      await open.init()
      return open
    },
    async damage(statement, then) {
      if (then === "shut") await open?.close()
      await run(statement)
      if (then !== "shut") await open?.init()
    },
    async close() {
      await open?.close()
      await server?.close()
    },
  }
}

/** The canonical export. */
export async function bytesOf(store: GraphStore): Promise<string> {
  const pieces: string[] = []
  for await (const piece of exportJson(store)) pieces.push(piece)
  return pieces.join("")
}
