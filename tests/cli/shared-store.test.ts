// One embedded store and several processes: what a server holds, others load into through it.
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { packagePath } from "../../src/paths.js"
import { openStore } from "../../src/store/index.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-shared-"))
const running: ChildProcess[] = []
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL"))
      await once(child, "exit")
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const article = (name: string, text: string): string => {
  const path = join(folder, `${name}.txt`)
  writeFileSync(path, text)
  return path
}
let first: string
let second: string
beforeAll(() => {
  first = article("first", "French President Emmanuel Macron called Angela Merkel on Friday.\n")
  second = article("second", "Turkey condemned Israel on Monday. Egypt praised Qatar.\n")
})

function start(store: string, args: string[]): ChildProcess & { text: () => string } {
  const cli = packagePath("dist", "cli", "index.js")
  const { CHANCERY_TOKEN: _, ...env } = process.env
  const child = spawn(process.execPath, [cli, "--store", `embedded:${join(folder, store)}`, ...args], { env })
  running.push(child)
  let text = ""
  child.stdout.on("data", (chunk) => (text += chunk))
  child.stderr.on("data", (chunk) => (text += chunk))
  return Object.assign(child, { text: () => text })
}

async function run(store: string, args: string[]): Promise<{ code: number | null; text: string }> {
  const child = start(store, args)
  const [code] = (await once(child, "close")) as [number | null]
  return { code, text: child.text() }
}

/** A server of the store, once it says where it is. */
async function serve(store: string): Promise<{ child: ChildProcess; url: string }> {
  const child = start(store, ["serve", "--port", "0"])
  for (;;) {
    const [url] = /http:\/\/[\w.:]+/.exec(child.text()) ?? []
    if (url !== undefined) return { child, url }
    if (child.exitCode !== null) throw new Error(child.text())
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), once(child, "close")])
  }
}

const serverFile = (store: string): string => join(folder, store, "server.json")

