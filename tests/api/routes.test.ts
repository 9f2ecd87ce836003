import request from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ROUTES } from "../../src/api/routes/index.js"
import { decisionId } from "../../src/graph/decisions.js"
import { updatePositions } from "../../src/layout/index.js"
import { CONTRIBUTIONS, type Served, serveFixture, sourced } from "./fixture.js"

let served: Served
beforeAll(async () => {
  served = await serveFixture()
})
afterAll(() => served.close())

const brandt = encodeURIComponent("person:ada-brandt")
const [firstArticle] = CONTRIBUTIONS.map(({ article }) => article)

/** Every route with an address that it answers. */
const ADDRESSES: Record<string, string> = {
  "/api/graph": "/api/graph",
  "/api/actors/:id": `/api/actors/${brandt}`,
  "/api/actors/:id/neighbourhood": `/api/actors/${brandt}/neighbourhood`,
  "/api/search": "/api/search?q=har",
  "/api/events": "/api/events",
  "/api/articles": "/api/articles",
  "/api/articles/:id": `/api/articles/${encodeURIComponent(firstArticle?.id ?? "")}`,
  "/api/stats": "/api/stats",
  "/api/ontology": "/api/ontology",
  "/api/queries": "/api/queries",
  "/api/query": "/api/query",
  "/api/export": "/api/export",
  "/api/store/sources": "/api/store/sources",
  "/api/store/upsert": "/api/store/upsert",
  "/api/store/release": "/api/store/release",
  "/api/store/retract": "/api/store/retract",
  "/api/store/decide": "/api/store/decide",
  "/api/decisions": "/api/decisions",
  "/api/store/undecide": "/api/store/undecide",
}

const cypher = "MATCH (a:Actor)-[r:CALLED]->(b:Actor) RETURN a AS a, r AS r, b.name AS name"
const RENAME = { kind: "rename", actor: "person:ada-brandt", name: "Dr Ada Brandt" } as const
const RULING = { ...RENAME, former: "Ada Brandt" }
/** What is sent to those that take a body; none of it changes the graph, or the next one takes it back. */
const BODIES: Record<string, object> = {
  "/api/query": { cypher },
  "/api/store/sources": {},
  "/api/store/upsert": { items: CONTRIBUTIONS.map(sourced) },
  "/api/store/release": { sources: ["/news/none"] },
  "/api/store/retract": { articles: ["article:none"] },
  "/api/store/decide": { request: RENAME, author: "an analyst", reason: "her title" },
  "/api/store/undecide": { decisions: [decisionId(RULING)] },
}

describe("every route", () => {
  const jsonRoutes = ROUTES.filter((route) => "answer" in route)
  it.each(jsonRoutes.map((route) => [route.path, route] as const))(
    "%s answers by its schema",
    async (path, route) => {
      const address = ADDRESSES[path] ?? ""
      const app = served.appOf({ ownToken: "open sesame" })
      const asked = request(app)[route.method](address).set("Authorization", "Bearer open sesame")
      const { status, body, type } = await (route.method === "post" ? asked.send(BODIES[path]) : asked)
      expect([status, type]).toEqual([200, "application/json"])
      expect(route.answer.safeParse(body).error?.issues ?? []).toEqual([])
      expect(JSON.stringify(body).length).toBeGreaterThan(50)
    },
  )
})

const get = async (address: string) => (await request(served.app).get(address)).body

