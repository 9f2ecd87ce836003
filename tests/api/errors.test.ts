import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import request from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ROUTES } from "../../src/api/routes/index.js"
import { AppError } from "../../src/errors.js"
import { type Served, serveFixture } from "./fixture.js"

let served: Served
beforeAll(async () => {
  served = await serveFixture()
})
afterAll(() => served.close())

const PROBLEM = "application/problem+json"

describe("a request that is not of a form we take", () => {
  it.each([
    ["/api/graph?limit=many", 400, "limit: "],
    ["/api/graph?limit=0", 400, "limit: "],
    ["/api/graph?limit=1.5", 400, "limit: "],
    ["/api/graph?limt=5", 400, "limt"],
    ["/api/search", 400, "q: "],
    ["/api/search?q=a&q=b", 400, "q: "],
    ["/api/events?type=HUGGED", 400, "type: "],
    ["/api/actors/%zz", 400, "%zz"],
    ["/api/nowhere", 404, "GET /api/nowhere"],
    ["/api/../api/nowhere", 404, "nowhere"],
  ])("%s gets %i and says what is wrong", async (address, expected, words) => {
    const { status, type, body } = await request(served.app).get(address)
    expect([status, type]).toEqual([expected, PROBLEM])
    expect(body).toMatchObject({ type: "about:blank", status: expected, title: expect.any(String) })
    expect(body.code).toBe(expected === 404 ? "NOT_FOUND" : "BAD_USAGE")
    expect(body.detail).toContain(words)
  })

  it.each([
    ["malformed JSON", '{"cypher": ', "application/json", 400],
    ["no JSON", "MATCH (n) RETURN n", "text/plain", 400],
    ["a list", "[]", "application/json", 400],
    ["a number as query", '{"cypher": 1}', "application/json", 400],
    ["rows beyond the most", '{"cypher": "RETURN 1 AS one", "rows": 10001}', "application/json", 400],
    ["an unknown member", '{"cypher": "RETURN 1 AS one", "params": {}}', "application/json", 400],
    ["a body too large", JSON.stringify({ cypher: "x".repeat(1_100_000) }), "application/json", 413],
  ])("POST /api/query with %s is refused", async (_what, text, contentType, expected) => {
    const { status, type, body } = await request(served.app)
      .post("/api/query")
      .set("Content-Type", contentType)
      .send(text)
    expect([status, type, body.code]).toEqual([expected, PROBLEM, "BAD_USAGE"])
  })
})

describe("a fault of ours", () => {
  it("is logged with all we know and answered without it", async () => {
    const store = {
      ...served.store,
      view: () => Promise.reject(new Error("secret of /etc/store")),
      stats: () => Promise.reject(new AppError("STORE_UNAVAILABLE", "The store is away; start it.")),
    }
    const app = served.appOf({ store })
    const { status, type, text, body } = await request(app).get("/api/graph")
    expect([status, type, body.code]).toEqual([500, PROBLEM, "INTERNAL"])
    expect(text).not.toContain("secret")
    expect(served.log.join()).toContain("secret of /etc/store")
    const away = await request(app).get("/api/stats")
    expect([away.status, away.body.code]).toEqual([503, "STORE_UNAVAILABLE"])
  })
})

