// The stores that are measured: embedded in a folder of its own, and the Neo4j of NEO4J_URL where that is empty.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import neo4j from "neo4j-driver"
import { readConfig } from "../../config.js"
import type { StoreCredentials } from "../../store/index.js"
import { neo4jDriver } from "../../store/neo4j/driver.js"

export interface Target {
  name: "embedded" | "neo4j"
  address: string
  credentials: StoreCredentials
  /** For files of the measurement. */
  folder: string
  /** Removes all that the store holds. */
  empty(): Promise<void>
}

/** Makes a folder for files, and removes it once `work` is done with the store in it. */
export async function withTarget<Result>(
  name: Target["name"],
  url: string,
  work: (target: Target) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-scale-"))
  const credentials = readConfig(process.env).neo4j
  const inside = join(folder, "graph")
  const target: Target = {
    name,
    folder,
    credentials,
    address: name === "embedded" ? `embedded:${inside}` : url,
    empty:
      name === "embedded"
        ? async () => rmSync(inside, { recursive: true, force: true })
        : () => emptyNeo4j(url, credentials),
  }
  try {
    return await work(target)
  } finally {
    await target.empty()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function emptyNeo4j(url: string, credentials: StoreCredentials): Promise<void> {
  const driver = neo4jDriver({ url, ...credentials })
  await driver.init()
  await driver.clear()
  await driver.close()
}

/** Whether nothing is in the server's database but what emptying leaves. */
export async function isEmpty(url: string): Promise<boolean> {
  const { username, password } = readConfig(process.env).neo4j
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password))
  const { records } = await driver.executeQuery("MATCH (node) WHERE NOT node:Version RETURN node LIMIT 1")
  await driver.close()
  return records.length === 0
}