describe("graph", () => {
  it("holds the drawn actors, most active first, each at a place of its own", async () => {
    const { nodes, edges, total } = await get("/api/graph")
    expect(total).toEqual({ actors: 7, events: 10, articles: 3 })
    expect(nodes).toHaveLength(7)
    expect(new Set(nodes.map(({ x, y }: { x: number; y: number }) => `${x} ${y}`)).size).toBe(7)
    const events = nodes.map((node: { events: number }) => node.events)
    expect(events).toEqual([...events].sort((a, b) => b - a))
    const condemned = edges.find(
      (edge: { id: string }) => edge.id === "state:DEU|CONDEMNED|org:harbour-union",
    )
    expect(condemned.events.map((event: { date: string }) => event.date).sort()).toEqual([
      "2023-03-02",
      "2023-03-09",
    ])
  })

  it("keeps to the limit, and to edges among what it shows", async () => {
    const { nodes, edges } = await get("/api/graph?limit=2")
    expect(nodes.map((node: { id: string }) => node.id)).toEqual(["org:harbour-union", "person:ada-brandt"])
    expect(edges).toEqual([])
  })

  it.each(["minReports=2", "minOutlets=2"])(
    "shows by %s what several tell, and its parties",
    async (search) => {
      const { nodes, edges, total } = await get(`/api/graph?${search}`)
      expect(nodes.map((node: { id: string }) => node.id)).toEqual([
        "person:ada-brandt",
        "person:omar-haddad",
      ])
      expect(edges.map((edge: { type: string }) => edge.type)).toEqual(["CALLED"])
      expect(total.events).toBe(10)
      const near = await get(`/api/actors/${brandt}/neighbourhood?${search}`)
      expect(near).toMatchObject({ edges })
      expect(near.nodes).toHaveLength(2)
    },
  )

  it("keeps an actor in the middle of its neighbourhood when nothing of it is told enough", async () => {
    const { nodes, edges } = await get(`/api/actors/${brandt}/neighbourhood?minReports=3`)
    expect([nodes.map((node: { id: string }) => node.id), edges]).toEqual([["person:ada-brandt"], []])
  })

  it.each(["minReports=-1", "minOutlets=many", "minReports=1.5"])("refuses %s", async (search) => {
    const { status, body } = await request(served.app).get(`/api/graph?${search}`)
    expect([status, body.code]).toEqual([400, "BAD_USAGE"])
    expect(body.detail).toContain(search.split("=")[0])
  })

  it("answers 304 to whom has it already", async () => {
    const first = await request(served.app).get("/api/graph").expect(200)
    const tag = first.headers.etag ?? ""
    expect(first.headers["cache-control"]).toContain("no-cache")
    await request(served.app).get("/api/graph").set("If-None-Match", tag).expect(304)
    await request(served.app).get("/api/graph?limit=1").set("If-None-Match", tag).expect(200)
  })

  it("stays where it is when positions are updated again", async () => {
    const before = await get("/api/graph")
    await updatePositions(served.store)
    expect(await get("/api/graph")).toEqual(before)
  })
})

describe("actors", () => {
  it("have a card with roles, partners and latest events", async () => {
    const card = await get(`/api/actors/${brandt}`)
    expect(card).toMatchObject({
      name: "Ada Brandt",
      roles: [{ role: "envoy", of: "state:DEU", ofName: "Germany" }],
      firstSeen: "2023-03-01",
      lastSeen: "2023-03-12",
    })
    expect(card.partners.map(({ actor }: { actor: { name: string } }) => actor.name)).toEqual([
      "Omar Haddad",
      "Jordan",
    ])
    expect(card.recent[0]).toMatchObject({ type: "VISITED", status: "planned" })
  })

  it("have a neighbourhood with the edges among partners", async () => {
    const { nodes, edges } = await get(`/api/actors/${encodeURIComponent("state:DEU")}/neighbourhood`)
    expect(nodes.map((node: { id: string }) => node.id).sort()).toEqual([
      "org:harbour-union",
      "state:DEU",
      "state:NOR",
    ])
    expect(edges.map((edge: { id: string }) => edge.id)).toContain("state:NOR|MEDIATED|org:harbour-union")
  })

  it("are drawn at a place of their own as soon as they are loaded, whatever is asked first", async () => {
    const fresh = await serveFixture(CONTRIBUTIONS.slice(0, 1))
    try {
      for (const contribution of CONTRIBUTIONS) await fresh.store.upsert([sourced(contribution)])
      const address = `/api/actors/${encodeURIComponent("state:NOR")}/neighbourhood`
      const { nodes } = (await request(fresh.app).get(address)).body
      const league = nodes.find((node: { id: string }) => node.id === "org:sailors-league")
      expect([league.x, league.y]).not.toEqual([0, 0])
      expect(new Set(nodes.map(({ x, y }: { x: number; y: number }) => `${x} ${y}`)).size).toBe(nodes.length)
    } finally {
      await fresh.close()
    }
  })

  it.each([
    "/api/actors/person:nobody",
    "/api/actors/person:nobody/neighbourhood",
    "/api/articles/article:none",
  ])("%s is not found", async (address) => {
    const { status, type, body } = await request(served.app).get(address)
    expect([status, type, body.code]).toEqual([404, "application/problem+json", "NOT_FOUND"])
    expect(body.detail).toContain("not in the graph")
  })
})

