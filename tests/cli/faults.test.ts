// What a user meets when the disk is full, a folder is read-only, a file is broken or a server goes away: a clear
// error, exit code 2, and a store that is as it was.
import { execFile } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import grafeo from "@grafeo-db/js"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { check } from "../../src/graph/check.js"
import { dataPath, packagePath } from "../../src/paths.js"
import { openStore } from "../../src/store/index.js"
import { claimNeo4j } from "../store/claim-neo4j.js"
import { contribution, report } from "../store/contributions.js"
import { bytesOf, neo4jStore } from "../store/stores.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
afterAll(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

interface Outcome {
  code: number
  out: string
  err: string
}

interface RunOptions {
  store?: string
  /** Blocks of half a kilobyte that a file may have. */
  fileBlocks?: number
  environment?: Record<string, string>
  uid?: number
}

function run(
  args: string[],
  { store = "graph", fileBlocks, environment, uid }: RunOptions = {},
): Promise<Outcome> {
  const command = [process.execPath, packagePath("dist", "cli", "index.js"), ...args]
  const limited = ["/bin/sh", "-c", `ulimit -f ${fileBlocks}; exec "$@"`, "sh", ...command]
  const [file, ...rest] = fileBlocks === undefined ? command : limited
  const env = { PATH: process.env.PATH, CHANCERY_STORE: `embedded:${join(folder, store)}`, ...environment }
  return new Promise((resolve) => {
    execFile(
      file as string,
      rest,
      { cwd: folder, env, ...(uid !== undefined && { uid }) },
      (error, out, err) =>
        resolve({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, out, err }),
    )
  })
}

const exported = async (store = "graph"): Promise<string> => (await run(["export"], { store })).out
/** A clear error: one line without a stack, and exit code 2. */
function expectFault({ code, err }: Outcome, message: RegExp): void {
  expect(err).toMatch(message)
  expect([code, err.trimEnd().split("\n").length]).toEqual([2, 1])
}

const FIRST = join(folder, "call.txt")
let loaded: string

beforeAll(async () => {
  writeFileSync(
    FIRST,
    "French President Emmanuel Macron called German Chancellor Angela Merkel on 13 May 2021.\n",
  )
  expect((await run(["load", FIRST])).code).toBe(0)
  loaded = await exported()
})

describe.skipIf(process.platform === "win32")("a disk that is full", () => {
  test("stops a load, and what was stored before is whole", async () => {
    const fault = await run(["load", dataPath("articles")], { fileBlocks: 64 })
    expectFault(fault, /could not be written.*What was stored before is whole.*run this again/)
    expect(await exported()).toBe(loaded)
    expect((await run(["check"])).out).toBe("all is well\n")
  })

  test("leaves no part of a backup", async () => {
    const before = readdirSync(folder)
    expectFault(
      await run(["backup", "full.backup"], { fileBlocks: 1 }),
      /cannot be (?:written|copied).*ree space/,
    )
    expect(readdirSync(folder)).toEqual(before)
  })

  test.skipIf(!existsSync("/dev/full"))("stops an export", async () => {
    expectFault(await run(["export", "--output", "/dev/full"]), /ENOSPC.*free space/)
  })
})

describe.skipIf(process.platform === "win32")("a folder that is read-only", () => {
  // Nothing is read-only to root: it runs these as nobody.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}

  test("takes no store and no backup, and its store is still read", async () => {
    cpSync(join(folder, "graph"), join(folder, "fixed", "graph"), { recursive: true })
    const paths = [
      "fixed",
      "fixed/graph",
      ...readdirSync(join(folder, "fixed", "graph")).map((name) => `fixed/graph/${name}`),
    ]
    for (const path of paths) chmodSync(join(folder, path), 0o555)
    chmodSync(folder, 0o755)
    try {
      expectFault(
        await run(["retract", FIRST], { store: "fixed/graph", ...nobody }),
        /fixed\/graph: cannot be opened \(.*denied/,
      )
      expectFault(
        await run(["retract", FIRST], { store: "fixed/new", ...nobody }),
        /fixed\/new: cannot be opened \(.*denied/,
      )
      expectFault(await run(["backup", "fixed/x"], nobody), /fixed\/x: cannot be written \(.*denied/)
      expect((await run(["export"], { store: "fixed/graph", ...nobody })).out).toBe(loaded)
    } finally {
      for (const path of paths) chmodSync(join(folder, path), 0o755)
    }
    expect(await exported("fixed/graph")).toBe(loaded)
  })
})

describe("a store file that is broken", () => {
  const file = join(folder, "broken", "graph.grafeo")
  beforeAll(() => {
    mkdirSync(join(folder, "broken"))
  })

  test.each([
    ["of another kind", () => Buffer.from("no store at all")],
    ["cut in half", (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["zeroed at its head", (whole: Buffer) => Buffer.concat([Buffer.alloc(64), whole.subarray(64)])],
  ])("because it is %s is named and left alone, and gives way to a backup", async (_, damage) => {
    await run(["backup", "graph.backup"])
    const bytes = damage(readFileSync(join(folder, "graph", "graph.grafeo")))
    writeFileSync(file, bytes)
    for (const args of [["check"], ["retract", FIRST], ["restore", "graph.backup"]]) {
      expectFault(await run(args, { store: "broken" }), /broken: cannot be opened \(.+\)/)
      expect(readFileSync(file).equals(bytes)).toBe(true)
    }
    expect((await run(["restore", "graph.backup", "--force"], { store: "broken" })).code).toBe(0)
    expect(await exported("broken")).toBe(loaded)
    rmSync(join(folder, "broken"), { recursive: true })
    mkdirSync(join(folder, "broken"))
  })
})

describe("check", () => {
  const damage = async (statement: string): Promise<void> => {
    const database = grafeo.GrafeoDB.open(join(folder, "graph", "graph.grafeo"))
    await database.executeCypher(statement)
    database.close()
  }

  test("names damage with what helps, and --repair mends it", async () => {
    await damage("MATCH (a:Actor {id: 'state:FRA'}) SET a.name = 'Gaul'")
    const found = await run(["check"])
    expect(found).toEqual({
      code: 1,
      out:
        "state:FRA: differs from what its articles say\n1 problem\n" +
        "1: chancery check --repair derives these again from what is stored of their articles\n",
      err: "",
    })
    expect(await run(["check", "--repair"])).toEqual({
      code: 0,
      out: "state:FRA: differs from what its articles say\n1 problem\nall is well now\n",
      err: "",
    })
    expect(await exported()).toBe(loaded)
    expect(await run(["check", "--repair"])).toEqual({ code: 0, out: "all is well now\n", err: "" })
  })

  test("--repair says which articles to load again", async () => {
    await damage("MATCH (c:Shown) DELETE c")
    const { code, out } = await run(["check", "--repair"])
    expect(code).toBe(1)
    expect(out).toContain(`${FIRST}: holds article:`)
    expect(out).toContain("load their files again")
    expect((await run(["load", FIRST])).out).toMatch(/^1 new/)
    expect(await exported()).toBe(loaded)
  })
})

describe("backup and restore", () => {
  test("bring back a store that was destroyed", async () => {
    expect(await run(["backup", "graph.backup"])).toEqual({
      code: 0,
      out: "graph.backup: 1 article\n",
      err: "",
    })
    rmSync(join(folder, "graph"), { recursive: true })
    expectFault(await run(["stats"]), /graph: no store there/)
    expect(await run(["restore", "graph.backup"])).toEqual({
      code: 0,
      out: "1 article restored\n",
      err: "",
    })
    expect(await exported()).toBe(loaded)
    expect((await run(["check"])).out).toBe("all is well\n")
    expect((await run(["load", FIRST])).out).toMatch(/^0 new, 0 changed, 1 unchanged/)
  })

  test("refuse a store that holds something, and one that is not there", async () => {
    expectFault(await run(["restore", "graph.backup"]), /store is not empty \(1 sources\): --force/)
    expect(await exported()).toBe(loaded)
    expectFault(await run(["backup", "x.backup"], { store: "nowhere" }), /nowhere: no store there/)
  })

  const lineOf = (format: number): Buffer => gzipSync(`{"backup":"chancery","format":${format}}\n`)
  test.each([
    ["is cut off", (whole: Buffer) => whole.subarray(0, whole.length / 2), /broken backup: it is cut off/],
    [
      "has a byte changed",
      (whole: Buffer) => whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 0xff : byte)),
      /a\.backup: (?:a broken|no) backup/,
    ],
    [
      "is of another version",
      () => lineOf(99),
      /a backup of another version \(format 99; this version reads/,
    ],
    ["is something else", () => Buffer.from("no backup"), /no backup that "chancery backup" wrote/],
  ])(
    "leave a store and the place of a new one as they were where the file %s",
    async (_, damage, message) => {
      writeFileSync(join(folder, "a.backup"), damage(readFileSync(join(folder, "graph.backup"))))
      expectFault(await run(["restore", "a.backup", "--force"]), message)
      expect(await exported()).toBe(loaded)
      expectFault(await run(["restore", "a.backup"], { store: "nowhere" }), message)
      expect(existsSync(join(folder, "nowhere"))).toBe(false)
    },
  )
})

describe("a Neo4j server", () => {
  claimNeo4j()
  const tested = neo4jStore()
  const { NEO4J_URL = "", NEO4J_USERNAME = "neo4j", NEO4J_PASSWORD = "" } = process.env
  const why = tested.skip === undefined ? "" : ` (skipped: ${tested.skip})`
  afterAll(() => tested.close())

  test.skipIf(tested.skip !== undefined)(`that refuses the password is named${why}`, async () => {
    const environment = { NEO4J_USERNAME, NEO4J_PASSWORD: "not the password", CHANCERY_STORE: NEO4J_URL }
    expectFault(
      await run(["stats"], { environment }),
      /refuses this name and password; set NEO4J_USERNAME and NEO4J_PASSWORD/,
    )
  })

  test.skipIf(tested.skip !== undefined)(
    `that goes away in the middle leaves the store as it was${why}`,
    async () => {
      const store = await tested.empty()
      const item = (id: string): { source: string; contribution: ReturnType<typeof contribution> } => {
        return {
          source: `/${id}`,
          contribution: contribution({ id }, [report("CALLED", "person:a", "person:b")]),
        }
      }
      await store.upsert([item("article:1")])
      const before = await bytesOf(store)

      const { hostname, port } = new URL(NEO4J_URL)
      const sockets: Socket[] = []
      let bytesLeft = Number.POSITIVE_INFINITY
      const cable = createServer((client) => {
        const server = connect(Number(port || 7687), hostname)
        sockets.push(client, server)
        const cut = (): void => {
          for (const socket of sockets) socket.destroy()
        }
        client.on("data", (piece) => {
          bytesLeft -= piece.length
          if (bytesLeft < 0) cut()
          else server.write(piece)
        })
        server.on("data", (piece) => client.write(piece))
        for (const socket of [client, server]) socket.on("error", cut).on("close", cut)
      }).listen(0, "127.0.0.1")
      await new Promise((resolve) => cable.once("listening", resolve))
      const address = `bolt://127.0.0.1:${(cable.address() as AddressInfo).port}`
      const far = openStore(address, { username: NEO4J_USERNAME, password: NEO4J_PASSWORD })
      await far.init()
      // Enough for the transaction to begin and to write, and not to end.
      bytesLeft = 3000
      await expect(far.upsert([item("article:2"), item("article:3")])).rejects.toMatchObject({
        code: "STORE_UNAVAILABLE",
        message: expect.stringMatching(/no Neo4j answers there.*Start it, or check --store/),
      })
      await far.close()
      cable.close()
      expect(await bytesOf(store)).toBe(before)
      expect(await check(store)).toEqual([])
    },
  )
})
