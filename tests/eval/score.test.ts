import { describe, expect, test } from "vitest"
import { compare, type Edge, edgeKey } from "../../src/eval/edges.js"
import { createCanonical, normaliseName } from "../../src/eval/names.js"
import { interval, keysByDoc, score } from "../../src/eval/score.js"

const edge = (doc: string, type: string, source: string, target: string): Edge => ({
  doc,
  type,
  source,
  target,
})

describe("score", () => {
  test("counts right edges against gold and found", () => {
    const gold = [
      edge("a", "CONDEMNED", "X", "Y"),
      edge("a", "VISITED", "X", "Z"),
      edge("b", "CALLED", "X", "Y"),
    ]
    const found = [
      edge("a", "CONDEMNED", "X", "Y"),
      edge("a", "VISITED", "Z", "X"),
      edge("b", "CALLED", "Y", "X"),
    ]
    const result = score(keysByDoc(["a", "b"], gold, found, edgeKey))
    expect(result).toMatchObject({ gold: 3, found: 3, right: 2 })
    expect(result.f1).toBeCloseTo(2 / 3)
  })
  test("nothing found is zero, not a division by zero", () => {
    expect(score(keysByDoc(["a"], [edge("a", "MET", "X", "Y")], [], edgeKey)).f1).toBe(0)
  })
  test("the interval holds the figure and is the same each time", () => {
    const gold = "abcdefgh".split("").map((doc) => edge(doc, "MET", "X", "Y"))
    const keys = keysByDoc(
      gold.map(({ doc }) => doc),
      gold,
      gold.slice(3),
      edgeKey,
    )
    const [low, high] = interval(keys)
    expect(low).toBeLessThan(score(keys).f1)
    expect(high).toBeGreaterThan(score(keys).f1)
    expect(interval(keys)).toEqual([low, high])
  })
})

test.each([
  ["The Republic of the Congo", "republic congo"],
  ["Élysée Palace", "elysee palace"],
  ["al-Shabaab", "al shabaab"],
])("normalises %s", (name, expected) => {
  expect(normaliseName(name)).toBe(expected)
})

describe("canonical names", () => {
  const canonical = createCanonical([
    { doc: "a", kind: "Person", name: "Ana Lima", surface: ["Lima"], optional: false },
    { doc: "b", kind: "State", name: "Peru", surface: ["Lima"], optional: false },
  ])
  test("an alias counts in its own article", () => {
    expect(canonical("b", { name: "Lima", aliases: [] })).toBe("Peru")
    expect(canonical("a", { name: "Dr Lima", aliases: ["Lima"] })).toBe("Ana Lima")
  })
  test("elsewhere the first article's name counts, and an unknown name stays", () => {
    expect(canonical("c", { name: "Lima", aliases: [] })).toBe("Ana Lima")
    expect(canonical("c", { name: "Oslo", aliases: [] })).toBe("Oslo")
  })
})

test("optional events are neither rewarded nor punished, and negated ones are no edges", () => {
  const party = (name: string) => ({ kind: "State" as const, name })
  const event = {
    doc: "a",
    type: "CONDEMNED",
    source: party("X"),
    target: party("Y"),
    status: "actual" as const,
  }
  const gold = {
    docs: ["a"],
    entities: [],
    events: [
      { ...event, optional: false },
      { ...event, type: "URGED", optional: true },
      { ...event, type: "MET", status: "negated" as const, optional: false },
    ],
  }
  expect(compare(gold, []).edges.gold.map(({ type }) => type)).toEqual(["CONDEMNED"])
})
