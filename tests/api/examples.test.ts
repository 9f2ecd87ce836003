import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loadExamples } from "../../src/api/examples.js"
import { openStore } from "../../src/store/index.js"
import type { GraphStore } from "../../src/store/types.js"
import type { QueryResult, QueryValue } from "../../src/types.js"
import { type Served, serveFixture } from "./fixture.js"

const EXAMPLES = loadExamples()
const LIMITS = { rows: 1000, timeoutMs: 20_000 }

function run(store: GraphStore, name: string, given: Record<string, QueryValue> = {}): Promise<QueryResult> {
  const example = EXAMPLES.find((one) => one.name === name)
  if (example === undefined) throw new Error(`no example ${name}`)
  const parameters = Object.fromEntries(
    example.parameters.map((parameter) => [parameter.name, parameter.example]),
  )
  return store.query(example.cypher, { ...parameters, ...given }, LIMITS)
}

describe("every example", () => {
  it.each(EXAMPLES)(
    "$name says what it is and which parameters it takes",
    ({ title, explanation, parameters, cypher }) => {
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(explanation).toMatch(/^[A-Z].*\.$/)
      const used = [...new Set([...cypher.matchAll(/\$(\w+)/g)].map(([, name]) => name))].sort()
      expect(parameters.map(({ name }) => name).sort()).toEqual(used)
    },
  )
})

describe("examples on the embedded store", () => {
  let served: Served
  beforeAll(async () => {
    served = await serveFixture()
  })
  afterAll(() => served.close())

  it.each<[string, Record<string, QueryValue>, QueryValue[][]]>([
    [
      "calls-in-a-period",
      { from: "2023-03-01", to: "2023-03-01" },
      [["2023-03-01", "Ada Brandt", "Omar Haddad", "actual", 2]],
    ],
    ["calls-in-a-period", { from: "2023-03-02", to: "2023-12-31" }, []],
    [
      "condemned-most",
      {},
      [
        ["Germany", "Harbour Union", 2, "2023-03-02", "2023-03-09"],
        ["Harbour Union", "Germany", 1, "2023-03-08", "2023-03-08"],
      ],
    ],
    [
      "reported-by-many",
      { outlets: 2 },
      [
        ["2023-03-01", "CALLED", 2, "Fjord Post", "Ada Brandt called Omar Haddad on Wednesday."],
        ["2023-03-01", "CALLED", 2, "Quay Gazette", "Brandt and Haddad spoke by telephone the day before."],
      ],
    ],
    [
      "chronology",
      { actor: "org:harbour-union" },
      [
        ["2023-03-02", "target", "CONDEMNED", "Germany", "actual", null],
        ["2023-03-08", "source", "CONDEMNED", "Germany", "actual", null],
        ["2023-03-09", "target", "CONDEMNED", "Germany", "actual", null],
        [null, "target", "MEDIATED", "Norway", "actual", null],
      ],
    ],
    ["in-touch-with-both", { first: "person:omar-haddad", second: "state:JOR" }, [["Ada Brandt", 2, 1]]],
    [
      "evidence",
      { source: "state:NOR", target: "state:DEU", type: "MEDIATED" },
      [
        [
          ...[null, "actual", "Norway mediated between Germany and the Harbour Union.", "Fjord Post"],
          ...["2023-03-02", "https://news.example/envoys-on-the-telephone"],
        ],
      ],
    ],
  ])("%s with %o", async (name, parameters, rows) => {
    expect((await run(served.store, name, parameters)).rows).toEqual(rows)
  })

  it("most-active counts both roles", async () => {
    const { rows } = await run(served.store, "most-active")
    expect(rows[0]).toEqual(["Ada Brandt", "DEU", 4, 3, 1])
    expect(rows.map((row) => row[0])).toHaveLength(7)
  })

  it("state-to-state adds persons and organisations to their states", async () => {
    const { rows } = await run(served.store, "state-to-state")
    expect(rows).toContainEqual(["DEU", "NOR", "CONDEMNED", 2])
    expect(rows).toContainEqual(["DEU", "JOR", "CALLED", 1])
    expect(rows.every(([source, target]) => source !== target)).toBe(true)
  })

  it.each([
    ["mediators", ["state:NOR MEDIATED org:harbour-union", "state:NOR MEDIATED state:DEU"]],
    ["planned-visits", ["person:ada-brandt VISITED state:JOR"]],
  ])("%s draws its edges", async (name, edges) => {
    const { graph } = await run(served.store, name)
    expect(
      graph.relationships.map(({ source, type, target }) => `${source} ${type} ${target}`).sort(),
    ).toEqual(edges)
  })
})

const url = process.env.NEO4J_URL

// Runs on whatever the server holds and writes nothing, so that it may share the server with other tests.
describe.skipIf(url === undefined)("examples on Neo4j (NEO4J_URL is not set)", () => {
  const { NEO4J_USERNAME = "neo4j", NEO4J_PASSWORD = "" } = process.env
  const store = openStore(url ?? "bolt://127.0.0.1", { username: NEO4J_USERNAME, password: NEO4J_PASSWORD })
  beforeAll(() => store.init())
  afterAll(() => store.close())

  it.each(EXAMPLES.map(({ name }) => name))("%s runs", async (name) => {
    expect((await run(store, name)).columns.length).toBeGreaterThan(0)
  })
})
