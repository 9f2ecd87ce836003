// Which reports tell of one event, and what it is where they disagree. Tables of reports against the events they make.
import { describe, expect, test } from "vitest"
import { derive } from "../../src/graph/derive.js"
import { toRows } from "../../src/graph/rows.js"
import type { Contribution, GraphNode, GraphRelationship, Report, Status } from "../../src/types.js"
import { contribution, report, TEXT } from "../store/contributions.js"

const [A, B] = ["person:anna-berg", "person:boris-kral"]

interface Derived {
  events: GraphNode[]
  edges: GraphRelationship[]
  relationships: GraphRelationship[]
}

function derived(...contributions: Contribution[]): Derived {
  const { nodes, relationships } = derive(contributions.flatMap(toRows))
  const all = [...relationships.values()]
  return {
    events: [...nodes.values()].filter((node) => node.labels.includes("Event")),
    edges: all.filter((relationship) => "eventId" in relationship.properties),
    relationships: all,
  }
}

/** One article a report, each published on its day. */
const said = (...items: [published: string | null, report: Report][]): Derived =>
  derived(
    ...items.map(([published, item], at) =>
      contribution({ id: `article:${at}`, published, text: `${at} ${TEXT}`, outlet: `Outlet ${at}` }, [item]),
    ),
  )

describe("status", () => {
  const cases: [string, [published: string | null, status: Status][], Status, edge: boolean][] = [
    [
      "one actual report decides",
      [
        ["2021-05-10", "actual"],
        ["2021-05-12", "negated"],
      ],
      "actual",
      true,
    ],
    [
      "else the latest of planned and negated",
      [
        ["2021-05-10", "planned"],
        ["2021-05-12", "negated"],
      ],
      "negated",
      false,
    ],
    [
      "in either order",
      [
        ["2021-05-12", "planned"],
        ["2021-05-10", "negated"],
      ],
      "planned",
      true,
    ],
    [
      "on one day it is planned",
      [
        ["2021-05-10", "negated"],
        ["2021-05-10", "planned"],
      ],
      "planned",
      true,
    ],
    [
      "without a date of publication is oldest",
      [
        [null, "planned"],
        ["2021-05-10", "negated"],
      ],
      "negated",
      false,
    ],
    [
      "doubts decide nothing",
      [
        ["2021-05-10", "planned"],
        ["2021-05-12", "hypothetical"],
      ],
      "planned",
      true,
    ],
    ["doubts alone stay doubts", [["2021-05-10", "hypothetical"]], "hypothetical", false],
  ]
  test.each(cases)("%s", (_, reports, status, edge) => {
    const { events, edges } = said(
      ...reports.map(([published, told]): [string | null, Report] => [
        published,
        report("VISITED", A, B, { status: told }),
      ]),
    )
    expect(events.map((event) => event.properties.status)).toEqual([status])
    expect(edges.map((item) => item.properties.status)).toEqual(edge ? [status] : [])
  })
})

describe("an undated report", () => {
  const on = (date: string): Report => report("VISITED", A, B, { date })
  const undated = (parts: Partial<Report> = {}): Report => report("VISITED", A, B, { date: null, ...parts })
  const cases: [string, published: string | null, Report, Report[], dates: unknown[]][] = [
    ["joins a dated event of the days before", "2021-05-14", undated(), [on("2021-05-12")], ["2021-05-12"]],
    ["joins one of its own day", "2021-05-14", undated(), [on("2021-05-14")], ["2021-05-14"]],
    [
      "joins the nearest",
      "2021-05-14",
      undated(),
      [on("2021-05-11"), on("2021-05-13")],
      ["2021-05-11", "2021-05-13"],
    ],
    [
      "joins none more than three days before",
      "2021-05-14",
      undated(),
      [on("2021-05-10")],
      ["2021-05-10", undefined],
    ],
    [
      "joins none that is yet to come",
      "2021-05-14",
      undated(),
      [on("2021-05-15")],
      ["2021-05-15", undefined],
    ],
    [
      "that is background joins none",
      "2021-05-14",
      undated({ background: true }),
      [on("2021-05-13")],
      ["2021-05-13", undefined],
    ],
    [
      "of an article without a date joins none",
      null,
      undated(),
      [on("2021-05-13")],
      ["2021-05-13", undefined],
    ],
    [
      "joins none of another type",
      "2021-05-14",
      report("CONDEMNED", A, B, { date: null }),
      [on("2021-05-13")],
      ["2021-05-13", undefined],
    ],
    [
      "joins none of the other direction",
      "2021-05-14",
      report("VISITED", B, A, { date: null }),
      [on("2021-05-13")],
      ["2021-05-13", undefined],
    ],
    ["joins none known to the month only", "2021-05-14", undated(), [on("2021-05")], ["2021-05", undefined]],
  ]
  test.each(cases)("%s", (_, published, told, dated, dates) => {
    const { events } = said([published, told], ...dated.map((item): [string, Report] => ["2021-05-20", item]))
    const found = events.map((event) => event.properties.date)
    expect(found.sort()).toEqual(dates)
  })

  test("gives the event that it joins its sentence", () => {
    const { relationships } = said(
      ["2021-05-14", undated()],
      ["2021-05-20", on("2021-05-11")],
      ["2021-05-20", on("2021-05-13")],
    )
    const { events } = said(["2021-05-20", on("2021-05-13")])
    const reports = relationships.filter(({ type, target }) => type === "REPORTS" && target === events[0]?.id)
    expect(reports.map((item) => item.source).sort()).toEqual(["article:0", "article:2"])
  })

  test("told by two articles of one day is one event, of two days two", () => {
    expect(said(["2021-05-14", undated()], ["2021-05-14", undated()]).events).toHaveLength(1)
    expect(said(["2021-05-14", undated()], ["2021-05-15", undated()]).events).toHaveLength(2)
  })
})

