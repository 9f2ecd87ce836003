import { describe, expect, test } from "vitest"
import { correct } from "../../src/graph/correct.js"
import { type Decision, decisionId, type Ruling, Rulings } from "../../src/graph/decisions.js"
import { derive } from "../../src/graph/derive.js"
import { toRows } from "../../src/graph/rows.js"
import { contribution, mention, report } from "../store/contributions.js"

const [ANNA, ANIA, BORIS] = ["person:anna-berg", "person:ania-berg", "person:boris-kral"]
const SAID = contribution(
  { id: "article:1" },
  [report("CALLED", ANIA, BORIS), report("CALLED", ANNA, BORIS, { start: 50, end: 60 })],
  [
    mention(ANIA, { name: "Ania Berg", aliases: ["Ania Berg"], count: 2, first: 9 }),
    mention(ANNA, { name: "Anna Berg", aliases: ["Berg"], roles: [{ role: "President", of: "state:RUR" }] }),
    mention("state:RUR"),
  ],
)

const decided = (...rulings: Ruling[]): Decision[] =>
  rulings.map((ruling) => {
    return { id: decisionId(ruling), ruling, reason: "", author: "test", decided: "2026-01-01" }
  })
const merge = (actor: string, into: string): Ruling => ({ kind: "merge", actor, into, name: `named ${into}` })

describe("merged actors", () => {
  test.each([
    ["one into another", [merge("a", "b")], { a: "b", b: "b" }],
    ["by way of a third", [merge("a", "b"), merge("b", "c")], { a: "c", b: "c", c: "c" }],
    ["in a circle", [merge("c", "b"), merge("b", "c"), merge("d", "c")], { b: "b", c: "b", d: "b" }],
  ])("%s", (_, rulings, expected) => {
    for (const order of [rulings, rulings.toReversed()]) {
      const said = new Rulings(decided(...order))
      for (const [actor, id] of Object.entries(expected)) expect(said.merged(actor).id).toBe(id)
    }
  })
})

/** Actors with their names, and parties of the reports. */
function told(...rulings: Ruling[]): unknown {
  const { actors, reports } = correct(SAID, new Rulings(decided(...rulings))).contribution
  return {
    actors: actors.map(({ id, name, count }) => [id, name, count]),
    reports: reports.map(({ source, target }) => [source, target]),
  }
}
const RUR = ["state:RUR", "RUR", 1]
const KRAL = [BORIS, "boris-kral", 1]

