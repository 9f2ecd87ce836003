// Loading through a server: what it does with answers that are late, wrong or none.
import { once } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { afterEach, describe, expect, test } from "vitest"
import { noChange } from "../../src/store/change-summary.js"
import { remoteStore } from "../../src/store/remote.js"
import type { LoadingStore } from "../../src/store/types.js"
import { contribution } from "./contributions.js"

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

interface Asked {
  path: string | undefined
  body: Record<string, unknown[]>
}

/** A store behind a server that answers so, and what that server was asked. */
async function behind(
  answer: (response: ServerResponse, nth: number, request: IncomingMessage) => void,
): Promise<{ store: LoadingStore; asked: Asked[] }> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    asked.push({ path: request.url, body: JSON.parse(await text(request)) as Asked["body"] })
    answer(response, asked.length, request)
  }).listen(0, "127.0.0.1")
  servers.push(server)
  await once(server, "listening")
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const noSnapshot = (): never => {
    throw new Error("nothing is read here")
  }
  return { store: remoteStore({ pid: 1, url, token: "t" }, noSnapshot), asked }
}

const REMOVED = { ...noChange(), articles: { new: 0, changed: 0, unchanged: 0, removed: 1 } }
const one = (response: ServerResponse): void => void response.end(JSON.stringify(REMOVED))

describe("an answer that is none of ours", () => {
  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ["JSON of another form", (response) => response.end('{"articles":{"new":1}}'), /not of the form.*anew/s],
    ["a page", (response) => response.end("<html>"), /not of the form/],
    [
      "another program's failure",
      (response) => response.writeHead(502).end("<html>"),
      /answers with HTTP 502.*no Chancery server/,
    ],
    [
      "a problem with a code that is not known",
      (response) => response.writeHead(418).end('{"code":"TEAPOT","detail":"short and stout"}'),
      /answers with HTTP 418/,
    ],
    ["a connection cut off", (response) => response.destroy(), /stopped answering.*run this again/],
    [
      "an answer cut off",
      (response) => response.writeHead(200).write('{"articles"', () => response.destroy()),
      /stopped answering.*run this again/,
    ],
  ])("%s is named, and asked for once", async (_, answer, message) => {
    const { store, asked } = await behind(answer)
    await expect(store.retract(["article:1"])).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(message),
    })
    expect(asked).toHaveLength(1)
  })

  test("the server's own errors come through", async () => {
    const { store } = await behind((response) =>
      response.writeHead(404).end('{"code":"NOT_FOUND","detail":"decision:1: no such decision"}'),
    )
    const failed = store.undecide(["decision:1"])
    await expect(failed).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringMatching(/decision:1: no such decision$/),
    })
  })
})

test("a server that closes idle connections is asked on a new one", async () => {
  const used = new Set<unknown>()
  const { store } = await behind((response, _, { socket }) => {
    if (used.has(socket)) socket.destroy()
    else one(response)
    used.add(socket)
  })
  for (let turn = 0; turn < 3; turn++) expect(await store.retract(["article:1"])).toEqual(REMOVED)
})

test("who is turned away for asking too often waits and asks again", async () => {
  const { store, asked } = await behind((response, nth) => {
    if (nth === 1) response.writeHead(429, { "retry-after": "1" }).end('{"code":"RATE_LIMITED","detail":""}')
    else one(response)
  })
  const started = performance.now()
  expect(await store.retract(["article:1"])).toEqual(REMOVED)
  expect(asked).toHaveLength(2)
  expect(performance.now() - started).toBeGreaterThan(900)
})

describe("much at once goes in pieces, whose changes are summed up", () => {
  test("by number", async () => {
    const { store, asked } = await behind(one)
    const sources = Array.from({ length: 450 }, (_, at) => `/news/${at}`)
    expect((await store.release(sources)).articles.removed).toBe(3)
    expect(asked.flatMap(({ body }) => body.sources)).toEqual(sources)
    expect(asked.map(({ body }) => body.sources?.length)).toEqual([200, 200, 50])
  })

  test("by length", async () => {
    const { store, asked } = await behind(one)
    const items = [3, 4, 9, 1, 1].map((millions, at) => {
      const article = { id: `article:${at}`, text: "x".repeat(millions * 1_000_000) }
      return { source: `/${at}`, contribution: contribution(article) }
    })
    await store.upsert(items)
    expect(asked.map(({ body }) => body.items?.length)).toEqual([2, 1, 2])
    expect(asked.flatMap(({ body }) => body.items)).toEqual(items)
  })

  test("nothing is not asked for", async () => {
    const { store, asked } = await behind(one)
    expect([await store.release([]), asked]).toEqual([noChange(), []])
  })
})
