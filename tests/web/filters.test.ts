import { describe, expect, it } from "vitest"
import { EVENT_TYPES } from "../../src/ontology.js"
import type { EdgeEvent, EventType, ViewGraph, ViewNode } from "../../src/types.js"
import { type Filters, filterView, isolated, NO_FILTERS } from "../../web/src/core/filters/index.js"
import { toOntology } from "../../web/src/core/ontology.js"

const ontology = toOntology(EVENT_TYPES)

const node = (id: string, kind: ViewNode["kind"]): ViewNode => ({
  ...{ id, kind, name: id, state: null, aliases: [], events: 1, mentions: 1, x: 0, y: 0 },
})
const event = (id: string, fields: Partial<EdgeEvent> = {}): EdgeEvent => ({
  ...{
    id,
    date: "2023-03-01",
    datePrecision: "day",
    status: "actual",
    confidence: 1,
    reports: 1,
    outlets: 1,
  },
  ...fields,
})
const edge = (source: string, type: EventType, target: string, ...events: EdgeEvent[]) => ({
  ...{ id: `${source}|${type}|${target}`, source, type, target, events },
})

const VIEW: ViewGraph = {
  nodes: [
    node("ada", "Person"),
    node("omar", "Person"),
    node("norway", "State"),
    node("union", "Organisation"),
  ],
  edges: [
    edge("ada", "CALLED", "omar", event("1"), event("2", { date: "2023-03-05", reports: 3, outlets: 2 })),
    edge("ada", "VISITED", "norway", event("3", { status: "planned", date: "2023-04" })),
    edge("union", "PROTESTED", "norway", event("4", { date: null, datePrecision: "unknown", outlets: 0 })),
  ],
  total: { actors: 4, events: 4, articles: 1 },
}

const passing = (filters: Partial<Filters>): string[] =>
  [...filterView(VIEW, { ...NO_FILTERS, ...filters }, ontology).events.values()].flat().map(({ id }) => id)

describe("filters", () => {
  it.each<[string, Partial<Filters>, string[]]>([
    ["none let all through", {}, ["1", "2", "3", "4"]],
    ["a kind takes the edges of its actors", { hiddenKinds: new Set(["State"]) }, ["1", "2"]],
    ["a type takes its edges", { hiddenTypes: new Set(["CALLED"]) }, ["3", "4"]],
    ["a status takes its events", { hiddenStatuses: new Set(["actual"]) }, ["3"]],
    ["reports are counted by event", { minReports: 2 }, ["2"]],
    ["outlets are counted by event", { minOutlets: 2 }, ["2"]],
    ["an event of outlets that nobody names", { minOutlets: 1 }, ["1", "2", "3"]],
    ["reports and outlets must both be enough", { minReports: 3, minOutlets: 3 }, []],
    ["dates include both ends", { dates: { from: "2023-03-01", to: "2023-03-05" } }, ["1", "2"]],
    ["a month passes with any of its days", { dates: { from: "2023-04-30", to: "2023-05-02" } }, ["3"]],
    ["an undated event is in no range", { dates: { from: "1900-01-01", to: "2100-01-01" } }, ["1", "2", "3"]],
  ])("%s", (_what, filters, expected) => {
    expect(passing(filters)).toEqual(expected)
  })

  it("count for each row what the other filters let through", () => {
    const { counts, actors } = filterView(VIEW, { ...NO_FILTERS, hiddenTypes: new Set(["CALLED"]) }, ontology)
    expect(counts.types.get("CALLED")).toBe(2)
    expect(counts.statuses.get("actual")).toBe(1)
    expect(counts.kinds.get("Person")).toBe(1)
    expect([...actors].sort()).toEqual(["ada", "norway", "union"])
  })

  it("leave the timeline what the date filter takes", () => {
    const { dated, undated } = filterView(
      VIEW,
      { ...NO_FILTERS, dates: { from: "2023-03-01", to: "2023-03-01" } },
      ontology,
    )
    expect(dated.map(({ date }) => date)).toEqual(["2023-03-01", "2023-03-05"])
    expect(undated).toBe(2)
  })
})

describe("isolating a row", () => {
  it("hides all others, and shows all when it was alone", () => {
    const alone = isolated(new Set<string>(), ["b"], ["a", "b", "c"])
    expect([...alone]).toEqual(["a", "c"])
    expect([...isolated(alone, ["b"], ["a", "b", "c"])]).toEqual([])
  })
})