describe("what an article says once it is corrected", () => {
  test.each<[what: string, rulings: Ruling[], expected: unknown]>([
    [
      "a merge joins mentions and events",
      [{ kind: "merge", actor: ANIA, into: ANNA, name: "Anna Berg" }],
      {
        actors: [[ANNA, "Anna Berg", 3], RUR, KRAL],
        reports: [
          [ANNA, BORIS],
          [ANNA, BORIS],
        ],
      },
    ],
    [
      "an event of two that are one is none",
      [
        { kind: "merge", actor: ANIA, into: ANNA, name: "Anna Berg" },
        { kind: "merge", actor: BORIS, into: ANNA, name: "Anna Berg" },
      ],
      { actors: [[ANNA, "Anna Berg", 4], RUR], reports: [] },
    ],
    [
      "a split gives the article's events to another",
      [{ kind: "split", actor: ANIA, article: "article:1", into: "person:ania-moor", name: "Ania Moor" }],
      {
        actors: [["person:ania-moor", "Ania Moor", 2], [ANNA, "Anna Berg", 1], RUR, KRAL],
        reports: [
          ["person:ania-moor", BORIS],
          [ANNA, BORIS],
        ],
      },
    ],
    [
      "a split of another article is none of its business",
      [{ kind: "split", actor: ANIA, article: "article:2", into: "person:ania-moor", name: "Ania Moor" }],
      {
        actors: [[ANIA, "Ania Berg", 2], [ANNA, "Anna Berg", 1], RUR, KRAL],
        reports: [
          [ANIA, BORIS],
          [ANNA, BORIS],
        ],
      },
    ],
    [
      "a split of who was merged",
      [
        { kind: "merge", actor: ANIA, into: ANNA, name: "Anna Berg" },
        { kind: "split", actor: ANNA, article: "article:1", into: "person:x", name: "X" },
      ],
      {
        actors: [["person:x", "X", 3], RUR, KRAL],
        reports: [
          ["person:x", BORIS],
          ["person:x", BORIS],
        ],
      },
    ],
    [
      "a split of who was split off",
      [
        { kind: "split", actor: ANIA, article: "article:1", into: "person:x", name: "X" },
        { kind: "reject-mention", actor: "person:x", article: "article:1" },
      ],
      {
        actors: [[ANNA, "Anna Berg", 1], RUR, KRAL],
        reports: [
          [null, BORIS],
          [ANNA, BORIS],
        ],
      },
    ],
    [
      "a new name",
      [{ kind: "rename", actor: ANIA, name: "A. Berg", former: "Ania Berg" }],
      {
        actors: [[ANIA, "A. Berg", 2], [ANNA, "Anna Berg", 1], RUR, KRAL],
        reports: [
          [ANIA, BORIS],
          [ANNA, BORIS],
        ],
      },
    ],
    [
      "a rejected mention leaves its events without that party",
      [{ kind: "reject-mention", actor: ANIA, article: "article:1" }],
      {
        actors: [[ANNA, "Anna Berg", 1], RUR, KRAL],
        reports: [
          [null, BORIS],
          [ANNA, BORIS],
        ],
      },
    ],
    [
      "an event of nobody that is known is none",
      [
        { kind: "reject-mention", actor: ANIA, article: "article:1" },
        { kind: "reject-mention", actor: BORIS, article: "article:1" },
      ],
      { actors: [[ANNA, "Anna Berg", 1], RUR], reports: [[ANNA, null]] },
    ],
  ])("%s", (_, rulings, expected) => {
    expect(told(...rulings)).toEqual(expected)
    expect(told(...rulings.toReversed())).toEqual(expected)
  })

  test("former names are aliases, and offices follow", () => {
    const rulings = new Rulings(decided({ kind: "merge", actor: ANNA, into: ANIA, name: "Ania Berg" }))
    const [one] = correct(SAID, rulings).contribution.actors
    expect(one).toMatchObject({
      id: ANIA,
      name: "Ania Berg",
      aliases: ["Ania Berg", "Berg", "Anna Berg"],
      roles: [{ role: "President", of: "state:RUR" }],
      first: 0,
    })
  })

  test("who is split off keeps what the article says of it, not what was known of the other", () => {
    const said = contribution(
      { id: "article:1" },
      [report("CALLED", ANNA, BORIS)],
      [
        mention(ANNA, {
          ...{ name: "Anna Berg", state: "RUR", aliases: ["Berg", "the Graustark envoy", "Anni Berg"] },
          roles: [
            { role: "President", of: "state:RUR" },
            { role: "Envoy", of: "state:GRA" },
          ],
          surfaces: { Berg: 2, "the Graustark envoy": 1 },
        }),
        mention("state:RUR", { state: "RUR" }),
        mention("state:GRA", { state: "GRA" }),
      ],
    )
    const split: Ruling = { kind: "split", actor: ANNA, article: "article:1", into: "person:x", name: "X" }
    const [other] = correct(said, new Rulings(decided(split))).contribution.actors
    expect(other).toMatchObject({
      ...{ id: "person:x", name: "X", state: "GRA", partOf: null },
      aliases: ["Berg", "the Graustark envoy"],
      roles: [{ role: "Envoy", of: "state:GRA" }],
    })
    const back: Ruling = { kind: "merge", actor: "person:x", into: ANNA, name: "Anna Berg" }
    const [one] = correct(said, new Rulings(decided(split, back))).contribution.actors
    expect(one).toMatchObject({ id: ANNA, state: "RUR", roles: said.actors[0]?.roles })
  })

  test("an actor's own attack on itself stays one when it is merged", () => {
    const raid = contribution({ id: "article:1" }, [report("ATTACKED", ANNA, ANNA)])
    const rulings = new Rulings(decided({ kind: "merge", actor: ANNA, into: ANIA, name: "Ania Berg" }))
    expect(correct(raid, rulings).contribution.reports).toMatchObject([{ source: ANIA, target: ANIA }])
  })

  test("without decisions about it it is the same object", () => {
    const rulings = new Rulings(decided(merge("person:x", "person:y")))
    expect(correct(SAID, rulings)).toEqual({ contribution: SAID, by: [] })
  })
})

test("a rejected event is not drawn, also when its parties are merged since", () => {
  const reject: Ruling = {
    ...{ kind: "reject-event", type: "CALLED", source: ANIA, target: BORIS, day: "2021-05-13" },
  }
  const eventsOf = (...rulings: Ruling[]): number => {
    const said = new Rulings(decided(...rulings))
    const { nodes } = derive(toRows(correct(SAID, said).contribution), said)
    return [...nodes.values()].filter(({ labels }) => labels.includes("Event")).length
  }
  expect(eventsOf()).toBe(2)
  expect(eventsOf(reject)).toBe(1)
  expect(eventsOf(reject, { kind: "merge", actor: ANIA, into: ANNA, name: "Anna Berg" })).toBe(0)
})
