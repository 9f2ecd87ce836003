// What the evaluation says of events that were found: direction, status, date and calibration.
import { describe, expect, test } from "vitest"
import { calibrationError, claimsOf, reliability } from "../../src/eval/calibration.js"
import { dayOf } from "../../src/eval/day.js"
import type { Comparison, Event } from "../../src/eval/edges.js"
import { qualities } from "../../src/eval/qualities.js"
import type { Status } from "../../src/types.js"

/** "X MET Y", of status actual unless another is given. */
function event(edge: string, status: Status = "actual", date: string | null = null, confidence = 1): Event {
  const [source = "", type = "", target = ""] = edge.split(" ")
  return { doc: "a", type, source, target, status, date, confidence }
}

function comparison(gold: Event[], found: Event[]): Comparison {
  const isDrawn = ({ status }: Event): boolean => status === "actual" || status === "planned"
  return {
    docs: ["a"],
    events: { gold, found },
    edges: { gold: gold.filter(isDrawn), found: found.filter(isDrawn) },
    entities: { gold: [], found: [] },
  }
}

function measured(name: string, gold: Event[], found: Event[]): [events: number, value: number] | undefined {
  const quality = qualities(comparison(gold, found)).find((one) => one.name === name)
  return quality && [quality.events, Number(quality.value.toFixed(3))]
}

describe("direction", () => {
  test("counts turned edges of directed types among those found in either direction", () => {
    const gold = [event("X VISITED Y"), event("X URGED Y"), event("X AIDED Z"), event("X MET Y")]
    const found = [event("X VISITED Y"), event("Y URGED X"), event("Y MET X")]
    expect(measured("direction", gold, found)).toEqual([2, 0.5])
  })
  test("is not measured where nothing of a directed type was found", () => {
    expect(measured("direction", [event("X MET Y")], [event("X MET Y")])).toBeUndefined()
  })
})

describe("status", () => {
  const gold = [
    event("X MET Y"),
    event("X VISITED Y", "planned"),
    event("X CALLED Y", "negated"),
    event("X AIDED Y", "hypothetical"),
    event("X URGED Y"),
  ]
  const found = [
    event("Y MET X"),
    event("X VISITED Y", "actual"),
    event("X CALLED Y", "negated"),
    event("X AIDED Y", "hypothetical"),
  ]
  test("is judged on all four statuses of what was found with type and parties", () => {
    expect(measured("status", gold, found)).toEqual([4, 0.75])
  })
  test("F1 is the mean over the statuses", () => {
    // actual 2/3, planned 0, negated 1, hypothetical 1
    expect(measured("status, macro F1", gold, found)).toEqual([4, 0.667])
  })
  test("of two events of one edge each finds the one that agrees", () => {
    const both = [event("X MET Y", "negated"), event("X MET Y", "planned")]
    expect(measured("status", both, [...both].reverse())).toEqual([2, 1])
  })
})

test("date is judged where the gold has a day, and no day found is wrong", () => {
  const gold = [
    event("X MET Y", "actual", "2001-02-03"),
    event("X AIDED Y", "actual", "2001-02-03"),
    event("X URGED Y", "actual", "2001-02-03"),
    event("X VISITED Y"),
  ]
  const found = [
    event("X MET Y", "actual", "2001-02-03"),
    event("X AIDED Y", "actual", "2001-02-04"),
    event("X URGED Y"),
    event("X VISITED Y", "actual", "2001-02-03"),
  ]
  expect(measured("date", gold, found)).toEqual([3, 0.333])
})

// 12 June 2003 was a Thursday.
test.each<[{ date?: string; when?: string; status?: Status }, string | null]>([
  [{ date: "2003-06-10" }, "2003-06-10"],
  [{ date: "2003-06" }, null],
  [{ when: "on Tuesday" }, "2003-06-10"],
  [{ when: "Tuesday", status: "planned" }, "2003-06-17"],
  [{ when: "Thursday" }, "2003-06-12"],
  [{ when: "earlier today" }, "2003-06-12"],
  [{ when: "March 4, 2002" }, "2002-03-04"],
  [{ when: "June 1" }, "2003-06-01"],
  [{ when: "in recent days" }, null],
  [{ when: "since 2001" }, null],
  [{}, null],
])("reads the day of %j", (gold, expected) => {
  expect(dayOf({ status: "actual", ...gold }, "2003-06-12")).toBe(expected)
})

test("words that lean on an unknown day of publication give none", () => {
  expect(dayOf({ when: "on Tuesday", status: "actual" }, null)).toBeNull()
})

describe("calibration", () => {
  const claims = (confidence: number, right: number, wrong: number) =>
    Array.from({ length: right + wrong }, (_, at) => ({ confidence, right: at < right }))
  test("is nought where confidence is the share that is right", () => {
    expect(calibrationError([...claims(0.75, 3, 1), ...claims(1, 2, 0)])).toBeCloseTo(0)
  })
  test("weighs each bin's gap by its edges", () => {
    // .95 said and .5 right four times, .45 said and all right twice
    const mixed = [...claims(0.95, 2, 2), ...claims(0.45, 2, 0)]
    expect(calibrationError(mixed)).toBeCloseTo((4 * 0.45 + 2 * 0.55) / 6)
    expect(reliability(mixed).map((bin) => [bin.from, bin.claims, bin.right])).toEqual([
      [0.4, 2, 1],
      [0.9, 4, 0.5],
    ])
  })
  test("takes each drawn edge once, at its surest", () => {
    const gold = [event("X MET Y"), event("X AIDED Y", "negated")]
    const found = [
      event("X MET Y", "actual", null, 0.4),
      event("Y MET X", "actual", null, 0.8),
      event("X AIDED Y", "planned", null, 0.3),
      event("X CALLED Y", "negated", null, 0.9),
    ]
    expect(claimsOf(comparison(gold, found))).toEqual([
      { confidence: 0.8, right: true },
      { confidence: 0.3, right: false },
    ])
  })
})