describe("a consultation", () => {
  const cases: [string, Report, Report, types: string[]][] = [
    ["is told of the call of that day", report("CONSULTED", A, B), report("CALLED", A, B), ["CALLED"]],
    [
      "is told of the meeting of that day, in either direction",
      report("CONSULTED", A, B),
      report("MET", B, A),
      ["MET"],
    ],
    [
      "of another day stands alone",
      report("CONSULTED", A, B),
      report("CALLED", A, B, { date: "2021-05-12" }),
      ["CALLED", "CONSULTED"],
    ],
    [
      "with another party stands alone",
      report("CONSULTED", A, "state:RUR"),
      report("CALLED", A, B),
      ["CALLED", "CONSULTED"],
    ],
    [
      "that took place is not told of a call that did not",
      report("CONSULTED", A, B),
      report("CALLED", A, B, { status: "negated" }),
      ["CALLED", "CONSULTED"],
    ],
    [
      "that took place is not told of a call to come",
      report("CONSULTED", A, B),
      report("CALLED", A, B, { status: "planned" }),
      ["CALLED", "CONSULTED"],
    ],
    [
      "to come is told of the call to come",
      report("CONSULTED", A, B, { status: "planned" }),
      report("CALLED", A, B, { status: "planned" }),
      ["CALLED"],
    ],
    [
      "of the past is told of the call of that year",
      report("CONSULTED", A, B, { date: "2017" }),
      report("CALLED", A, B, { date: "2017" }),
      ["CALLED"],
    ],
  ]
  test.each(cases)("%s", (_, talk, other, types) => {
    for (const order of [
      [talk, other],
      [other, talk],
    ] as [Report, Report][]) {
      const { events } = said(["2021-05-14", order[0]], ["2021-05-14", order[1]])
      expect(events.map((event) => event.properties.type).sort()).toEqual(types)
    }
  })

  test("leaves its sentence and its article to the call", () => {
    const { events, relationships } = said(
      ["2021-05-14", report("CONSULTED", A, B)],
      ["2021-05-14", report("CALLED", A, B)],
    )
    expect(events[0]?.properties.outlets).toBe(2)
    expect(relationships.filter(({ type }) => type === "REPORTS")).toHaveLength(2)
  })

  test("that an undated one joined, is told of the call of that day too", () => {
    const { events } = said(
      ["2021-05-14", report("CONSULTED", A, B, { date: null })],
      ["2021-05-14", report("CONSULTED", A, B)],
      ["2021-05-14", report("CALLED", A, B)],
    )
    expect(events.map((event) => event.properties.type)).toEqual(["CALLED"])
  })
})

describe("direction", () => {
  const cases: [string, Report[], [string, string]][] = [
    [
      "of a symmetric type is the explicit initiator's",
      [report("CALLED", A, B), report("CALLED", A, B), report("CALLED", B, A, { explicitInitiator: true })],
      [B, A],
    ],
    ["else the majority's", [report("CALLED", B, A), report("CALLED", B, A), report("CALLED", A, B)], [B, A]],
    ["else that of the ids", [report("CALLED", B, A), report("CALLED", A, B)], [A, B]],
    ["of other types is what is told", [report("CONDEMNED", B, A)], [B, A]],
  ]
  test.each(cases)("%s", (_, reports, ends) => {
    const { edges } = said(...reports.map((item): [string, Report] => ["2021-05-14", item]))
    expect(edges.map(({ source, target }) => [source, target])).toEqual([ends])
  })

  test("of other types makes two events of two directions", () => {
    expect(
      said(["2021-05-14", report("CONDEMNED", A, B)], ["2021-05-14", report("CONDEMNED", B, A)]).edges,
    ).toHaveLength(2)
  })
})

