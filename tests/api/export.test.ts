import { once } from "node:events"
import { createServer, get as httpGet, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import request from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { AppError } from "../../src/errors.js"
import { EXPORT_FORMATS, type ExportFormat } from "../../src/graph/export/index.js"
import type { GraphStore } from "../../src/store/types.js"
import type { GraphNode } from "../../src/types.js"
import { joined } from "../graph/exported.js"
import { type Served, serveFixture } from "./fixture.js"

let served: Served
beforeAll(async () => {
  served = await serveFixture()
})
afterAll(() => served.close())

const single = Object.entries<ExportFormat>(EXPORT_FORMATS).flatMap(([name, format]) =>
  "write" in format ? [[name, format] as const] : [],
)

/** The store, but for what it exports. */
const exporting = (exportGraph: GraphStore["exportGraph"]): GraphStore => ({ ...served.store, exportGraph })

const node: GraphNode = {
  id: "state:NOR",
  labels: ["Actor", "State"],
  properties: { id: "state:NOR", name: "Norway" },
}

describe("GET /api/export", () => {
  it.each(single)(
    "gives %s as a file, the same as the command line writes",
    async (name, { mediaType, write }) => {
      const { status, headers, body } = await request(served.app)
        .get(`/api/export?format=${name}`)
        .responseType("blob")
      expect(status).toBe(200)
      expect(headers["content-type"]).toBe(`${mediaType}; charset=utf-8`)
      expect(headers["content-disposition"]).toBe(`attachment; filename=chancery.${name}`)
      expect(body.toString()).toBe(await joined(write(served.store)))
      expect(body.length).toBeGreaterThan(1000)
    },
  )

  it("gives JSON where no format is named", async () => {
    const { body } = await request(served.app).get("/api/export")
    expect(body.nodes.map(({ id }: { id: string }) => id)).toContain("state:NOR")
    expect(body.relationships.length).toBeGreaterThan(10)
  })

  it.each([
    ["csv", "chancery export --format csv --output FOLDER"],
    ["neo4j-import", "chancery export --format neo4j-import --output FOLDER"],
    ["xlsx", '"graphml"'],
  ])("refuses %s and says what to do", async (name, advice) => {
    const { status, body } = await request(served.app).get(`/api/export?format=${name}`)
    expect([status, body.code]).toEqual([400, "BAD_USAGE"])
    expect(body.detail).toContain("format")
    expect(body.detail).toContain(advice)
  })

  it("wants the token of a server that has one", async () => {
    const app = served.appOf({ token: "open sesame" })
    expect((await request(app).get("/api/export")).status).toBe(401)
    const admitted = await request(app).get("/api/export").set("Authorization", "Bearer open sesame")
    expect(admitted.status).toBe(200)
  })

  it.each(single.map(([name]) => name))(
    "answers a problem where the graph cannot be read: %s",
    async (name) => {
      // biome-ignore lint/correctness/useYield: it fails before its first item.
      const store = exporting(async function* () {
        throw new AppError("STORE_UNAVAILABLE", "The store went away.")
      })
      const { status, type, headers, body } = await request(served.appOf({ store })).get(
        `/api/export?format=${name}`,
      )
      expect([status, type, body.code]).toEqual([503, "application/problem+json", "STORE_UNAVAILABLE"])
      expect(headers["content-disposition"]).toBeUndefined()
    },
  )

  it("breaks off where reading fails in the middle, so that nobody takes a part for the whole", async () => {
    const store = exporting(async function* () {
      yield node
      throw new AppError("STORE_UNAVAILABLE", "The store went away.")
    })
    await expect(request(served.appOf({ store })).get("/api/export")).rejects.toThrow()
  })

  it("reads no further when the client has gone away", async () => {
    let stopped: () => void
    const isStopped = new Promise<void>((resolve) => {
      stopped = resolve
    })
    const store = exporting(async function* () {
      try {
        // Without end: only the client's leaving ends it.
        for (;;) yield { ...node, properties: { id: node.id, name: "Norway ".repeat(5000) } }
      } finally {
        stopped()
      }
    })
    const server = createServer(served.appOf({ store })).listen(0, "127.0.0.1")
    await once(server, "listening")
    const { port } = server.address() as AddressInfo
    const client = httpGet({ host: "127.0.0.1", port, path: "/api/export" })
    const [response] = (await once(client, "response")) as [IncomingMessage]
    await once(response, "data")
    client.destroy()
    await isStopped
    server.close()
  })
})
