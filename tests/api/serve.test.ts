import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { packagePath } from "../../src/paths.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-serve-"))
const running: ChildProcess[] = []
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL"))
      await once(child, "exit")
  }
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  /** Exit code and signal. */
  ended: Promise<unknown[]>
  /** All that it printed, once it matches or the process has ended. */
  printed(pattern: RegExp): Promise<string>
}

function start(args: string[], environment: Record<string, string> = {}): Started {
  const command = [
    packagePath("dist", "cli", "index.js"),
    "--store",
    `embedded:${join(folder, "graph")}`,
    ...args,
  ]
  const { CHANCERY_TOKEN: _, ...inherited } = process.env
  const child = spawn(process.execPath, command, { env: { ...inherited, ...environment } })
  running.push(child)
  let text = ""
  child.stdout.on("data", (chunk) => (text += chunk))
  child.stderr.on("data", (chunk) => (text += chunk))
  return {
    child,
    ended: once(child, "exit"),
    printed: (pattern) =>
      new Promise((resolve) => {
        const look = () => pattern.test(text) && resolve(text)
        child.stdout.on("data", look)
        child.once("close", () => resolve(text))
        look()
      }),
  }
}

const ADDRESS = /http:\/\/[\w.[\]:]+:\d+/

describe("chancery serve", () => {
  it("says where it is, answers there, and stops when told to", async () => {
    const { child, ended, printed } = start(["serve", "--port", "0"])
    const [address] = ADDRESS.exec(await printed(ADDRESS)) ?? [""]
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: "ok" })
    child.kill("SIGTERM")
    expect(await ended).toEqual([0, null])
  })

  it("takes the next free port where one is taken, and says so", async () => {
    const other = createServer().listen(0, "127.0.0.1")
    await once(other, "listening")
    const { port } = other.address() as AddressInfo
    const text = await start(["serve", "--port", String(port)]).printed(ADDRESS)
    other.close()
    expect(text).toContain(`Port ${port} is taken.`)
    expect(Number(/127\.0\.0\.1:(\d+)/.exec(text)?.[1])).toBeGreaterThan(port)
  })

  it("opens to others only with a token, which then everybody must send", async () => {
    const refused = start(["serve", "--host", "0.0.0.0", "--port", "0"])
    expect(await refused.printed(/CHANCERY_TOKEN/)).toContain("set CHANCERY_TOKEN")
    expect(await refused.ended).toEqual([2, null])
    const { printed } = start(["serve", "--host", "0.0.0.0", "--port", "0"], {
      CHANCERY_TOKEN: "open sesame",
    })
    const text = await printed(/token/)
    const [address] = ADDRESS.exec(text) ?? [""]
    expect((await fetch(`${address}/api/graph`)).status).toBe(401)
    const headers = { Authorization: "Bearer open sesame" }
    expect((await fetch(`${address}/api/graph`, { headers })).status).toBe(200)
    expect(text).not.toContain("sesame")
  })

  it("says what to do about an address that it cannot have", async () => {
    const { ended, printed } = start(["serve", "--host", "192.0.2.1"], { CHANCERY_TOKEN: "open sesame" })
    expect(await printed(/--host/)).toContain("choose another with --host and --port")
    expect(await ended).toEqual([2, null])
  })
})
