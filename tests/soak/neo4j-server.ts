// A Neo4j server of a test's own, which it may kill.
import { execFile } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { promisify } from "node:util"
import neo4j from "neo4j-driver"
import { sharedPath } from "../shared.js"

const SCRIPT = sharedPath("neo4j", "neo4j.sh")
const PASSWORD = "chancery-soak"
const READY_MS = 120_000

/** Why there can be none; undefined where there can. */
export const noServer: string | undefined =
  process.env.NEO4J_RT === undefined
    ? "NEO4J_RT names no folder with the jars of a Neo4j"
    : existsSync(SCRIPT)
      ? undefined
      : "../shared with the script that starts a Neo4j is not here"

export interface OwnServer {
  url: string
  username: string
  password: string
  /** Until it answers. */
  start(): Promise<void>
  /** By SIGKILL, at once. */
  kill(): void
}

/** A server in this folder, not yet started. */
export async function createServerIn(folder: string): Promise<OwnServer> {
  const port = await freePort()
  const [url, username] = [`bolt://127.0.0.1:${port}`, "neo4j"]
  const env = {
    ...process.env,
    NEO4J_DATA_HOME: folder,
    NEO4J_BOLT_PORT: String(port),
    NEO4J_PASSWORD: PASSWORD,
  }
  const script = async (command: string): Promise<void> => {
    await promisify(execFile)("bash", [SCRIPT, command], { env })
  }
  await script("init")
  let pid: number | undefined
  return {
    url,
    username,
    password: PASSWORD,
    async start() {
      await script("start")
      pid = Number(readFileSync(join(folder, "run", "server.pid"), "utf8"))
      await script("wait")
      await answers(url, username)
    },
    kill() {
      if (pid !== undefined) process.kill(pid, "SIGKILL")
      pid = undefined
    },
  }
}

/** It listens before it lets anybody in. */
async function answers(url: string, username: string): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, PASSWORD))
  const until = performance.now() + READY_MS
  try {
    for (;;) {
      try {
        await driver.executeQuery("RETURN 1")
        return
      } catch (error) {
        if (performance.now() > until) throw error
        await setTimeout(250)
      }
    }
  } finally {
    await driver.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
