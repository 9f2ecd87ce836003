// What only the embedded store has to withstand: its own engine, other processes, and being killed.
import { type ChildProcess, fork, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import grafeo from "@grafeo-db/js"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { check } from "../../src/graph/check.js"
import { packagePath } from "../../src/paths.js"
import { QueryProcess } from "../../src/store/embedded/query-process.js"
import { copyFiles, fileOf, removeCopy } from "../../src/store/embedded/snapshot.js"
import { openStore } from "../../src/store/index.js"
import type { GraphStore, SourcedContribution } from "../../src/store/types.js"
import { SEED } from "./contract.js"
import { anyContribution } from "./contributions.js"
import { bytesOf } from "./stores.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = async (name: string, readOnly = false): Promise<GraphStore> => {
  const store = openStore(`embedded:${join(folder, name)}`, { username: "", password: "" }, { readOnly })
  await store.init()
  return store
}

const ITEMS: SourcedContribution[] = fc
  .sample(anyContribution, { seed: SEED, numRuns: 30 })
  .map(({ article, ...rest }, at) => {
    return { source: `/news/${at}`, contribution: { article: { ...article, id: `article:${at}` }, ...rest } }
  })

describe("the query process", () => {
  const path = join(folder, "dense")
  const limits = { rows: 10, timeoutMs: 30_000 }
  let copies: string[] = []
  const queries = new QueryProcess(async () => {
    const copy = copyFiles(path)
    copies = [...copies, copy]
    return copy
  })

  beforeAll(async () => {
    mkdirSync(path)
    const database = grafeo.GrafeoDB.create(fileOf(path))
    await database.executeCypher("UNWIND range(1, 60) AS id CREATE (:Actor {id: id})")
    await database.executeCypher("MATCH (a:Actor), (b:Actor) CREATE (a)-[:MET]->(b)")
    database.close()
  })
  afterAll(() => queries.close())

  const nextAnswers = async (): Promise<void> => {
    expect((await queries.query(1, "MATCH (a:Actor) RETURN count(a) AS n", {}, limits)).rows).toEqual([[60]])
  }

  test("killed in the middle of a query fails that query, and the next one is answered", async () => {
    await nextAnswers()
    const endless =
      "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n"
    const running = queries.query(1, endless, {}, limits)
    setImmediate(() => process.kill(queries.pid as number, "SIGKILL"))
    await expect(running).rejects.toMatchObject({
      code: "QUERY_FAILED",
      message: expect.stringMatching(/died in the middle of this query \(SIGKILL\).*other queries go on/),
    })
    await nextAnswers()
  })

  test("in which the engine panics fails that query with what to do, and the next one is answered", async () => {
    await expect(
      queries.query(1, "MATCH (a:Actor)-->(b)-->(c) RETURN count(c) AS n", {}, limits),
    ).rejects.toMatchObject({
      code: "QUERY_FAILED",
      message: expect.stringMatching(/label on every node.*panicked/),
    })
    await nextAnswers()
  })

  test("forgets at once a query that is cancelled while it waits, and answers those behind it in turn", async () => {
    await nextAnswers()
    const first = queries.query(1, "UNWIND range(1, 300000) AS n RETURN count(n) AS n", {}, limits)
    const controller = new AbortController()
    const waiting = queries.query(1, "RETURN 2 AS n", {}, { ...limits, signal: controller.signal })
    const last = queries.query(1, "RETURN 3 AS n", {}, limits)
    const settled: string[] = []
    first.then(() => settled.push("first"))
    waiting.catch(() => settled.push("waiting"))
    last.then(() => settled.push("last"))
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ message: "The query was cancelled." })
    expect((await first).rows).toEqual([[300_000]])
    expect((await last).rows).toEqual([[3]])
    expect(settled).toEqual(["waiting", "first", "last"])
  })

  test("that cannot start fails the query", async () => {
    const broken = new QueryProcess(async () => {
      const copy = copyFiles(path)
      writeFileSync(copy, "no database")
      return copy
    })
    await expect(broken.query(1, "RETURN 1 AS n", {}, limits)).rejects.toMatchObject({ code: "QUERY_FAILED" })
  })

  test("removes what a killed process left behind, and not what a living one needs", () => {
    const { pid: ended } = spawnSync(process.execPath, ["--version"])
    const stale = mkdtempSync(join(tmpdir(), `chancery-copy-${ended}-`))
    const living = mkdtempSync(join(tmpdir(), `chancery-copy-${process.ppid}-`))
    removeCopy(copyFiles(path))
    expect([existsSync(stale), existsSync(living)]).toEqual([false, true])
    rmSync(living, { recursive: true })
  })

  test("leaves no copy behind", async () => {
    await queries.close()
    expect(copies.length).toBeGreaterThan(2)
    expect(copies.filter((copy) => existsSync(copy))).toEqual([])
  })
})

