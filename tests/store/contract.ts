// What every store promises, held against one.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { AppError } from "../../src/errors.js"
import { readBackup, writeBackup } from "../../src/graph/backup.js"
import { check } from "../../src/graph/check.js"
import { FORMAT } from "../../src/store/format.js"
import type { ChangeSummary, GraphStore, SourcedContribution } from "../../src/store/types.js"
import type { Contribution, QueryLimits, QueryResult, QueryValue } from "../../src/types.js"
import { anyContribution, anyRequest, contribution, mention, report, TEXT } from "./contributions.js"
import { bytesOf, embeddedStore, type TestStore } from "./stores.js"

const ANNA = "person:anna-berg"
const BORIS = "person:boris-kral"
const RUR = "state:RUR"
const GRK = "state:GRK"

const anna = mention(ANNA, {
  name: "Anna Berg",
  aliases: ["Berg", "President Berg"],
  state: "RUR",
  count: 3,
  roles: [{ role: "President", of: RUR }],
})
const ruritania = mention(RUR, { name: "Ruritania", state: "RUR", count: 2 })
const ministry = mention("org:grain-ministry", { name: "Grain Ministry", partOf: RUR })

const RAIDS = TEXT.indexOf("Ruritania later")
const CALL = contribution(
  { id: "article:call", title: "A call over grain", outlet: "Zenda Post" },
  [
    report("CALLED", ANNA, BORIS, { explicitInitiator: true, cameo: "041" }),
    report("CONDEMNED", RUR, GRK, { start: RAIDS, end: TEXT.length, date: "2021-05-14", cameo: "111" }),
  ],
  [anna, ruritania, ministry],
)
const WIRE = contribution(
  {
    id: "article:wire",
    title: "Leaders speak",
    published: "2021-05-15",
    outlet: "Stelsau Wire",
    text: `Brief: ${TEXT}`,
  },
  [
    report("CALLED", BORIS, ANNA, {
      text: `Brief: ${TEXT}`,
      start: 7,
      end: 60,
      confidence: 0.8,
      cameo: "041",
    }),
  ],
)
const VISIT = contribution(
  { id: "article:visit", published: null, text: "Boris Kral will travel to Ruritania. Graustark denies it." },
  [
    report("VISITED", BORIS, RUR, {
      text: "Boris Kral will travel to Ruritania.",
      end: 36,
      date: null,
      status: "planned",
    }),
    report("THREATENED", GRK, null, {
      text: "Boris Kral will travel to Ruritania. Graustark denies it.",
      start: 37,
      end: 57,
      date: "2020",
    }),
  ],
  [ruritania],
)
const ALL = [CALL, WIRE, VISIT]

const sourced = (
  item: Contribution,
  source = `/news/${item.article.id.slice(8)}.txt`,
): SourcedContribution => {
  return { source, contribution: item }
}
const LIMITS: QueryLimits = { rows: 100, timeoutMs: 20_000 }
const BY = { author: "an analyst", reason: "looked it up" }
const REFUSED = ["NOT_FOUND", "BAD_USAGE"]
function onlyRefused(error: AppError): void {
  if (!REFUSED.includes(error.code)) throw error
}
const nothing = { created: 0, updated: 0, removed: 0 }

/** How many times as many random sequences `npm run soak` runs. */
export const SOAK = Number(process.env.CHANCERY_SOAK ?? 1)
/** Chosen anew each run and printed with the test's name; CHANCERY_SEED repeats a run. */
export const SEED = Number(process.env.CHANCERY_SEED ?? Math.floor(Math.random() * 2 ** 31))

