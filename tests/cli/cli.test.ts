// The built command line as its users run it: one process a command.
import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { z } from "zod"
import { packagePath } from "../../src/paths.js"
import { openStore } from "../../src/store/index.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
const news = join(folder, "news")
const CALL = join(news, "call.md")
const VISIT = join(news, "visit.txt")
const BAD = join(news, "bad.md")

const CALL_TEXT = `---
title: A call in May
url: https://news.example/call
published: 2021-05-14
outlet: Example Post
---
French President Emmanuel Macron called German Chancellor Angela Merkel on Thursday. Merkel condemned Russia on Friday.
`
const VISIT_TEXT = "Turkish President Recep Tayyip Erdogan visited Qatar on 3 May 2021.\n"

beforeAll(() => {
  mkdirSync(news)
  writeFileSync(CALL, CALL_TEXT)
  writeFileSync(VISIT, VISIT_TEXT)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Outcome {
  code: number
  out: string
  err: string
}

function run(args: string[], input = "", environment: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [packagePath("dist", "cli", "index.js"), ...args],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, CHANCERY_STORE: `embedded:${join(folder, "graph")}`, ...environment },
      },
      (error, out, err) =>
        resolve({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, out, err }),
    )
    child.stdin?.end(input)
  })
}

const id = (prefix: string) => z.string().startsWith(`${prefix}:`)
const line = z.strictObject({
  article: z.strictObject({
    id: id("article"),
    path: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    published: z.iso.date().nullable(),
    outlet: z.string().nullable(),
  }),
  actors: z
    .array(
      z.strictObject({
        id: z.string().regex(/^(?:person|state|org):/),
        kind: z.enum(["Person", "State", "Organisation"]),
        name: z.string(),
        state: z.string().length(3).nullable(),
        aliases: z.array(z.string()),
        roles: z.array(z.strictObject({ role: z.string(), of: z.string() })),
      }),
    )
    .min(1),
  events: z
    .array(
      z.strictObject({
        id: id("event"),
        type: z.string(),
        plover: z.string(),
        cameo: z.string(),
        status: z.enum(["actual", "planned", "negated", "hypothetical"]),
        date: z.string().nullable(),
        datePrecision: z.enum(["day", "week", "month", "year", "unknown"]),
        place: z.string().nullable(),
        source: z.string().nullable(),
        target: z.string().nullable(),
        confidence: z.number().min(0).max(1),
        evidence: z
          .array(
            z.strictObject({
              quote: z.string(),
              start: z.number().int(),
              end: z.number().int(),
              sentence: z.number().int(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

describe("extract", () => {
  test("prints one JSON line an article, of the documented form, quotes at their offsets", async () => {
    const { code, out, err } = await run(["extract", "news/*.{md,txt}"])
    expect([code, err]).toEqual([0, expect.not.stringContaining("chancery:")])
    const lines = out
      .trimEnd()
      .split("\n")
      .map((text) => line.parse(JSON.parse(text)))
    expect(lines.map(({ article }) => article.path)).toEqual(["news/call.md", "news/visit.txt"])
    const [call] = lines
    expect(call?.article).toMatchObject({
      title: "A call in May",
      published: "2021-05-14",
      outlet: "Example Post",
    })
    expect(call?.events.map((event) => [event.source, event.type, event.target, event.date])).toContainEqual([
      "person:emmanuel-macron",
      "CALLED",
      "person:angela-merkel",
      "2021-05-13",
    ])
    const text = CALL_TEXT.slice(CALL_TEXT.indexOf("French"))
    for (const { quote, start, end } of call?.events.flatMap((event) => event.evidence) ?? []) {
      expect(text.slice(start, end)).toBe(quote)
    }
  })

  test("checks frames of one's own by their examples", async () => {
    const own = join(folder, "own")
    mkdirSync(own)
    writeFileSync(
      join(own, "traded.yaml"),
      readFileSync(packagePath("data", "frames", "own", "traded-with.yaml")),
    )
    const good = await run(["frames", own])
    expect(good).toMatchObject({ code: 0, err: "" })
    expect(good.out).toMatch(/^types of your own: TRADED_WITH\n\d+ examples, all come out\n$/)
    writeFileSync(
      join(own, "met.yaml"),
      'type: MET\nframes:\n  - verb: [powwow]\n    target: [with]\nexamples:\n  - ["Peru powwowed with Chile.", "Chile MET Peru"]\n',
    )
    const bad = await run(["frames", own])
    expect(bad.code).toBe(1)
    expect(bad.out).toContain("wanted: Chile MET Peru\n  found:  Peru MET Chile\n")
    expect(bad.out).toContain("1 do not come out")
  })

  test("reads standard input", async () => {
    const { code, out } = await run(["extract", "-", "--published", "2021-05-04"], VISIT_TEXT)
    expect(code).toBe(0)
    expect(line.parse(JSON.parse(out)).article).toMatchObject({ path: "-", published: "2021-05-04" })
  })

  test("a bad file among good ones is listed, the others are printed, exit code 1", async () => {
    writeFileSync(BAD, "---\ntitle: [\n---\n")
    const { code, out, err } = await run(["extract", "news"])
    rmSync(BAD)
    expect(code).toBe(1)
    expect(out.trimEnd().split("\n")).toHaveLength(2)
    expect(err).toContain("news/bad.md")
  })
})

describe("a store", () => {
  const summary = async (...args: string[]): Promise<Record<string, unknown> & Outcome> => {
    const outcome = await run(["load", "--json", ...args])
    return { ...outcome, ...(JSON.parse(outcome.out) as Record<string, unknown>) }
  }
  const exported = async (): Promise<string> => (await run(["export"])).out
  const nothing = { created: 0, updated: 0, removed: 0 }

  // In the order in which they stand: each test goes on with the store of the one before.
  test("is loaded, and loaded again without a change", async () => {
    const first = await run(["load", "news"])
    expect(first.code).toBe(0)
    expect(first.out).toMatch(/^2 new, 0 changed, 0 unchanged, 0 removed, 0 failed\nnodes: \d+ created/)
    const again = await summary("news")
    expect(again).toMatchObject({
      code: 0,
      articles: { new: 0, changed: 0, unchanged: 2, removed: 0 },
      nodes: nothing,
      relationships: nothing,
      failures: [],
    })
  })

  test("is checked, counted and exported", async () => {
    expect(await run(["check"])).toEqual({ code: 0, out: "all is well\n", err: "" })
    const stats = JSON.parse((await run(["stats", "--json"])).out) as { nodes: Record<string, number> }
    expect(stats.nodes).toMatchObject({ Article: 2, Person: 3 })
    expect((await run(["stats"])).out).toMatch(/nodes\n.*Actor +\d+/)
    const bytes = await exported()
    expect(JSON.parse(bytes)).toMatchObject({ nodes: expect.anything(), relationships: expect.anything() })
    expect((await run(["export", "--output", "graph.json"])).code).toBe(0)
    expect(readFileSync(join(folder, "graph.json"), "utf8")).toBe(bytes)
  })

  test.each(["graphml", "gexf", "cypher", "html"])("is exported as %s, to a file or not", async (format) => {
    const file = join(folder, `exported.${format}`)
    const written = await run(["export", "--format", format, "--output", file])
    expect(written).toEqual({ code: 0, out: "", err: "" })
    expect(readFileSync(file, "utf8")).toBe((await run(["export", "--format", format])).out)
  })

  test.each([
    ["csv", ["actors.csv", "edges.csv", "reports.csv"]],
    ["neo4j-import", ["import.args", "actors-header.csv", "actors.csv"]],
  ])("is exported as %s, to a folder", async (format, names) => {
    const output = join(folder, "exported", format)
    const written = await run(["export", "--format", format, "--output", output])
    expect(written).toEqual({ code: 0, out: "", err: "" })
    expect(readdirSync(output)).toEqual(expect.arrayContaining(names))
  })

  test.each([
    ["several files without a folder", "csv", [], /--format csv: writes several files.*--output DIR/],
    ["several files where one is", "csv", ["--output", "news/call.md"], /call\.md: is a file.*give a folder/],
    ["one file where a folder is", "gexf", ["--output", "news"], /news: is a folder.*give a file/],
    ["a folder that is not there", "json", ["--output", "no/where.json"], /lies in no folder that is there/],
  ])("is not exported: %s", async (_, format, args, message) => {
    const { code, err } = await run(["export", "--format", format, ...args])
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })

  const QUERY =
    "MATCH (a:Actor)-[r:CALLED]->(b:Actor) WHERE a.name = $name RETURN a.name AS who, b.name AS whom, r.date AS day"
  const query = (...args: string[]): Promise<Outcome> =>
    run(["query", QUERY, "--param", "name=Emmanuel Macron", ...args])

  test("answers queries as a table, JSON and CSV", async () => {
    expect((await query()).out).toBe(
      "who              whom           day\n───────────────  ─────────────  ──────────\nEmmanuel Macron  Angela Merkel  2021-05-13\n",
    )
    expect(JSON.parse((await query("--format", "json")).out)).toEqual([
      { who: "Emmanuel Macron", whom: "Angela Merkel", day: "2021-05-13" },
    ])
    expect((await query("--format", "csv")).out).toBe(
      "who,whom,day\r\nEmmanuel Macron,Angela Merkel,2021-05-13\r\n",
    )
  })

  test("says when rows were left out", async () => {
    const { code, err } = await run(["query", "MATCH (a:Actor) RETURN a.id AS id", "--limit", "1"])
    expect(code).toBe(0)
    expect(err).toMatch(/only the first 1 row.*--limit/)
  })

  test("refuses a write and keeps as it was", async () => {
    const before = await exported()
    const { code, err } = await run(["query", "MATCH (n) DETACH DELETE n"])
    expect(code).toBe(2)
    expect(err).toMatch(/^chancery: Refused: the console only reads/)
    expect(await exported()).toBe(before)
  })

  test("lists a bad file among good ones, loads the others and ends with 1", async () => {
    writeFileSync(BAD, "---\ntitle: [\n---\n")
    writeFileSync(VISIT, `${VISIT_TEXT}Erdogan praised Qatar.\n`)
    const { code, out, err } = await run(["load", "news"])
    expect(code).toBe(1)
    expect(out).toMatch(/^1 new, 0 changed, 1 unchanged, 1 removed, 1 failed/)
    expect(err).toMatch(/^chancery: .*news\/bad\.md.*front matter/)
  })

  test("prunes what is gone, and keeps what could not be read now", async () => {
    rmSync(BAD)
    writeFileSync(CALL, "---\ntitle: [\n---\n")
    rmSync(VISIT)
    const { code, articles } = await summary("news", "--prune")
    expect([code, articles]).toEqual([1, { new: 0, changed: 0, unchanged: 0, removed: 1 }])
    expect((await run(["check"])).out).toBe("all is well\n")
  })

  test("hears corrections, lists them and takes them back", async () => {
    writeFileSync(CALL, CALL_TEXT)
    await run(["load", "news"])
    const before = await exported()
    const [{ id: actor }] = JSON.parse(
      (await run(["query", "MATCH (a:Person) RETURN a.id AS id ORDER BY id LIMIT 1", "--format", "json"]))
        .out,
    )
    const by = ["--reason", "as it signs", "--author", "an analyst"]
    const { code, out } = await run(["decide", "rename", actor, "Dr X", ...by])
    expect([code, out]).toEqual([0, expect.stringMatching(/^decision:\w+: person:\S+ is named Dr X\n$/)])
    expect(await exported()).toContain("Dr X")
    const listed = (await run(["decisions"])).out
    expect(listed).toMatch(/is named Dr X \(an analyst, \d{4}-\d\d-\d\d: as it signs\)/)
    await run(["load", "news"])
    expect(await exported()).toContain("Dr X")
    const id = out.slice(0, out.indexOf(": "))
    expect((await run(["undecide", id])).out).toBe("1 taken back\n")
    expect(await exported()).toBe(before)
    expect((await run(["decisions"])).out).toContain("nothing is decided")
    const unknown = await run(["decide", "merge", "person:nobody", actor, ...by])
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringContaining("person:nobody: no such actor in the graph"),
    ])
    await run(["retract", "news/call.md"])
  })

  test("gives back by path and by id", async () => {
    const empty = await run(["retract", "news/visit.txt"])
    expect([empty.code, empty.err]).toEqual([
      2,
      expect.stringContaining("news/visit.txt: nothing was loaded from there"),
    ])
    writeFileSync(CALL, CALL_TEXT)
    writeFileSync(VISIT, VISIT_TEXT)
    await run(["load", "news"])
    const byPath = await run(["retract", "news/call.md"])
    expect([byPath.code, byPath.out]).toEqual([
      0,
      expect.stringMatching(/^1 article removed, with \d+ nodes/),
    ])
    const [row] = JSON.parse(
      (await run(["query", "MATCH (a:Article) RETURN a.id AS id", "--format", "json"])).out,
    )
    expect((await run(["retract", (row as { id: string }).id])).code).toBe(0)
    expect(await exported()).toBe('{"nodes":[\n],"relationships":[\n]}\n')
    const unknown = await run(["retract", "article:unknown"])
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringContaining("article:unknown: no such article"),
    ])
  })

  test("held by another process is read, and not written", async () => {
    const holder = openStore(`embedded:${join(folder, "graph")}`, { username: "", password: "" })
    await holder.init()
    expect((await run(["stats"])).code).toBe(0)
    const { code, err } = await run(["load", "news"])
    await holder.close()
    expect([code, err]).toEqual([2, expect.stringMatching(/process \d+ has held this store since .*--store/)])
  })
})

describe("wrong use ends with 2 and says what to do", () => {
  test.each([
    ["a missing path", ["load", "nowhere.txt"], /nowhere\.txt: no such file or folder; check the spelling/],
    ["a missing path to extract", ["extract", "nowhere.txt"], /nowhere\.txt: no such file or folder/],
    [
      "a store of no kind",
      ["stats", "--store", "mysql://localhost"],
      /mysql:\/\/localhost.*give embedded:PATH/,
    ],
    [
      "a store that is not there",
      ["stats", "--store", "embedded:nowhere"],
      /nowhere: no store there.*chancery load/,
    ],
    [
      "a store that is a file",
      ["load", "news", "--store", "embedded:news/call.md"],
      /call\.md: cannot be opened/,
    ],
    ["an unknown command", ["frobnicate"], /unknown command 'frobnicate'/],
    ["no path", ["load"], /missing required argument 'path'/],
    ["a limit that is no number", ["query", "RETURN 1 AS n", "--limit", "many"], /give a number above 0/],
    ["a query that is none", ["query", "MATCH (n"], /syntax error/],
    [
      "a date that is none",
      ["load", "news", "--published", "yesterday"],
      /"yesterday" is no day; write YYYY-MM-DD/,
    ],
    [
      "frames that are not there",
      ["load", "news", "--frames", "nowhere"],
      /nowhere: no such folder; give --frames a folder/,
    ],
  ])("%s", async (_, args, message) => {
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test("a variable that is wrong", async () => {
    const { code, err } = await run(["stats"], "", { CHANCERY_PORT: "many" })
    expect([code, err]).toEqual([2, expect.stringContaining("CHANCERY_PORT")])
  })

  test.each(["bolt", "neo4j"])("a %s server that is not there", async (scheme) => {
    const server = createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const { code, err } = await run(["stats", "--store", `${scheme}://127.0.0.1:${port}`])
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/no Neo4j answers there.*Start it, or check --store/),
    ])
  })
})

describe("help", () => {
  test("lists the commands and where the store is", async () => {
    const { code, out } = await run(["--help"])
    expect(code).toBe(0)
    for (const name of [
      "extract",
      "load",
      "retract",
      "decide",
      "decisions",
      "undecide",
      "serve",
      "query",
      "export",
      "stats",
      "check",
      "backup",
      "restore",
      "--store",
    ]) {
      expect(out).toContain(name)
    }
  })

  test.each([
    ...["extract", "load", "retract", "query", "export", "stats", "check", "backup", "restore"],
    ...["decisions", "undecide", "decide merge", "decide split", "decide rename", "decide reject-mention"],
    "decide reject-event",
  ])("of %s shows its use and an example", async (name) => {
    const { code, out } = await run([...name.split(" "), "--help"])
    expect(code).toBe(0)
    expect(out).toContain(`Usage: chancery ${name}`)
    expect(out).toContain(`Example: chancery ${name}`)
  })
})