describe("while a server holds an embedded store", () => {
  test("load and retract go through it, and the graph is that of a clean load", async () => {
    const { child, url } = await serve("served")
    expect(statSync(serverFile("served")).mode & 0o777).toBe(0o600)
    const loaded = await run("served", ["load", first, second])
    expect(loaded).toMatchObject({ code: 0, text: expect.stringContaining(`through the server at ${url}`) })
    expect(loaded.text).toContain("2 new")
    expect((await run("served", ["load", first, second])).text).toContain("2 unchanged")
    const view = (await (await fetch(`${url}/api/graph`)).json()) as { nodes: { x: number; y: number }[] }
    expect(view.nodes.length).toBeGreaterThan(3)
    expect(new Set(view.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(view.nodes.length)
    expect((await run("served", ["retract", first])).text).toContain("1 article removed")
    await run("clean", ["load", second])
    const clean = await run("clean", ["export"])
    expect(await run("served", ["export"])).toEqual(clean)
    expect(await run("served", ["check"])).toMatchObject({ code: 0 })
    child.kill("SIGTERM")
    await once(child, "exit")
    expect(existsSync(serverFile("served"))).toBe(false)
    expect(await run("served", ["export"])).toEqual(clean)
  }, 120_000)

  test("who writes past it is told who holds the store, since when, where it serves it and what to do", async () => {
    const before = new Date().toISOString().slice(0, 19).replace("T", " ")
    const { child, url } = await serve("taken")
    expect(await run("taken", ["load", first])).toMatchObject({ code: 0 })
    expect(await run("taken", ["backup", join(folder, "taken.backup")])).toMatchObject({ code: 0 })
    for (const args of [
      ["restore", join(folder, "taken.backup"), "--force"],
      ["check", "--repair"],
      ["serve"],
    ]) {
      const { code, text } = await run("taken", args)
      expect(code).toBe(2)
      const said = /process (\d+) has held this store since (\S+ \S+) UTC and serves it at (\S+)\. (.*)/.exec(
        text,
      )
      expect(said?.slice(1, 4)).toEqual([String(child.pid), expect.any(String), url])
      expect([said?.[2], before].sort()).toEqual([before, said?.[2]])
      expect(said?.[4]).toMatch(/go through that server.*\(kill \d+\), then run this again; or .*--store/)
    }
  }, 60_000)

  test("writes want its token, and what they bring is checked", async () => {
    const { url } = await serve("guarded")
    const { token } = JSON.parse(readFileSync(serverFile("guarded"), "utf8")) as { token: string }
    const post = async (authorization: string, body: object, route = "upsert"): Promise<unknown[]> => {
      const headers = { authorization, "content-type": "application/json" }
      const answer = await fetch(`${url}/api/store/${route}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      })
      return [answer.status, ((await answer.json()) as { code?: string }).code]
    }
    for (const route of ["upsert", "release", "retract"])
      expect(await post("Bearer wrong", {}, route)).toEqual([401, "UNAUTHORISED"])
    const broken = { source: "/a", contribution: { article: {}, actors: [], reports: [] } }
    expect(await post(`Bearer ${token}`, { items: [broken] })).toEqual([400, "BAD_USAGE"])
    expect(await post(`Bearer ${token}`, { items: [] })).toEqual([200, undefined])
    // Longer than what other routes take.
    const long = { sources: ["x".repeat(3_000_000)] }
    expect(await post(`Bearer ${token}`, long, "release")).toEqual([200, undefined])
  }, 60_000)

  test("frames of one's own, --refresh and --prune go through it as well", async () => {
    const news = join(folder, "trade")
    mkdirSync(news)
    const [trade, praise] = [join(news, "trade.txt"), join(news, "praise.txt")]
    writeFileSync(trade, "France traded grain with Germany. Turkey condemned Israel on Monday.\n")
    writeFileSync(praise, "Egypt praised Qatar.\n")
    const frames = ["--frames", packagePath("data", "frames", "own")]
    const { url } = await serve("framed")
    const through = async (...args: string[]): Promise<string> => {
      const { code, text } = await run("framed", args)
      expect([code, text]).toEqual([0, expect.stringContaining(`through the server at ${url}`)])
      return text
    }
    expect(await through("load", news, ...frames)).toContain("2 new")
    await run("framed-alone", ["load", news, ...frames])
    const withTrade = await run("framed", ["export"])
    expect(withTrade.text).toContain("TRADED_WITH")
    expect(withTrade).toEqual(await run("framed-alone", ["export"]))
    const types = (await (await fetch(`${url}/api/ontology`)).json()) as { type: string }[]
    expect(types.map(({ type }) => type)).toContain("TRADED_WITH")

    const others = await through("load", news)
    expect(others).toContain("2 articles from another extractor; --refresh reads them again")
    const refreshed = await through("load", news, "--refresh")
    expect(refreshed).toMatch(/2 articles extracted again.*\n.*- \S+ TRADED_WITH \S+/)
    rmSync(praise)
    expect(await through("load", news, "--prune")).toContain("1 unchanged, 1 removed")
    await run("pruned-alone", ["load", news])
    expect(await run("framed", ["export"])).toEqual(await run("pruned-alone", ["export"]))
    expect(await run("framed", ["check"])).toMatchObject({ code: 0 })
  }, 180_000)

  test("decisions go through it, are listed beside it and taken back through it", async () => {
    const { url } = await serve("decided")
    await run("decided", ["load", first, second])
    const before = await run("decided", ["export"])
    const by = ["--reason", "to be tested", "--author", "an analyst"]
    const decided = await run("decided", ["decide", "merge", "state:QAT", "state:EGY", ...by])
    expect(decided).toMatchObject({ code: 0, text: expect.stringContaining(`through the server at ${url}`) })
    const [, id = ""] = /^(decision:\w+): state:QAT is state:EGY$/m.exec(decided.text) ?? []
    expect((await run("decided", ["decisions"])).text).toContain(
      `${id}: state:QAT is state:EGY (an analyst, `,
    )
    expect((await run("decided", ["export"])).text).not.toContain('"state:QAT"')
    expect(await run("decided", ["load", first, second])).toMatchObject({ code: 0 })
    expect(await run("decided", ["check"])).toMatchObject({ code: 0 })
    expect(await run("decided", ["decide", "rename", "state:EGI", "N", ...by])).toMatchObject({
      code: 2,
      text: expect.stringMatching(/state:EGI: no such actor in the graph; did you mean state:EGY/),
    })
    expect(await run("decided", ["undecide", "decision:none"])).toMatchObject({
      code: 2,
      text: expect.stringContaining("decision:none: no such decision"),
    })
    expect((await run("decided", ["undecide", id])).text).toContain("1 taken back")
    expect(await run("decided", ["export"])).toEqual(before)
  }, 180_000)

  test("one that was killed leaves the store usable, and its file misleads nobody", async () => {
    const { child } = await serve("killed")
    expect(await run("killed", ["load", first])).toMatchObject({ code: 0 })
    child.kill("SIGKILL")
    await once(child, "exit")
    expect(existsSync(serverFile("killed"))).toBe(true)
    const loaded = await run("killed", ["load", first, second])
    expect(loaded).toMatchObject({ code: 0, text: expect.stringContaining("1 new, 0 changed, 1 unchanged") })
    expect(loaded.text).not.toContain("through")
    expect(await run("killed", ["check"])).toMatchObject({ code: 0 })
  }, 120_000)
})

test("a server killed in the middle of a load keeps what it acknowledged, and the rest goes there next time", async () => {
  const news = join(folder, "news")
  mkdirSync(news)
  for (let day = 0; day < 600; day++)
    writeFileSync(
      join(news, `${day}.txt`),
      `Turkey condemned Israel over case ${day}. Egypt praised Qatar.\n`,
    )
  const { child, url } = await serve("cut")
  const loader = start("cut", ["load", news])
  const closed = once(loader, "close")
  for (let stored = 0; stored === 0; ) {
    const { nodes } = (await (await fetch(`${url}/api/stats`)).json()) as { nodes: Record<string, number> }
    stored = nodes.Article ?? 0
    if (loader.exitCode !== null) break
    // The server refuses who asks more than twenty times a second.
    await setTimeout(100)
  }
  child.kill("SIGKILL")
  await closed
  expect([loader.exitCode, loader.text()]).toEqual([2, expect.stringContaining("stopped answering")])
  expect(await run("cut", ["check"])).toMatchObject({ code: 0 })
  const again = await run("cut", ["load", news])
  expect(again).toMatchObject({ code: 0 })
  const [, added, kept] = (/(\d+) new, 0 changed, (\d+) unchanged/.exec(again.text) ?? []).map(Number)
  expect(kept).toBeGreaterThan(0)
  expect((added ?? 0) + (kept ?? 0)).toBe(600)
  await run("whole", ["load", news])
  expect(await run("cut", ["export"])).toEqual(await run("whole", ["export"]))
}, 180_000)

test("without a server, a second loader says who holds the store", async () => {
  const address = `embedded:${join(folder, "held")}`
  const holder = openStore(address, { username: "", password: "" })
  await holder.init()
  const refused = await run("held", ["load", first])
  expect(refused).toEqual({
    code: 2,
    text: expect.stringContaining(`process ${process.pid} has held this store since`),
  })
  await holder.close()
  expect(await run("held", ["load", first])).toMatchObject({ code: 0 })
}, 60_000)
