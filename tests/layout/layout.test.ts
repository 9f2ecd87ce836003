import { describe, expect, it } from "vitest"
import { layOut } from "../../src/layout/index.js"
import type { Position } from "../../src/store/types.js"
import type { EdgeEvent, ViewGraph } from "../../src/types.js"

type View = Pick<ViewGraph, "nodes" | "edges">

const event: EdgeEvent = {
  ...{ id: "event:1", date: null, datePrecision: "unknown", status: "actual" },
  ...{ confidence: 1, reports: 1, outlets: 1 },
}

/** A view of these pairs, each one edge. */
function viewOf(pairs: [string, string][]): View {
  const ids = [...new Set(pairs.flat())]
  return {
    nodes: ids.map((id) => ({
      ...{ id, kind: "State", name: id, state: null, aliases: [], mentions: 1, x: 0, y: 0 },
      events: pairs.flat().filter((other) => other === id).length,
    })),
    edges: pairs.map(([source, target]) => ({
      ...{ id: `${source}|MET|${target}`, source, target, type: "MET", events: [event] },
    })),
  }
}

/** Four hubs with forty partners each, a ring through the hubs, and ten pairs apart from all. */
function largeView(): View {
  const pairs: [string, string][] = []
  for (let hub = 0; hub < 4; hub++) {
    pairs.push([`hub${hub}`, `hub${(hub + 1) % 4}`])
    for (let partner = 0; partner < 40; partner++) pairs.push([`hub${hub}`, `p${hub}-${partner}`])
  }
  for (let pair = 0; pair < 10; pair++) pairs.push([`left${pair}`, `right${pair}`])
  return viewOf(pairs)
}

const distance = ([x, y]: Position, [a, b]: Position): number => Math.hypot(x - a, y - b)
const at = (positions: Map<string, Position>, id: string): Position => positions.get(id) as Position
const nothing = new Map<string, Position>()

describe("layOut", () => {
  it("gives the same bytes for the same graph, in whatever order it comes", () => {
    const view = largeView()
    const first = layOut(view, nothing)
    expect([...layOut(view, nothing)]).toEqual([...first])
    const reversed = { nodes: view.nodes.toReversed(), edges: view.edges }
    expect([...layOut(reversed, nothing)]).toEqual([...first])
  })

  it("places every actor, none on top of another", () => {
    const view = largeView()
    const positions = layOut(view, nothing)
    expect(positions.size).toBe(view.nodes.length)
    const places = [...positions.values()]
    const nearest = places.flatMap((place, index) =>
      places.slice(index + 1).map((other) => distance(place, other)),
    )
    expect(Math.min(...nearest)).toBeGreaterThan(1)
  })

  it("draws partners nearer than strangers", () => {
    const positions = layOut(largeView(), nothing)
    const toHub = (hub: number) => distance(at(positions, "p0-7"), at(positions, `hub${hub}`))
    expect(toHub(0)).toBeLessThan(Math.min(toHub(1), toHub(2), toHub(3)))
  })

  it("keeps what is not connected near the rest", () => {
    const positions = layOut(largeView(), nothing)
    const radii = (isApart: boolean): number[] =>
      [...positions]
        .filter(([id]) => /^(left|right)/.test(id) === isApart)
        .map(([, place]) => distance(place, [0, 0]))
    expect(Math.max(...radii(true))).toBeLessThan(2 * Math.max(...radii(false)))
  })

  it("leaves old actors where they were and puts a new one beside its partner", () => {
    const before = layOut(largeView(), nothing)
    const view = largeView()
    const more = viewOf([
      ...view.edges.map(({ source, target }): [string, string] => [source, target]),
      ["p1-3", "new"],
    ])
    const after = layOut(more, before)
    const size = Math.max(...[...before.values()].map((place) => distance(place, [0, 0])))
    for (const [id, place] of before) expect(distance(at(after, id), place), id).toBeLessThan(size / 20)
    expect(distance(at(after, "new"), at(after, "p1-3"))).toBeLessThan(size / 3)
  })

  it("starts afresh where most actors are new", () => {
    const view = largeView()
    const stale = new Map(view.nodes.slice(0, 10).map(({ id }): [string, Position] => [id, [9e6, 9e6]]))
    expect([...layOut(view, stale)]).toEqual([...layOut(view, nothing)])
  })
})