describe("one event, many reports", () => {
  const LONG =
    "The envoys spoke of grain, fares and the harbour before the rain came over the river. ".repeat(6)
  const STORY = `${[..."abcdefghij"].map((letter) => `${letter} ${LONG.replaceAll("e", letter)}`).join(" ")}`
  const wire = (
    at: number,
    outlet: string | null,
    text: string,
    item = report("CONDEMNED", A, B),
  ): Contribution => contribution({ id: `article:${at}`, outlet, text }, [item])
  const own = "Ruritania's own reporter was there and saw another thing."
  const later = report("CONDEMNED", A, B, { date: "2021-05-14" })
  const cases: [string, Contribution[], counts: [reports: number, outlets: number][]][] = [
    ["a wire story in two outlets", [wire(1, "Post", STORY), wire(2, "Wire", STORY)], [[1, 2]]],
    ["an edited copy", [wire(1, "Post", STORY), wire(2, "Wire", `Grain talks\n\n${STORY} (AP)`)], [[1, 2]]],
    ["a story and an outlet's own", [wire(1, "Post", STORY), wire(2, "Wire", own)], [[2, 2]]],
    ["two stories of one outlet", [wire(1, "Post", STORY), wire(2, "Post", own)], [[2, 1]]],
    ["outlets that no article names", [wire(1, null, STORY), wire(2, null, own)], [[2, 0]]],
    [
      "copies that tell of two days, each event by itself",
      [wire(1, "Post", STORY), wire(2, "Wire", STORY, later), wire(3, "Times", STORY, later)],
      [
        [1, 1],
        [1, 2],
      ],
    ],
    [
      "one article that tells of it twice",
      [
        contribution({ id: "article:1", text: STORY, outlet: "Post" }, [
          report("CALLED", A, B),
          report("CONSULTED", A, B),
        ]),
      ],
      [[1, 1]],
    ],
  ]
  test.each(cases)("%s", (_, contributions, counts) => {
    for (const order of [contributions, contributions.toReversed()]) {
      const { events, edges } = derived(...order)
      const countsOf = (items: (GraphNode | GraphRelationship)[]): unknown[] =>
        items.map(({ properties }) => [properties.reports, properties.outlets]).sort()
      expect(countsOf(events)).toEqual(counts)
      expect(countsOf(edges)).toEqual(counts)
    }
  })
})

describe("the properties of an event", () => {
  test("are those of the majority, the highest confidence, and counts of articles and outlets", () => {
    const places: [string | null, number][] = [
      ["Zenda", 0.5],
      ["Stelsau", 0.9123],
      ["Zenda", 0.75],
      [null, 0.1],
    ]
    const { events, edges } = said(
      ...places.map(([place, confidence]): [string, Report] => [
        "2021-05-14",
        report("CONDEMNED", A, B, { place, confidence }),
      ]),
    )
    expect(events[0]?.properties).toMatchObject({
      place: "Zenda",
      confidence: 0.9123,
      outlets: 4,
      plover: "ACCUSE",
    })
    expect(edges[0]?.properties).toMatchObject({
      confidence: 0.9123,
      outlets: 4,
      eventId: events[0]?.id as string,
    })
  })

  test("give a tie to the first by code point", () => {
    const { events } = said(
      ...["Zenda", "Stelsau"].map((place): [string, Report] => [
        "2021-05-14",
        report("CONDEMNED", A, B, { place }),
      ]),
    )
    expect(events[0]?.properties.place).toBe("Stelsau")
  })

  test("are of the day where another report knows the week that began on it", () => {
    const { events } = said(
      ["2021-05-14", report("CONDEMNED", A, B, { date: "2021-05-10", datePrecision: "week" })],
      ["2021-05-14", report("CONDEMNED", A, B, { date: "2021-05-10" })],
    )
    expect(events.map((event) => event.properties.datePrecision)).toEqual(["day"])
  })

  test("an actor that is both parties has both roles", () => {
    const { relationships } = said(["2021-05-14", report("ATTACKED", A, A)])
    const roles = relationships
      .filter(({ type }) => type === "PARTICIPATED")
      .map(({ properties }) => properties.role)
    expect(roles.sort()).toEqual(["source", "target"])
  })

  test("an event without a target has a node and a sentence, and no edge", () => {
    const { events, edges, relationships } = said(["2021-05-14", report("CONDEMNED", A, null)])
    expect([events.length, edges.length]).toEqual([1, 0])
    expect(relationships.map(({ type }) => type).sort()).toEqual(["MENTIONS", "PARTICIPATED", "REPORTS"])
  })
})