describe("other processes", () => {
  test("a second writer is told who holds the store and what to do", async () => {
    const first = await open("shared")
    await expect(open("shared")).rejects.toMatchObject({
      code: "STORE_BUSY",
      message: expect.stringMatching(
        new RegExp(`process ${process.pid} has held this store since .*--store`),
      ),
    })
    await first.close()
    const second = await open("shared")
    await second.close()
  })

  test("readers see what was last committed, while a writer holds the store", async () => {
    const writer = await open("read")
    await writer.upsert(ITEMS.slice(0, 5))
    const [reader, other] = [await open("read", true), await open("read", true)]
    expect(await bytesOf(reader)).toBe(await bytesOf(writer))
    expect(await check(reader)).toEqual([])
    const limits = { rows: 1, timeoutMs: 20_000 }
    expect((await reader.query("MATCH (a:Article) RETURN count(a) AS n", {}, limits)).rows).toEqual([[5]])
    await expect(reader.upsert(ITEMS)).rejects.toThrow(/read only/)
    await writer.upsert(ITEMS.slice(5, 6))
    expect(await other.articles()).toHaveLength(5)
    for (const store of [reader, other, writer]) await store.close()
  })

  test("a reader of a store that is not there is told so, and makes none", async () => {
    await expect(open("nowhere", true)).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(/no store there.*chancery load/),
    })
    expect(existsSync(join(folder, "nowhere"))).toBe(false)
  })

  test("a damaged store is refused with its place and the reason", async () => {
    mkdirSync(join(folder, "damaged"))
    writeFileSync(fileOf(join(folder, "damaged")), "not a database at all")
    for (const readOnly of [true, false]) {
      await expect(open("damaged", readOnly)).rejects.toMatchObject({
        code: "STORE_UNAVAILABLE",
        message: expect.stringMatching(/damaged: cannot be opened \(.+\)/),
      })
    }
  })
})

describe(`a load that is killed (seed ${SEED})`, () => {
  const file = join(folder, "items.json")
  let expected: string

  beforeAll(async () => {
    writeFileSync(file, JSON.stringify(ITEMS))
    const store = await open("undisturbed")
    await store.upsert(ITEMS)
    expected = await bytesOf(store)
    await store.close()
  })

  const kills = fc.sample(
    fc.tuple(fc.integer({ min: 0, max: ITEMS.length - 1 }), fc.integer({ min: 0, max: 25 })),
    {
      seed: SEED,
      numRuns: 3,
    },
  )

  test.each(kills)(
    "%i articles and %i ms into it leaves a clean store, and the next load completes it",
    async (articles, ms) => {
      const name = `killed-${articles}-${ms}`
      const child = fork(packagePath("tests", "store", "load-child.mjs"), [
        `embedded:${join(folder, name)}`,
        file,
      ])
      await messages(child, articles + 1)
      // A random moment of the next transaction, not a wait for something.
      setTimeout(() => child.kill("SIGKILL"), ms)
      await once(child, "exit")

      const store = await open(name)
      expect(await check(store)).toEqual([])
      expect((await store.articles()).length).toBeGreaterThanOrEqual(articles)
      await store.upsert(ITEMS)
      expect(await bytesOf(store)).toBe(expected)
      expect(await check(store)).toEqual([])
      await store.close()
    },
  )
})

async function messages(child: ChildProcess, count: number): Promise<void> {
  let seen = 0
  await new Promise<void>((resolve, reject) => {
    child.on("message", () => ++seen === count && resolve())
    child.once("exit", () => reject(new Error(`the child ended after ${seen} messages`)))
  })
}