describe("search", () => {
  it.each([
    ["brandt", "person:ada-brandt"],
    ["BRA", "person:ada-brandt"],
    ["german envoy", "person:ada-brandt"],
    ["harbour", "org:harbour-union"],
  ])("%s finds %s first", async (words, id) => {
    expect((await get(`/api/search?q=${encodeURIComponent(words)}`))[0]).toMatchObject({ kind: "actor", id })
  })

  it("finds events by their sentence and articles by their title", async () => {
    expect((await get("/api/search?q=telephone+day")).map((hit: { kind: string }) => hit.kind)).toEqual([
      "event",
    ])
    expect((await get("/api/search?q=journeys"))[0]).toMatchObject({
      kind: "article",
      title: "Journeys to come",
    })
  })

  it("finds nothing for no words, and takes signs as text", async () => {
    expect(await get("/api/search?q=")).toEqual([])
    expect(await get(`/api/search?q=${encodeURIComponent(".*(")}`)).toEqual([])
  })

  it("counts one event as one", async () => {
    expect((await get("/api/search?q=norway"))[0].detail).toBe("State · 3 events")
    expect((await get("/api/search?q=sailors"))[0].detail).toBe("Organisation · 1 event")
  })
})

describe("events", () => {
  const ids = async (search: string) =>
    (await get(`/api/events?${search}`)).map(
      (event: { type: string; date: string }) => `${event.type} ${event.date}`,
    )

  it("come newest first, undated ones last", async () => {
    const dates = (await get("/api/events")).map((event: { date: string | null }) => event.date ?? "")
    expect(dates).toEqual([...dates].sort().reverse())
  })

  it.each([
    ["type=CONDEMNED", ["CONDEMNED 2023-03-09", "CONDEMNED 2023-03-08", "CONDEMNED 2023-03-02"]],
    ["source=state:DEU&type=CONDEMNED", ["CONDEMNED 2023-03-09", "CONDEMNED 2023-03-02"]],
    ["target=state:DEU&type=CONDEMNED", ["CONDEMNED 2023-03-08"]],
    ["actor=person:omar-haddad", ["MET 2023-03-07", "CALLED 2023-03-01"]],
    ["actor=person:omar-haddad&limit=1", ["MET 2023-03-07"]],
    ["actor=person:nobody", []],
    ["minReports=2", ["CALLED 2023-03-01"]],
    ["minOutlets=2", ["CALLED 2023-03-01"]],
    ["minOutlets=2&type=CONDEMNED", []],
    ["minReports=3", []],
  ])("%s filters", async (search, expected) => {
    expect(await ids(search)).toEqual(expected)
  })

  it("show each sentence that reports them as it stands in its article", async () => {
    const [called] = await get("/api/events?type=CALLED")
    expect(called).toMatchObject({ reports: 2, outlets: 2 })
    for (const { article, start, end, quote } of called.evidence) {
      const { text } = await get(`/api/articles/${encodeURIComponent(article.id)}`)
      expect(text.slice(start, end)).toBe(quote)
    }
  })
})

describe("overviews", () => {
  it("count nodes a label and relationships a type", async () => {
    const { nodes, relationships, extractors } = await get("/api/stats")
    expect(nodes).toEqual({ Actor: 7, Article: 3, Event: 10, Organisation: 2, Person: 2, State: 3 })
    expect(relationships).toMatchObject({ CONDEMNED: 3, CALLED: 1, MEDIATED: 2, REPORTS: 11 })
    expect(extractors).toEqual({ "by-hand": 3 })
  })

  it("list articles newest first", async () => {
    const articles = await get("/api/articles")
    expect(articles[0]).toMatchObject({ title: "Journeys to come", events: 5 })
    expect(articles[0].text).toBeUndefined()
  })

  it("say that the server lives and is ready", async () => {
    expect(await get("/healthz")).toEqual({ status: "ok" })
    expect(await get("/readyz")).toEqual({ status: "ok", store: "embedded" })
  })
})

describe("the answers", () => {
  it("hang on the articles, not on the order in which they came", async () => {
    const other = await serveFixture(CONTRIBUTIONS.toReversed())
    for (const address of Object.values(ADDRESSES).filter((one) => one !== "/api/query")) {
      const [first, second] = [await get(address), (await request(other.app).get(address)).body]
      expect(second, address).toEqual(first)
    }
    await other.close()
  })

  it("give actors that came since the start a place of their own", async () => {
    const other = await serveFixture(CONTRIBUTIONS.slice(0, 2))
    const before = (await request(other.app).get("/api/graph")).body
    await other.store.upsert(CONTRIBUTIONS.slice(2).map(sourced))
    const { nodes } = (await request(other.app).get("/api/graph")).body
    expect(nodes.length).toBeGreaterThan(before.nodes.length)
    expect(nodes.filter(({ x, y }: { x: number; y: number }) => x === 0 && y === 0)).toEqual([])
    await other.close()
  })
})