describe("security", () => {
  it.each(["localhost:7700", "127.0.0.1", "127.0.0.1:80", "[::1]:7700", "LOCALHOST"])(
    "answers to the loopback name %s",
    async (host) => {
      await request(served.app).get("/api/ontology").set("Host", host).expect(200)
    },
  )

  it.each(["attacker.example", "localhost.attacker.example", "127.0.0.1.attacker.example:7700", "10.0.0.1"])(
    "does not answer to %s, which may be a name made to point here",
    async (host) => {
      for (const address of ["/api/graph", "/", "/healthz"]) {
        const { status, body } = await request(served.app).get(address).set("Host", host)
        expect([address, status, body.code]).toEqual([address, 400, "BAD_USAGE"])
      }
    },
  )

  it("asks every /api request for the token, where there is one, under any name", async () => {
    const app = served.appOf({ token: "open sesame" })
    const ask = (address: string) => request(app).get(address).set("Host", "graph.example")
    for (const authorization of ["", "Bearer", "Bearer open", "open sesame", "Bearer open sesame!"]) {
      const { status, type, body, headers } = await ask("/api/graph").set("Authorization", authorization)
      expect([authorization, status, type, body.code]).toEqual([authorization, 401, PROBLEM, "UNAUTHORISED"])
      expect(headers["www-authenticate"]).toContain("Bearer")
    }
    await ask("/api/nowhere").expect(401)
    await ask("/api/graph").set("Authorization", "Bearer open sesame").expect(200)
    await ask("/healthz").expect(200)
    expect(served.log.join()).not.toContain("sesame")
  })

  describe("what writes", () => {
    const app = () => served.appOf({ token: "open sesame", ownToken: "of this server" })
    const WRITING = ROUTES.filter(({ path }) => path.startsWith("/api/store/")).map(({ path }) => path)

    it.each(WRITING)(
      "%s asks for the server's own token: the one to read with is not enough",
      async (path) => {
        const write = (token: string) => request(app()).post(path).set("Authorization", `Bearer ${token}`)
        for (const token of ["open sesame", "wrong"]) {
          const { status, body } = await write(token).send({})
          expect([status, body.code]).toEqual([401, "UNAUTHORISED"])
        }
        expect((await write("open sesame")).body.detail).toContain("CHANCERY_TOKEN is for reading")
        expect((await write("of this server").send({ of: "no route" })).body.code).toBe("BAD_USAGE")
      },
    )

    it.each([
      ["192.0.2.7", "192.0.2.1", 401],
      ["::ffff:192.0.2.7", "::ffff:192.0.2.1", 401],
      ["127.0.0.1", "127.0.0.2", 200],
      ["::ffff:127.0.0.1", "::ffff:127.0.0.1", 200],
      ["::1", "::1", 200],
      ["192.0.2.1", "192.0.2.1", 200],
    ])(
      "comes from the same machine: from %s to %s gets %i",
      async (remoteAddress, localAddress, expected) => {
        const server = createServer((asked, answer) => {
          Object.defineProperties(asked.socket, {
            remoteAddress: { value: remoteAddress },
            localAddress: { value: localAddress },
          })
          app()(asked, answer)
        })
        const { status } = await request(server)
          .post("/api/store/release")
          .set("Authorization", "Bearer of this server")
          .send({ sources: [] })
        expect(status).toBe(expected)
      },
    )

    it("is open to nobody where the server has no token of its own", async () => {
      const asked = request(served.appOf({})).post("/api/store/release")
      await asked.set("Authorization", "Bearer undefined").send({ sources: [] }).expect(401)
    })
  })

  it("lets the page run its own scripts alone", async () => {
    const { headers } = await request(served.app).get("/api/graph")
    const policy = headers["content-security-policy"] ?? ""
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(policy.match(/[^;]*'unsafe-inline'/g)).toEqual(["style-src-attr 'unsafe-inline'"])
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff" })
    expect(headers["x-powered-by"]).toBeUndefined()
  })

  it("logs method, path and status, and not what was asked", async () => {
    await request(served.app).get("/api/search?q=confidential")
    const line = JSON.parse(served.log.at(-1) ?? "{}")
    expect(line).toMatchObject({ req: { method: "GET", path: "/api/search" }, res: { statusCode: 200 } })
    expect(served.log.join()).not.toContain("confidential")
  })

  it("stops a script that runs away", async () => {
    const server = served.appOf({}).listen(0, "127.0.0.1")
    await once(server, "listening")
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/healthz`
    const hundred = async () =>
      Promise.all(Array.from({ length: 100 }, async () => (await fetch(address)).status))
    const statuses: number[] = []
    while (statuses.length <= 1200) statuses.push(...(await hundred()))
    server.close()
    expect(statuses.filter((status) => status === 200)).toHaveLength(1200)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
  })
})