export function contract(tested: TestStore, runs: number): void {
  let store: GraphStore
  const load = (items: Contribution[]): Promise<ChangeSummary> =>
    store.upsert(items.map((item) => sourced(item)))
  const query = (
    cypher: string,
    parameters: Record<string, QueryValue> = {},
    limits: Partial<QueryLimits> = {},
  ): Promise<QueryResult> => store.query(cypher, parameters, { ...LIMITS, ...limits })

  describe("loading", () => {
    beforeEach(async () => {
      store = await tested.empty()
    })

    test("the second time changes nothing", async () => {
      expect((await load(ALL)).articles).toEqual({ new: 3, changed: 0, unchanged: 0, removed: 0 })
      const again = await load(ALL)
      expect(again.articles).toEqual({ new: 0, changed: 0, unchanged: 3, removed: 0 })
      expect([again.nodes, again.relationships]).toEqual([nothing, nothing])
    })

    test("in any order and in batches of any size gives the same bytes", async () => {
      await load(ALL)
      const expected = await bytesOf(store)
      store = await tested.empty()
      for (const item of [VISIT, WIRE, CALL]) await load([item])
      expect(await bytesOf(store)).toBe(expected)
      expect(expected).toContain("CALLED")
    })

    test("a retracted article leaves no trace, and what others tell stays", async () => {
      await load([CALL, VISIT])
      const expected = await bytesOf(store)
      await load([WIRE])
      expect(await bytesOf(store)).not.toBe(expected)
      const summary = await store.retract(["article:wire"])
      expect(summary.articles.removed).toBe(1)
      expect(await bytesOf(store)).toBe(expected)
      expect((await store.sources()).map((record) => record.articleId).sort()).toEqual([
        "article:call",
        "article:visit",
      ])
    })

    test("of three copies the middle one holds the others together while it is there", async () => {
      const words = Array.from({ length: 120 }, (_, at) => `word${at}`)
      // Each ten words on: the first and the last are alike by 0.69, each with the middle one by 0.81.
      const copies = [0, 10, 20].map((from) => {
        const text = words.slice(from, from + 100).join(" ")
        const item = report("CALLED", ANNA, BORIS, { text })
        return contribution({ id: `article:copy-${from}`, text, outlet: `Outlet ${from}` }, [item])
      })
      const counts = async (): Promise<unknown> =>
        (await store.events({})).map(({ reports, outlets }) => [reports, outlets])
      await load(copies)
      expect(await counts()).toEqual([[1, 3]])
      await store.retract(["article:copy-10"])
      expect(await counts()).toEqual([[2, 2]])
      await load(copies)
      expect(await counts()).toEqual([[1, 3]])
    })

    test("retracting all leaves an empty graph", async () => {
      const empty = await bytesOf(store)
      await load(ALL)
      await store.retract(ALL.map((item) => item.article.id))
      expect(await bytesOf(store)).toBe(empty)
    })

    test("a changed article replaces what it said, properties that it gives no more too", async () => {
      const before = contribution({ id: "article:call" }, [
        report("CALLED", ANNA, BORIS, { place: "Zenda", groupId: "g" }),
      ])
      const after = contribution({ id: "article:call", title: "New" }, [report("CALLED", ANNA, BORIS)])
      await load([after])
      const expected = await bytesOf(store)
      store = await tested.empty()
      await load([before])
      const summary = await load([after])
      expect(summary.articles.changed).toBe(1)
      expect(await bytesOf(store)).toBe(expected)
    })

    test("of two versions of an article the one published last is shown, whichever came first", async () => {
      const early = contribution({ id: "article:call", title: "Early", published: "2021-05-13" })
      const late = contribution({ id: "article:call", title: "Late", published: "2021-05-16" })
      const shown = async (): Promise<unknown> => (await store.articles()).map((article) => article.title)
      await store.upsert([sourced(late, "/a"), sourced(early, "/b")])
      expect(await shown()).toEqual(["Late"])
      const swapped = await bytesOf(store)
      store = await tested.empty()
      await store.upsert([sourced(early, "/b")])
      await store.upsert([sourced(late, "/a")])
      expect(await bytesOf(store)).toBe(swapped)
      await store.release(["/a"])
      expect(await shown()).toEqual(["Early"])
    })

    test("an article stays until its last source lets it go", async () => {
      await store.upsert([sourced(CALL, "/one"), sourced(CALL, "/two")])
      expect((await store.release(["/one"])).articles.removed).toBe(0)
      expect(await store.articles()).toHaveLength(1)
      expect((await store.release(["/two", "/unknown"])).articles.removed).toBe(1)
      expect(await store.articles()).toHaveLength(0)
    })

    test("a source that holds another article now lets the former go", async () => {
      await store.upsert([sourced(CALL, "/one")])
      const summary = await store.upsert([sourced(VISIT, "/one")])
      expect(summary.articles).toMatchObject({ new: 1, removed: 1 })
      expect((await store.articles()).map((article) => article.id)).toEqual(["article:visit"])
    })

    test("all or nothing: a batch that fails leaves the store as it was", async () => {
      await load([WIRE])
      const before = [await bytesOf(store), await store.sources()]
      // A party that the article does not list has no node for its edges.
      const broken = { ...CALL, reports: [...CALL.reports, report("MET", ANNA, "person:unlisted")] }
      await expect(load([VISIT, broken])).rejects.toThrow(/no node at an end/)
      expect([await bytesOf(store), await store.sources()]).toEqual(before)
      await load(ALL)
      expect(await check(store)).toEqual([])
    })

    test(`any sequence of loads, changes, releases, retractions and decisions equals one clean load (seed ${SEED})`, async () => {
      const source = fc.constantFrom("/a", "/b", "/c", "/d", "/e", "/f")
      const step = fc.oneof(
        {
          arbitrary: fc.record({
            upsert: fc.array(fc.tuple(source, anyContribution), {
              minLength: 1,
              maxLength: 5,
              size: "max",
            }),
          }),
          weight: 4,
        },
        { arbitrary: fc.record({ release: fc.array(source, { maxLength: 2 }) }), weight: 1 },
        {
          arbitrary: fc.record({
            retract: fc.array(
              anyContribution.map((item) => item.article.id),
              { maxLength: 2 },
            ),
          }),
          weight: 1,
        },
        { arbitrary: fc.record({ decide: anyRequest }), weight: 3 },
        { arbitrary: fc.record({ undecide: fc.nat(3) }), weight: 1 },
      )
      const clean = embeddedStore()
      const property = fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 6, size: "max" }),
        async (steps) => {
          store = await tested.empty()
          const held = new Map<string, Contribution>()
          for (const item of steps) {
            if ("upsert" in item) {
              for (const [name, said] of item.upsert) held.set(name, said)
              await store.upsert(item.upsert.map(([name, said]) => sourced(said, name)))
            } else if ("release" in item) {
              for (const name of item.release) held.delete(name)
              await store.release(item.release)
            } else if ("decide" in item) {
              // Much of what may be decided is about nothing that is there.
              await store.decide(item.decide, BY).catch(onlyRefused)
            } else if ("undecide" in item) {
              const made = (await store.decisions())[item.undecide]
              if (made !== undefined) await store.undecide([made.id])
            } else {
              for (const [name, said] of held) if (item.retract.includes(said.article.id)) held.delete(name)
              await store.retract(item.retract)
            }
          }
          const other = await clean.empty()
          const decisions = (await store.decisions()).reverse()
          const items = [...held].reverse().map(([name, said]) => sourced(said, name))
          await other.restore({ eventTypes: [], decisions, items, positions: new Map() })
          expect(await bytesOf(store)).toBe(await bytesOf(other))
          expect((await check(store)).filter(({ remedy }) => remedy !== "undecide")).toEqual([])
          await store.undecide(decisions.map(({ id }) => id))
          await other.restore({ eventTypes: [], decisions: [], items, positions: new Map() })
          expect(await bytesOf(store)).toBe(await bytesOf(other))
        },
      )
      const shrinkUntil = { interruptAfterTimeLimit: 45_000 * SOAK, markInterruptAsFailure: true }
      await fc.assert(property, { seed: SEED, numRuns: runs, ...shrinkUntil }).finally(() => clean.close())
    })
  })

  describe("decisions", () => {
    beforeEach(async () => {
      store = await tested.empty()
      await load(ALL)
    })
    const names = async (): Promise<unknown> => (await store.events({})).map(({ source }) => source?.name)

    test("two actors become one, and are two again once that is taken back", async () => {
      const before = await bytesOf(store)
      const { id } = await store.decide({ kind: "merge", actor: ANNA, into: BORIS }, BY)
      expect(await store.actor(ANNA)).toBeUndefined()
      expect((await store.actor(BORIS))?.aliases).toContain("President Berg")
      // A call of somebody with himself is none.
      expect((await store.events({ type: "CALLED" })).length).toBe(0)
      expect(await check(store)).toEqual([])
      await load(ALL)
      expect(await store.actor(ANNA)).toBeUndefined()
      await store.undecide([id])
      expect(await bytesOf(store)).toBe(before)
      expect(await store.decisions()).toEqual([])
    })

    test("who is named so in one article is somebody else", async () => {
      const request = { kind: "split", actor: ANNA, article: "article:wire", into: "Ania Moor" } as const
      const { id, ruling } = await store.decide(request, BY)
      const other = "into" in ruling ? ruling.into : ""
      expect(await store.actor(other)).toMatchObject({ name: "Ania Moor", events: 1 })
      expect((await store.events({ type: "CALLED" })).length).toBe(2)
      await store.retract(["article:wire"])
      expect(await store.actor(other)).toBeUndefined()
      expect(await check(store)).toMatchObject([{ id, remedy: "undecide" }])
      await load([WIRE])
      expect(await check(store)).toEqual([])
      expect((await store.actor(other))?.events).toBe(1)
    })

    test("an actor has another name", async () => {
      await store.decide({ kind: "rename", actor: ANNA, name: "A. Berg" }, BY)
      expect(await store.actor(ANNA)).toMatchObject({ name: "A. Berg" })
      expect((await store.actor(ANNA))?.aliases).toContain("Anna Berg")
    })

    test("a name that is taken back leaves nothing, also in whom another was merged into", async () => {
      await store.decide({ kind: "merge", actor: BORIS, into: ANNA }, BY)
      const before = await bytesOf(store)
      await store.undecide((await store.decisions()).map(({ id }) => id))
      const { id } = await store.decide({ kind: "rename", actor: ANNA, name: "A. Berg" }, BY)
      await store.decide({ kind: "merge", actor: BORIS, into: ANNA }, BY)
      expect(await store.actor(ANNA)).toMatchObject({ name: "A. Berg" })
      await store.undecide([id])
      expect(await bytesOf(store)).toBe(before)
      expect(await check(store)).toEqual([])
    })

    test("an event is rejected, also where articles tell of it later", async () => {
      const [call] = await store.events({ type: "CALLED" })
      const { id } = await store.decide({ kind: "reject-event", event: call?.id as string }, BY)
      expect(await store.events({ type: "CALLED" })).toEqual([])
      await store.retract(["article:call", "article:wire"])
      await load([WIRE, CALL])
      expect(await store.events({ type: "CALLED" })).toEqual([])
      await store.undecide([id])
      expect(await store.events({ type: "CALLED" })).toEqual([call])
    })

    test("an article does not speak of an actor", async () => {
      await store.decide({ kind: "reject-mention", actor: GRK, article: "article:call" }, BY)
      expect((await store.events({ type: "CONDEMNED" }))[0]?.target).toBeNull()
      expect(await names()).toContain("Ruritania")
    })

    test.each([
      ["an actor that is not there", { kind: "rename", actor: "person:nobody", name: "N" }, "NOT_FOUND"],
      ["actors of two kinds", { kind: "merge", actor: ANNA, into: RUR }, "BAD_USAGE"],
      ["an actor with itself", { kind: "merge", actor: ANNA, into: ANNA }, "BAD_USAGE"],
      [
        "an article that does not name the actor",
        { kind: "reject-mention", actor: GRK, article: "article:wire" },
        "NOT_FOUND",
      ],
      [
        "a split into another kind",
        { kind: "split", actor: ANNA, article: "article:call", into: RUR },
        "BAD_USAGE",
      ],
      ["an event that is not there", { kind: "reject-event", event: "event:x" }, "NOT_FOUND"],
    ] as const)("refuse %s", async (_, request, code) => {
      const before = await bytesOf(store)
      await expect(store.decide(request, BY)).rejects.toMatchObject({ code })
      expect([await bytesOf(store), await store.decisions()]).toEqual([before, []])
    })

    test("a misspelt actor is refused with whom it may mean", async () => {
      for (const request of [
        { kind: "rename", actor: "person:xnna-bergg", name: "N" },
        { kind: "split", actor: ANNA, article: "article:call", into: "person:xnna-bergg" },
      ] as const)
        await expect(store.decide(request, BY)).rejects.toThrow(`did you mean ${ANNA}`)
    })

    test("the same is decided once until it is taken back", async () => {
      const { id } = await store.decide({ kind: "rename", actor: ANNA, name: "A. Berg" }, BY)
      const again = store.decide({ kind: "rename", actor: ANNA, name: "B. Berg" }, BY)
      await expect(again).rejects.toThrow(`chancery undecide ${id}`)
      await expect(store.undecide([id, "decision:x"])).rejects.toMatchObject({ code: "NOT_FOUND" })
      expect(await store.decisions()).toMatchObject([{ id, ...BY }])
    })
  })

  describe("reading", () => {
    beforeAll(async () => {
      store = await tested.empty()
      await load(ALL)
    })

    test("search finds actors first, by name, alias and role, then events and articles", async () => {
      expect((await store.search("anna", 5))[0]).toMatchObject({
        kind: "actor",
        id: ANNA,
        title: "Anna Berg",
      })
      expect((await store.search("president berg", 5))[0]?.id).toBe(ANNA)
      expect((await store.search("president ruritania", 5))[0]?.id).toBe(ANNA)
      expect((await store.search("over grain", 5)).map((hit) => hit.id)).toContain("article:call")
      expect((await store.search("raids", 5))[0]?.kind).toBe("event")
      expect(await store.search("nobody at all", 5)).toEqual([])
      expect(await store.search("an", 1)).toHaveLength(1)
    })

    test("an actor's card tells its roles, partners, dates and events", async () => {
      const card = await store.actor(ANNA)
      expect(card).toMatchObject({
        kind: "Person",
        state: "RUR",
        events: 1,
        mentions: 4,
        firstSeen: "2021-05-13",
      })
      expect(card?.roles).toEqual([{ role: "President", of: RUR, ofName: "Ruritania" }])
      expect(card?.byType).toEqual([{ type: "CALLED", out: 1, in: 0 }])
      expect(card?.partners.map(({ actor, events }) => [actor.id, events])).toEqual([[BORIS, 1]])
      expect((await store.actor("org:grain-ministry"))?.partOf).toEqual([{ id: RUR, name: "Ruritania" }])
      expect(await store.actor("person:nobody")).toBeUndefined()
    })

    test("an event told twice is one, with both sentences and the initiator as its source", async () => {
      const [call, ...more] = await store.events({ type: "CALLED" })
      expect(more).toEqual([])
      expect(call).toMatchObject({
        status: "actual",
        date: "2021-05-13",
        outlets: 2,
        confidence: 0.9,
        cameo: "041",
      })
      expect([call?.source?.id, call?.target?.id]).toEqual([ANNA, BORIS])
      expect(call?.evidence.map((item) => [item.article.id, item.quote])).toEqual([
        ["article:call", TEXT.slice(0, 40)],
        ["article:wire", TEXT.slice(0, 53)],
      ])
    })

    test("events are found by party and direction, newest first, undated last", async () => {
      const types = async (filter: Parameters<GraphStore["events"]>[0]): Promise<string[]> =>
        (await store.events(filter)).map((event) => event.type)
      expect(await types({})).toEqual(["CONDEMNED", "CALLED", "THREATENED", "VISITED"])
      expect(await types({ actor: RUR })).toEqual(["CONDEMNED", "VISITED"])
      expect(await types({ source: RUR })).toEqual(["CONDEMNED"])
      expect(await types({ target: RUR })).toEqual(["VISITED"])
      expect(await types({ limit: 1 })).toEqual(["CONDEMNED"])
      expect(await types({ minReports: 2 })).toEqual([])
      expect(await types({ minOutlets: 2 })).toEqual(["CALLED"])
      expect(await types({ minOutlets: 1 })).toEqual(["CONDEMNED", "CALLED"])
    })

    test("an event without a target is a node and no edge", async () => {
      expect((await store.events({ type: "THREATENED" }))[0]?.target).toBeNull()
      expect((await store.view({ limit: 10 })).edges.map((edge) => edge.type)).not.toContain("THREATENED")
    })

    test("the view holds the most active actors and the edges among them", async () => {
      const view = await store.view({ limit: 10 })
      expect(view.nodes.map((node) => node.id).sort()).toEqual([ANNA, BORIS, GRK, RUR].sort())
      expect(view.total).toEqual({ actors: 4, events: 4, articles: 3 })
      expect(view.edges.map((edge) => edge.id)).toContain(`${RUR}|CONDEMNED|${GRK}`)
      const toldTwice = await store.view({ limit: 10, minOutlets: 2 })
      expect(toldTwice.nodes.map((node) => node.id).sort()).toEqual([ANNA, BORIS])
      expect(toldTwice.edges.map((edge) => edge.type)).toEqual(["CALLED"])
      const small = await store.view({ limit: 1 })
      expect([small.nodes.length, small.edges.length]).toEqual([1, 0])
    })

    test("the neighbourhood is the actor, its partners and the edges among them", async () => {
      const near = await store.neighbourhood(ANNA, { limit: 10 })
      expect(near.nodes.map((node) => node.id)).toEqual([ANNA, BORIS])
      expect(near.edges.map((edge) => edge.type)).toEqual(["CALLED"])
      expect((await store.neighbourhood("person:nobody", { limit: 10 })).nodes).toEqual([])
    })

    test("articles are listed newest first, each with its events", async () => {
      expect((await store.articles()).map(({ id, events }) => [id, events])).toEqual([
        ["article:wire", 1],
        ["article:call", 2],
        ["article:visit", 2],
      ])
      const article = await store.article("article:call")
      expect(article?.text).toBe(TEXT)
      expect(article?.events.map((event) => event.type)).toEqual(["CONDEMNED", "CALLED"])
      expect(await store.article("article:none")).toBeUndefined()
    })

    test("stats count labels and types of the graph, and nothing operational", async () => {
      expect(await store.stats()).toEqual({
        nodes: { Actor: 5, Article: 3, Event: 4, Organisation: 1, Person: 2, State: 2 },
        relationships: {
          CALLED: 1,
          CONDEMNED: 1,
          MENTIONS: 10,
          PARTICIPATED: 7,
          PART_OF: 1,
          REPORTS: 5,
          REPRESENTS: 1,
          VISITED: 1,
        },
        extractors: { test: 3 },
      })
      const bytes = await bytesOf(store)
      expect(bytes).not.toMatch(/Internal|"Shown"|"Entry"|"Source"|"Version"|"Node"/)
    })

    test("positions are kept and no part of the graph", async () => {
      const before = await bytesOf(store)
      await store.savePositions(
        new Map([
          [ANNA, [1, 2.5]],
          [RUR, [-3, 0]],
        ]),
      )
      await store.savePositions(new Map([[ANNA, [4, 2.5]]]))
      expect(await store.positions()).toEqual(
        new Map([
          [ANNA, [4, 2.5]],
          [RUR, [-3, 0]],
        ]),
      )
      expect((await store.view({ limit: 10 })).nodes.find((node) => node.id === ANNA)).toMatchObject({
        x: 4,
        y: 2.5,
      })
      expect(await bytesOf(store)).toBe(before)
    })
  })

  describe("queries", () => {
    beforeAll(async () => {
      store = await tested.empty()
      await load(ALL)
    })

    test("answer rows under their columns, with parameters", async () => {
      const { columns, rows, truncated } = await query(
        "MATCH (a:Actor)-[r:CALLED]->(b:Actor) WHERE a.id = $id RETURN a.name AS who, b.name AS whom, r.reports AS times",
        { id: ANNA },
      )
      expect(columns).toEqual(["who", "whom", "times"])
      expect(rows).toEqual([["Anna Berg", "boris-kral", 1]])
      expect(truncated).toBe(false)
    })

    test("take lists, maps and null as parameters and give them back", async () => {
      const { rows } = await query("RETURN $list AS list, $none AS none, {a: $text} AS map", {
        list: [1, "two", true],
        none: null,
        text: 'it\'s "quoted"',
      })
      expect(rows).toEqual([[[1, "two", true], null, { a: 'it\'s "quoted"' }]])
    })

    test("give nodes, relationships and paths as values, and once each for drawing", async () => {
      const { rows, graph } = await query(
        "MATCH p = (a:Person)-[r:CALLED]->(b:Person) RETURN a AS a, r AS r, p AS p, collect(b) AS all, labels(a) AS labels",
      )
      const [[a, r, path, all, labels]] = rows as [
        [QueryValue, QueryValue, QueryValue[], QueryValue[], QueryValue],
      ]
      expect(a).toMatchObject({ id: ANNA, labels: ["Actor", "Person"], properties: { name: "Anna Berg" } })
      expect(r).toMatchObject({ type: "CALLED", source: ANNA, target: BORIS })
      expect(path.map((step) => (step as { id: string }).id)).toEqual([ANNA, (r as { id: string }).id, BORIS])
      expect(all).toHaveLength(1)
      expect(labels).toEqual(["Actor", "Person"])
      expect(graph.nodes.map((node) => node.id).sort()).toEqual([ANNA, BORIS])
      expect(graph.relationships.map((relationship) => relationship.type)).toEqual(["CALLED"])
    })

    test("a relationship alone brings its nodes for drawing", async () => {
      const { graph } = await query("MATCH (:State)-[r:CONDEMNED]->(:State) RETURN r AS r")
      expect(graph.nodes.map((node) => node.id).sort()).toEqual([GRK, RUR])
      expect(graph.relationships).toMatchObject([{ source: RUR, target: GRK }])
    })

    test("stop at the row limit and say so", async () => {
      const cut = await query("UNWIND range(1, 20) AS n RETURN n AS n", {}, { rows: 5 })
      expect([cut.rows.length, cut.truncated]).toEqual([5, true])
      const whole = await query("UNWIND range(1, 5) AS n RETURN n AS n", {}, { rows: 5 })
      expect([whole.rows.length, whole.truncated]).toEqual([5, false])
    })

    test("see what was loaded a moment ago", async () => {
      const count = async (): Promise<unknown> => (await query("MATCH (a:Article) RETURN count(a) AS n")).rows
      expect(await count()).toEqual([[3]])
      await store.retract(["article:visit"])
      expect(await count()).toEqual([[2]])
      await load([VISIT])
      expect(await count()).toEqual([[3]])
    })

    /** Long enough on any machine. */
    const ENDLESS =
      "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c " +
      "WITH a, b, c WHERE a + b + c < 0 RETURN count(*) AS n"

    test("stop at their time limit, and the next one runs", async () => {
      await expect(query(ENDLESS, {}, { timeoutMs: 300 })).rejects.toMatchObject({ code: "QUERY_TIMEOUT" })
      expect((await query("RETURN 1 AS n")).rows).toEqual([[1]])
    })

    test("stop when they are cancelled, before or in the middle", async () => {
      const controller = new AbortController()
      const running = query(ENDLESS, {}, { signal: controller.signal })
      setImmediate(() => controller.abort())
      await expect(running).rejects.toMatchObject({
        code: "QUERY_TIMEOUT",
        message: "The query was cancelled.",
      })
      await expect(query("RETURN 1 AS n", {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: "QUERY_TIMEOUT",
      })
      expect((await query("RETURN 1 AS n")).rows).toEqual([[1]])
    })

    test.each([
      "MATCH (n RETURN n",
      "RETURN nothing.at.all AS n",
      "RETURN noSuchFunction(1) AS n",
      "RETURN 1/0 AS n",
      "",
    ])("that are wrong are invalid: %s", async (cypher) => {
      await expect(query(cypher)).rejects.toMatchObject({ code: "QUERY_INVALID" })
    })

    test.each([
      "CREATE (n:Actor {id: 'x'}) RETURN n",
      "MATCH (n:Actor) SET n.name = 'x' RETURN n",
      "MATCH (n:Actor) SET n += {name: 'x'}",
      "MATCH (n:Actor) SET n:Person",
      "MATCH (n:Actor) REMOVE n.name",
      "MATCH (n:Actor) REMOVE n:Person",
      "MATCH (n:Actor) DETACH DELETE n",
      "MATCH ()-[r]->() DELETE r",
      "MERGE (n:Actor {id: 'x'}) ON CREATE SET n.name = 'x' RETURN n",
      "FOREACH (x IN [1] | CREATE (:Actor {id: 'x'}))",
      "MATCH (n:Actor) CALL { WITH n SET n.x = 1 RETURN 1 AS one } RETURN count(*) AS n",
      "/* harmless */ CREATE (n) RETURN n",
      "CREATE INDEX extra FOR (n:Person) ON (n.name)",
      "CREATE CONSTRAINT extra FOR (n:Person) REQUIRE n.name IS UNIQUE",
      "DROP INDEX event_date",
      "SHOW INDEXES",
      "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
      "LOAD CSV FROM $file AS line RETURN line",
      "EXPLAIN MATCH (n) RETURN n",
      "PROFILE MATCH (n) RETURN n",
      "// a comment\nPROFILE CREATE (n) RETURN n",
      "CALL db.clearQueryCaches()",
      // Neo4j plans a subquery inside an expression as a part of the operator around it.
      "RETURN [x IN [1] | COLLECT { LOAD CSV FROM $file AS line RETURN line }] AS n",
      "RETURN reduce(n = 0, x IN [1] | n + COUNT { LOAD /* */ CSV FROM $file AS line RETURN line }) AS n",
      "RETURN any(x IN [1] WHERE EXISTS { LOAD CSV FROM $file AS line RETURN line }) AS n",
      "RETURN CASE WHEN COUNT { LOAD CSV FROM $file AS line RETURN line } > 0 THEN 1 END AS n",
      "MATCH (n) WHERE EXISTS { CALL dbms.listConfig() YIELD name RETURN name } RETURN count(n) AS n",
      "CALL dbms.killConnection('bolt-1')",
      "SHOW TRANSACTIONS",
      "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
      "USE system MATCH (n) RETURN n",
    ])("that do more than read are refused: %s", async (cypher) => {
      const outcome = query(cypher, { file: "file:///etc/hostname" })
      await expect(outcome).rejects.toMatchObject({
        code: expect.stringMatching(/^QUERY_(?:REFUSED|INVALID)$/),
      })
      await expect(outcome).rejects.not.toThrow(/Failed to open/)
    })

    test("change nothing, whatever they tried", async () => {
      const stored = await bytesOf(store)
      store = await tested.empty()
      await load(ALL)
      expect(await bytesOf(store)).toBe(stored)
    })

    test("a refusal says what is refused and what to do", async () => {
      await expect(query("MATCH (n:Actor) DETACH DELETE n")).rejects.toMatchObject({
        code: "QUERY_REFUSED",
        message: expect.stringMatching(/only reads.*Load or retract articles/),
      })
    })

    test("words that are refused may stand in strings, names and comments", async () => {
      const { rows } = await query("/* LOAD CSV */ RETURN 'LOAD CSV and CREATE' AS `DELETE`")
      expect(rows).toEqual([["LOAD CSV and CREATE"]])
    })
  })

  describe("a backup", () => {
    const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
    const file = join(folder, "graph.backup")
    const other = embeddedStore()
    afterAll(async () => {
      await other.close()
      rmSync(folder, { recursive: true, force: true })
    })

    test(`brings back all of a store that was lost, into either kind (seed ${SEED})`, async () => {
      const items = fc.sample(anyContribution, { seed: SEED, numRuns: 12 })
      store = await tested.empty()
      // Articles of the same ids: some versions wait behind others. Their text may hold any mark.
      const marked = contribution({
        id: "article:marked",
        text: "One\u2028two\u0000\n\r\nthree \u{1F4F0}",
      })
      await store.upsert([...items, marked].map((item, at) => sourced(item, `/news/${at}`)))
      await store.savePositions(new Map([[ANNA, [0.1, -2]]]))
      const held = async (from: GraphStore): Promise<unknown> => [
        await bytesOf(from),
        (await from.sources()).sort((a, b) => (a.source < b.source ? -1 : 1)),
        await from.positions(),
      ]
      const expected = await held(store)
      await writeBackup(store, file)
      const written = readFileSync(file)
      for (const emptied of [await tested.empty(), await other.empty()]) {
        await emptied.restore(await readBackup(file))
        expect(await held(emptied)).toEqual(expected)
        expect(await check(emptied)).toEqual([])
        await writeBackup(emptied, file)
        expect(readFileSync(file).equals(written)).toBe(true)
      }
    })

    test("takes the place of all that a store holds, damage too", async () => {
      store = await tested.empty()
      await load([CALL, WIRE])
      const expected = await bytesOf(store)
      await writeBackup(store, file)
      await load([VISIT])
      await tested.damage("MATCH (n:Actor) REMOVE n.id")
      await store.restore(await readBackup(file))
      expect(await bytesOf(store)).toBe(expected)
      expect(await check(store)).toEqual([])
    })

    test("is not made of damaged contributions", async () => {
      store = await tested.empty()
      await load(ALL)
      await tested.damage(
        "MATCH (c:Shown {article: 'article:visit'}) SET c.value = replace(c.value, '2020', '2022')",
      )
      await expect(writeBackup(store, join(folder, "none"))).rejects.toMatchObject({
        code: "STORE_DAMAGED",
        message: expect.stringMatching(/^article:visit: .*check --repair/),
      })
      expect(existsSync(join(folder, "none"))).toBe(false)
    })
  })

  describe("a store that this version cannot read", () => {
    test.each([
      ["is of another version", "SET v.format = 99", /another version of Chancery \(format 99.*--store/],
      ["is older than versions are", "REMOVE v.format", /another version of Chancery \(format unknown/],
      ["was left in the middle of a restore", "SET v.format = 0", /restore.*did not end.*--force/],
    ])("because it %s is refused and stays as it is", async (_, change, message) => {
      store = await tested.empty()
      await load([WIRE])
      const expected = await bytesOf(store)
      await tested.damage(`MATCH (v:Version) ${change}`, "shut")
      await expect(store.init()).rejects.toMatchObject({
        code: "STORE_UNAVAILABLE",
        message: expect.stringMatching(message),
      })
      await tested.damage(`MATCH (v:Version) SET v.format = ${FORMAT}`)
      expect(await bytesOf(store)).toBe(expected)
    })
  })

  describe("check", () => {
    beforeEach(async () => {
      store = await tested.empty()
      await load(ALL)
    })

    test("finds nothing wrong in a graph that was only loaded", async () => {
      expect(await check(store)).toEqual([])
    })

    /** Damage of what is derived, or of what is stored beside it twice: mended without a file. */
    const MENDED: [name: string, statement: string, what: RegExp][] = [
      [
        "a lost sentence",
        "MATCH (:Article {id: 'article:visit'})-[r:REPORTS]->() DELETE r",
        /has no sentence/,
      ],
      [
        "a changed quote",
        "MATCH (:Article)-[r:REPORTS]->() SET r.quote = 'made up'",
        /quote is not the article's text/,
      ],
      [
        "a changed text",
        "MATCH (a:Article {id: 'article:call'}) SET a.text = 'made up'",
        /quote is not the article's text/,
      ],
      [
        "an edge too many",
        "MATCH (a:Actor {id: 'state:RUR'}), (b:Actor {id: 'state:GRK'}) CREATE (a)-[:ATTACKED {id: 'edge:x', eventId: 'event:x'}]->(b)",
        /ATTACKED has no sentence/,
      ],
      [
        "a second edge of one event",
        "MATCH (a:Actor)-[r:CONDEMNED]->(b:Actor) CREATE (a)-[:CONDEMNED {id: 'edge:x', eventId: r.eventId}]->(b)",
        /though no article tells of it/,
      ],
      [
        "an edge turned to another type",
        "MATCH (a:Actor)-[r:CONDEMNED]->(b:Actor) CREATE (a)-[:ATTACKED {id: r.id, eventId: r.eventId}]->(b) DELETE r",
        /differs from what its articles say/,
      ],
      [
        "the same edge twice",
        "MATCH (a:Actor)-[r:CONDEMNED]->(b:Actor) CREATE (a)-[:CONDEMNED {id: r.id, eventId: r.eventId}]->(b)",
        /is there twice/,
      ],
      ["a lost edge", "MATCH ()-[r:CALLED]->() DELETE r", /is missing, though articles tell of it/],
      [
        "a changed count",
        "MATCH (e:Event {type: 'CALLED'}) SET e.reports = 7",
        /differs from what its articles say/,
      ],
      [
        "a changed name",
        "MATCH (a:Actor {id: 'state:RUR'}) SET a.name = 'Borduria'",
        /differs from what its articles say/,
      ],
      [
        "a lost actor",
        "MATCH (a:Actor {id: 'state:GRK'}) DETACH DELETE a",
        /is missing, though articles tell of it/,
      ],
      ["a lost event", "MATCH (e:Event {type: 'CALLED'}) DETACH DELETE e", /has no sentence/],
      [
        "a lost article",
        "MATCH (a:Article {id: 'article:visit'}) DETACH DELETE a",
        /is missing, though articles tell of it/,
      ],
      [
        "an actor of another kind",
        "MATCH (a:Actor {id: 'state:GRK'}) REMOVE a:State SET a:Organisation",
        /differs from what its articles say/,
      ],
      [
        "an actor that lost its label",
        "MATCH (a:Actor {id: 'state:GRK'}) REMOVE a:Actor",
        /is missing, though articles tell of it|differs from what its articles say/,
      ],
      [
        "an actor without its id",
        "MATCH (a:Actor {id: 'state:GRK'}) REMOVE a.id",
        /is missing, though articles tell of it/,
      ],
      [
        "an actor that no article names",
        "CREATE (:Node:Actor:State {id: 'state:BOR', name: 'Borduria'})",
        /no article speaks of it/,
      ],
      [
        "an edge whose parties changed places",
        "MATCH (a:Actor)-[r:CONDEMNED]->(b:Actor) CREATE (b)-[c:CONDEMNED]->(a) SET c += properties(r) DELETE r",
        /differs from what its articles say/,
      ],
      [
        "a relationship of no id",
        "MATCH (a:Article {id: 'article:call'}), (b:Actor {id: 'state:GRK'}) CREATE (a)-[:MENTIONS {count: 9}]->(b)",
        /though no article tells of it/,
      ],
      [
        "a contribution that is there twice",
        "MATCH (c:Shown {article: 'article:call'}) CREATE (d:Internal:Shown) SET d += properties(c)",
        /its contribution is there twice/,
      ],
      ["a lost entry", "MATCH (e:Entry {article: 'article:visit'}) DELETE e", /found under other keys/],
      [
        "an entry that is there twice",
        "MATCH (e:Entry {article: 'article:call'}) CREATE (f:Internal:Entry) SET f += properties(e)",
        /found under other keys/,
      ],
      [
        "an entry of something that the article does not say",
        "CREATE (:Internal:Entry {key: 'pair a b 2021', article: 'article:call'})",
        /found under other keys/,
      ],
      [
        "a changed tally",
        "MATCH (t:Tally {actor: 'state:RUR'}) SET t.value = '[]'",
        /what is counted of it differs from what its articles say/,
      ],
      [
        "a lost tally",
        "MATCH (t:Tally {actor: 'person:anna-berg'}) DELETE t",
        /what is counted of it differs from what its articles say/,
      ],
      [
        "a tally of nobody",
        "MATCH (t:Tally {actor: 'state:GRK'}) CREATE (:Internal:Tally {actor: 'state:BOR', value: t.value})",
        /what is counted of it differs from what its articles say/,
      ],
      [
        "an article without a source",
        "MATCH (s:Source {articleId: 'article:visit'}) DELETE s",
        /no source holds it/,
      ],
      [
        "a source without its article",
        "MATCH (s:Source {articleId: 'article:visit'}) SET s.articleId = 'article:x'",
        /holds article:x, which is not there/,
      ],
      [
        "a source of a version that is not there",
        "MATCH (s:Source {articleId: 'article:visit'}) SET s.contentHash = 'x'",
        /holds a version of article:visit that is not there/,
      ],
    ]
    test.each(MENDED)("names and repairs %s", async (_, statement, what) => {
      const expected = await bytesOf(store)
      await tested.damage(statement)
      const problems = await check(store)
      expect(problems.map((problem) => problem.what).join("\n")).toMatch(what)
      expect(await store.repair()).toEqual(problems)
      expect(await check(store)).toEqual([])
      expect(await bytesOf(store)).toBe(expected)
      expect(await store.repair()).toEqual([])
    })

    test("repairs all of this at once", async () => {
      const expected = await bytesOf(store)
      for (const [, statement] of MENDED) await tested.damage(statement)
      await store.repair()
      expect(await check(store)).toEqual([])
      expect(await bytesOf(store)).toBe(expected)
    })

    test.each([
      [
        "a lost contribution",
        "MATCH (c:Shown {article: 'article:visit'}) DELETE c",
        /holds article:visit, which is not there/,
      ],
      [
        "a changed contribution",
        "MATCH (c:Shown {article: 'article:visit'}) SET c.value = replace(c.value, '2020', '2022')",
        /its contribution is changed/,
      ],
      [
        "a contribution that cannot be read",
        "MATCH (c:Shown {article: 'article:visit'}) SET c.value = 'no JSON'",
        /its contribution is changed/,
      ],
      [
        "a contribution under another article's id",
        "MATCH (c:Shown {article: 'article:visit'}) SET c.article = 'article:x'",
        /its contribution is changed/,
      ],
    ])("names %s and takes out what is left, so that the next load brings it", async (_, statement, what) => {
      const expected = await bytesOf(store)
      await store.retract(["article:visit"])
      const without = await bytesOf(store)
      await load([VISIT])
      await tested.damage(statement)
      const problems = await check(store)
      expect(problems.map((problem) => problem.what).join("\n")).toMatch(what)
      expect(problems.filter(({ remedy }) => remedy === "reload").length).toBeGreaterThan(0)
      expect(await store.repair()).toEqual(problems)
      expect(await check(store)).toEqual([])
      expect(await bytesOf(store)).toBe(without)
      expect((await store.sources()).map((record) => record.articleId)).not.toContain("article:visit")
      await load([VISIT])
      expect(await bytesOf(store)).toBe(expected)
    })

    test("names and repairs decisions and what they corrected", async () => {
      const without = await bytesOf(store)
      await store.decide({ kind: "merge", actor: ANNA, into: BORIS }, BY)
      const expected = await bytesOf(store)
      await tested.damage(
        "MATCH (d:Decision) CREATE (:Internal:Decision {id: d.id + 'x', value: d.value, checksum: d.checksum})",
      )
      expect((await store.repair()).map(({ remedy }) => remedy)).toEqual(["redecide"])
      expect([await check(store), await bytesOf(store)]).toEqual([[], expected])
      await tested.damage("MATCH (d:Decision) SET d.value = '{}'")
      expect((await store.repair()).map(({ remedy }) => remedy)).toContain("redecide")
      expect([await check(store), await bytesOf(store)]).toEqual([[], without])
      await store.decide({ kind: "merge", actor: ANNA, into: BORIS }, BY)
      await tested.damage("MATCH (v:Shadowed {article: 'article:wire'}) DELETE v")
      expect((await store.repair()).map(({ remedy }) => remedy)).toContain("reload")
      await load(ALL)
      expect([await check(store), await bytesOf(store)]).toEqual([[], expected])
    })

    test("names and repairs versions that wait behind another", async () => {
      const early = contribution({ id: "article:call", title: "Early", published: "2021-05-01" })
      await store.upsert([sourced(early, "/early")])
      const expected = await bytesOf(store)
      await tested.damage("MATCH (v:Shadowed) CREATE (c:Internal:Shadowed) SET c += properties(v)")
      expect(await store.repair()).toMatchObject([{ id: "article:call", remedy: "tidy" }])
      expect(await check(store)).toEqual([])
      expect((await store.stored()).shadowed).toHaveLength(1)
      // The version that waits is shown where the other one is lost.
      await tested.damage("MATCH (c:Shown {article: 'article:call'}) DELETE c")
      await store.repair()
      expect((await store.article("article:call"))?.title).toBe("Early")
      await load(ALL)
      expect(await bytesOf(store)).toBe(expected)
      await tested.damage("MATCH (v:Shadowed) SET v.value = '{}'")
      expect((await store.repair()).map(({ remedy }) => remedy)).toEqual(["reload", "reload"])
      expect(await check(store)).toEqual([])
      expect(await bytesOf(store)).toBe(expected)
    })
  })
}
