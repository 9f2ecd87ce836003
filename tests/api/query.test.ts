import { once } from "node:events"
import { readdirSync, readFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import request from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Served, serveFixture } from "./fixture.js"

let served: Served
beforeAll(async () => {
  served = await serveFixture()
})
afterAll(() => served.close())

const ask = (body: object) => request(served.app).post("/api/query").send(body)

/** Far more combinations than can be counted in a minute. */
const ENDLESS = `MATCH ${[..."abcdefghijkl"].map((name) => `(${name}:Actor)`).join(", ")} RETURN count(*) AS n`

describe("POST /api/query", () => {
  it("answers rows, and nodes and relationships to draw", async () => {
    const cypher = "MATCH (a:Actor)-[r:CALLED]->(b:Actor) RETURN a AS a, r AS r, b.name AS name"
    const { body } = await ask({ cypher })
    expect(body).toMatchObject({ columns: ["a", "r", "name"], truncated: false })
    expect(body.rows).toHaveLength(1)
    expect(body.rows[0][0]).toMatchObject({ id: "person:ada-brandt", labels: ["Actor", "Person"] })
    expect(body.rows[0][2]).toBe("Omar Haddad")
    expect(body.graph.relationships).toMatchObject([
      { type: "CALLED", source: "person:ada-brandt", target: "person:omar-haddad" },
    ])
    expect(body.graph.nodes.map((node: { id: string }) => node.id).sort()).toEqual([
      "person:ada-brandt",
      "person:omar-haddad",
    ])
  })

  it("takes parameters of any JSON type", async () => {
    const parameters = { ids: ["state:DEU", "state:JOR"], least: 1 }
    const cypher =
      "MATCH (s:State) WHERE s.id IN $ids AND s.mentions >= $least RETURN s.name AS name ORDER BY name"
    expect((await ask({ cypher, parameters })).body.rows).toEqual([["Germany"], ["Jordan"]])
  })

  it("lets through as many rows as asked for, and says that there are more", async () => {
    const cypher = "MATCH (a:Actor) RETURN a.id AS id ORDER BY id"
    const { body } = await ask({ cypher, rows: 2 })
    expect(body.rows).toEqual([["org:harbour-union"], ["org:sailors-league"]])
    expect(body.truncated).toBe(true)
    expect((await ask({ cypher, rows: 7 })).body.truncated).toBe(false)
  })

  it.each([
    ["CREATE (n:Actor) RETURN n AS n", /Create/i],
    ["MATCH (n:Actor) SET n.name = 'x' RETURN n AS n", /Set/i],
    ["MATCH (n:Actor) DETACH DELETE n", /Delete/i],
    ["LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line AS line", /LOAD CSV/],
    ["EXPLAIN MATCH (n) RETURN n", /EXPLAIN/],
  ])("refuses %s and names the clause", async (cypher, clause) => {
    const { status, type, body } = await ask({ cypher })
    expect([status, type, body.code]).toEqual([403, "application/problem+json", "QUERY_REFUSED"])
    expect(body.detail).toMatch(clause)
  })

  it("says what is wrong with a query that does not parse", async () => {
    const { status, body } = await ask({ cypher: "MATCH (n RETURN n" })
    expect([status, body.code]).toEqual([400, "QUERY_INVALID"])
    expect(body.detail.length).toBeGreaterThan(10)
  })

  it("stops a query at its time limit, and answers the next", async () => {
    const { status, body } = await ask({ cypher: ENDLESS, timeoutMs: 200 })
    expect([status, body.code]).toEqual([408, "QUERY_TIMEOUT"])
    expect((await ask({ cypher: "RETURN 1 AS one" })).body.rows).toEqual([[1]])
  })

  it("cancels the query of a client that goes away", async () => {
    const server = served.appOf({}).listen(0, "127.0.0.1")
    await once(server, "listening")
    const { port } = server.address() as AddressInfo
    const client = new AbortController()
    const arrived = once(server, "request")
    const lost = fetch(`http://127.0.0.1:${port}/api/query`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ cypher: ENDLESS, timeoutMs: 60_000 }),
      signal: client.signal,
    })
    await arrived
    client.abort()
    await expect(lost).rejects.toThrow()
    // Queries take turns: this one would wait a minute for the other.
    expect((await ask({ cypher: "RETURN 1 AS one" })).body.rows).toEqual([[1]])
    server.close()
  }, 30_000)

  it.skipIf(process.platform !== "linux")("survives the death of the query's process", async () => {
    let isAnswered = false
    const answer = ask({ cypher: ENDLESS, timeoutMs: 30_000 }).then((response) => {
      isAnswered = true
      return response
    })
    const killChildren = (): boolean => {
      for (const pid of childrenOf()) process.kill(pid, "SIGKILL")
      return isAnswered
    }
    await expect.poll(killChildren, { timeout: 20_000 }).toBe(true)
    const { status, type, body } = await answer
    expect([status, type, body.code]).toEqual([500, "application/problem+json", "QUERY_FAILED"])
    expect((await ask({ cypher: "RETURN 1 AS one" })).body.rows).toEqual([[1]])
  })
})

/** Processes that this one started and that run queries. */
function childrenOf(): number[] {
  const tasks = readdirSync("/proc/self/task")
  const pids = tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" "))
  return pids
    .filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("query-child"))
    .map(Number)
}
