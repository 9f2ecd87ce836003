// Ids, derivation, differences and the order of the export.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonical } from "../../src/graph/canonical.js"
import { UNDECIDED } from "../../src/graph/decisions.js"
import { derive, deriveChange } from "../../src/graph/derive.js"
import { mostFrequent } from "../../src/graph/derived-graph.js"
import { diffGraphs } from "../../src/graph/diff.js"
import { nearKeys } from "../../src/graph/events.js"
import { exportJson } from "../../src/graph/export/json.js"
import { contentId, eventId } from "../../src/graph/ids.js"
import { actorOf, type Row, toRows } from "../../src/graph/rows.js"
import { type Tally, tallyOf, writeTally } from "../../src/graph/tally.js"
import type { GraphStore } from "../../src/store/types.js"
import type { EventType, GraphNode, GraphRelationship } from "../../src/types.js"
import { SEED } from "../store/contract.js"
import { anyContribution, contribution, mention, report } from "../store/contributions.js"

describe("ids", () => {
  test("keep their parts apart", () => {
    expect(contentId("event", ["ab", "c"])).not.toBe(contentId("event", ["a", "bc"]))
    expect(contentId("event", [null])).not.toBe(contentId("event", ["null"]))
    expect(contentId("event", ["a"])).toMatch(/^event:[0-9a-f]{20}$/)
  })

  test.each([
    ["CALLED", true],
    ["MET", true],
    ["CONSULTED", true],
    ["AGREED", true],
    ["COOPERATED", true],
    ["CONDEMNED", false],
    ["VISITED", false],
  ] as [EventType, boolean][])("of %s in either order of the parties are one: %s", (type, same) => {
    const [one, other] = [eventId(type, "a", "b", "2021-05-14"), eventId(type, "b", "a", "2021-05-14")]
    expect(one === other).toBe(same)
  })

  test("differ by type, party and day", () => {
    const ids = [
      eventId("CALLED", "a", "b", "2021-05-14"),
      eventId("MET", "a", "b", "2021-05-14"),
      eventId("CALLED", "a", null, "2021-05-14"),
      eventId("CALLED", "a", "b", "2021-05-15"),
      eventId("CALLED", "a", "b", "undated:2021-05-14"),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe("derivation", () => {
  test("names an actor as most articles do, and unites aliases, roles and counts", () => {
    const names = ["Anna Berg", "A. Berg", "Anna Berg"]
    const items = names.map((name, at) => {
      const anna = mention("person:anna-berg", {
        name,
        aliases: [name],
        count: at + 1,
        roles: [{ role: "President", of: "state:RUR" }],
      })
      return contribution({ id: `article:${at}` }, [], [anna, mention("state:RUR")])
    })
    const { nodes, relationships } = derive(items.flatMap(toRows))
    expect(nodes.get("person:anna-berg")).toEqual({
      id: "person:anna-berg",
      labels: ["Actor", "Person"],
      properties: {
        id: "person:anna-berg",
        name: "Anna Berg",
        aliases: ["A. Berg", "Anna Berg"],
        mentions: 6,
        roles: ["President"],
      },
    })
    const represents = [...relationships.values()].filter(({ type }) => type === "REPRESENTS")
    expect(represents).toMatchObject([
      { target: "state:RUR", properties: { role: "President", articles: 3 } },
    ])
  })

  test("gives ties to the first by code point", () => {
    expect(mostFrequent(["b", "a", "c"])).toBe("a")
    expect(mostFrequent(["a", "Z"])).toBe("Z")
    expect(mostFrequent([])).toBeUndefined()
  })

  test(`of the touched keys alone, change by change, equals that of all (seed ${SEED})`, () => {
    const property = fc.property(
      fc.array(anyContribution, { minLength: 2, maxLength: 12, size: "max" }),
      (items) => {
        const stored = new Map<string, Row[]>()
        const graph = derive([])
        let tallies = new Map<string, Tally>()
        for (const item of items) {
          const { id } = item.article
          const [gone, come] = [stored.get(id) ?? [], toRows(item)]
          const near = new Set(nearKeys([...gone, ...come].map((row) => row.key)))
          const nearRows = [...stored.values()]
            .flat()
            .filter(({ key }) => near.has(key) || key.startsWith("article "))
          const touched = new Set([...gone, ...come].flatMap(({ key }) => actorOf(key) ?? []))
          const tallied = new Map([...tallies].filter(([actor]) => touched.has(actor)))
          const derived = deriveChange(gone, come, {
            rulings: UNDECIDED,
            formerRulings: UNDECIDED,
            tallies: tallied,
            near: nearRows,
          })
          stored.set(id, come)
          tallies = new Map([...tallies, ...derived.tallies])
          const changes = diffGraphs(derived.before, derived.after)
          for (const part of ["nodes", "relationships"] as const) {
            const { created, updated, former, removed } = changes[part]
            const kept = graph[part] as Map<string, GraphNode | GraphRelationship>
            for (const gone of [...removed, ...former]) expect(kept.delete(gone.id)).toBe(true)
            for (const made of [...created, ...updated]) {
              expect(kept.has(made.id)).toBe(false)
              kept.set(made.id, made)
            }
          }
        }
        const whole = derive([...stored.values()].flat())
        const texts = (all: Map<string, Tally>): string[] =>
          [...all].flatMap(([actor, tally]) => (tally.size > 0 ? `${actor} ${writeTally(tally)}` : [])).sort()
        expect(texts(tallies)).toEqual(texts(tallyOf([...stored.values()].flat())))
        const sorted = (found: Map<string, unknown>): string =>
          canonical([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
        expect(sorted(graph.nodes)).toBe(sorted(whole.nodes))
        expect(sorted(graph.relationships)).toBe(sorted(whole.relationships))
        for (const { id, source, target } of whole.relationships.values()) {
          expect([id, whole.nodes.has(source), whole.nodes.has(target)]).toEqual([id, true, true])
        }
      },
    )
    fc.assert(property, { seed: SEED, numRuns: 100 })
  })
})

describe("a difference", () => {
  const call = (source: string, target: string): ReturnType<typeof derive> =>
    derive(toRows(contribution({ id: "article:1" }, [report("CALLED", source, target)])))

  test("of equal graphs is empty", () => {
    const { nodes, relationships } = diffGraphs(call("person:a", "person:b"), call("person:a", "person:b"))
    for (const changes of [nodes, relationships]) {
      expect(changes).toEqual({ created: [], updated: [], former: [], removed: [] })
    }
  })

  test("holds what an edge was that turned round", () => {
    const { updated, former } = diffGraphs(
      call("person:a", "person:b"),
      call("person:b", "person:a"),
    ).relationships
    const edge = (items: GraphRelationship[]): unknown =>
      items.filter(({ type }) => type === "CALLED").map(({ source, target }) => [source, target])
    expect([edge(former), edge(updated)]).toEqual([[["person:a", "person:b"]], [["person:b", "person:a"]]])
  })

  test("to nothing removes all", () => {
    const graph = call("person:a", "person:b")
    const { nodes, relationships } = diffGraphs(graph, derive([]))
    expect([nodes.removed.length, relationships.removed.length]).toEqual([
      graph.nodes.size,
      graph.relationships.size,
    ])
  })
})

describe("the canonical export", () => {
  const bytes = async (items: (GraphNode | GraphRelationship)[]): Promise<string> => {
    const pieces: string[] = []
    const store: Pick<GraphStore, "exportGraph"> = {
      async *exportGraph() {
        yield* items
      },
    }
    for await (const piece of exportJson(store)) pieces.push(piece)
    return pieces.join("")
  }

  test("sorts the keys of every object, and no list", () => {
    expect(canonical({ b: [2, 1], a: { d: null, c: "é" } })).toBe('{"a":{"c":"é","d":null},"b":[2,1]}')
  })

  test("is JSON with one item a line, also of an empty graph or one without relationships", async () => {
    const node: GraphNode = { labels: ["Event"], id: "event:1", properties: {} }
    const edge: GraphRelationship = { type: "MET", id: "edge:1", source: "a", target: "b", properties: {} }
    expect(await bytes([])).toBe('{"nodes":[\n],"relationships":[\n]}\n')
    expect(await bytes([node])).toBe(
      '{"nodes":[\n{"id":"event:1","labels":["Event"],"properties":{}}\n],"relationships":[\n]}\n',
    )
    expect(JSON.parse(await bytes([node, node, edge, edge]))).toEqual({
      nodes: [node, node],
      relationships: [edge, edge],
    })
  })
})
