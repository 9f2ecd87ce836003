// Where the page draws each actor: computed here once, so that a reload shows the same picture and old actors
// stay where readers know them when new ones arrive.
import { createHash } from "node:crypto"
import { UndirectedGraph } from "graphology"
import forceAtlas2Module from "graphology-layout-forceatlas2"
import noverlapModule from "graphology-layout-noverlap"
import type { GraphStore, Position } from "../store/types.js"
import type { ActorId, ViewEdge, ViewGraph } from "../types.js"

// CommonJS modules: what Node imports as their default is what their types call the default of that.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default
const noverlap = noverlapModule as unknown as typeof noverlapModule.default

type LayoutGraph = UndirectedGraph<{ x: number; y: number; size: number; fixed: boolean }, { weight: number }>

/** Beyond this, forces are approximated and passes are fewer: 500 actors take 0.4 s, 10,000 some 5 s. */
const LARGE = 1000
/** Gravity this strong holds what is not connected at the rim of the rest; a weaker one lets it fly off. */
const FORCES = { strongGravityMode: true, gravity: 0.5, scalingRatio: 10, barnesHutTheta: 1.2 }
/** The window that nodes shall not overlap in (its side per root of their number), their radius and distance there. */
const PIXELS = 40
const RADIUS = { smallest: 4, largest: 16 }
const MARGIN = 3
const NOVERLAP_PASSES = 100

/** Lays out the actors that have no position yet, and saves. Does nothing when all have one. */
export async function updatePositions(store: GraphStore): Promise<void> {
  const view = await store.view({ limit: Number.MAX_SAFE_INTEGER })
  const known = await store.positions()
  if (view.nodes.every(({ id }) => known.has(id))) return
  await store.savePositions(layOut(view, known))
}

/**
 * A position for every actor of the view: a function of the view, and of the positions known before, which
 * stay but for small shifts that make room. Where most actors are new, everything is laid out afresh.
 */
export function layOut(
  { nodes, edges }: Pick<ViewGraph, "nodes" | "edges">,
  known: Map<ActorId, Position>,
): Map<ActorId, Position> {
  const old = nodes.filter(({ id }) => known.has(id)).length
  const kept = old * 2 > nodes.length ? known : new Map<ActorId, Position>()
  const graph = toGraph(nodes, edges, kept)
  forceAtlas2.assign(graph, {
    iterations: graph.order > LARGE ? 50 : 100,
    settings: { ...FORCES, barnesHutOptimize: graph.order > LARGE, slowDown: 1 + Math.log(graph.order) },
  })
  makeRoom(graph)
  return new Map(graph.mapNodes((id, { x, y }) => [id, [round(x), round(y)]]))
}

function toGraph(nodes: ViewGraph["nodes"], edges: ViewEdge[], kept: Map<ActorId, Position>): LayoutGraph {
  const graph: LayoutGraph = new UndirectedGraph()
  const mostEvents = nodes.reduce((most, node) => Math.max(most, node.events), 1)
  // In the order of their ids: sums of floating-point forces depend on it.
  for (const { id, events } of [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const size = RADIUS.smallest + (RADIUS.largest - RADIUS.smallest) * Math.sqrt(events / mostEvents)
    const [x, y] = kept.get(id) ?? startOf(id, nodes.length)
    graph.addNode(id, { x, y, size, fixed: kept.has(id) })
  }
  for (const { source, target, events } of edges) {
    if (source === target) continue
    graph.updateEdge(source, target, ({ weight = 0 }) => ({ weight: weight + events.length }))
  }
  graph.updateEachEdgeAttributes((_edge, { weight }) => ({ weight: 1 + Math.log(weight) }))
  if (kept.size > 0) startNearPartners(graph)
  return graph
}

/** On a circle, at an angle that its id gives. */
function startOf(id: ActorId, order: number): Position {
  const angle = (createHash("sha256").update(id).digest().readUInt32BE() / 2 ** 32) * 2 * Math.PI
  const radius = 10 * Math.sqrt(order)
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

/** A new actor begins among those it deals with, a little towards its place on the circle. */
function startNearPartners(graph: LayoutGraph): void {
  graph.updateEachNodeAttributes((id, attributes) => {
    const partners = graph.mapNeighbors(id, (_partner, partner) => partner).filter((partner) => partner.fixed)
    if (attributes.fixed || partners.length === 0) return attributes
    const mean = (axis: "x" | "y"): number =>
      partners.reduce((sum, partner) => sum + partner[axis], attributes[axis] / 10) / partners.length
    return { ...attributes, x: mean("x"), y: mean("y") }
  })
}

/** Moves nodes apart that would overlap when the whole graph fills the window. */
function makeRoom(graph: LayoutGraph): void {
  const extent = (axis: "x" | "y"): number => {
    const values = graph.mapNodes((_id, attributes) => attributes[axis])
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
  }
  const side = Math.sqrt(graph.order)
  const pixel = Math.max(extent("x"), extent("y"), 1) / (PIXELS * side)
  noverlap.assign(graph, {
    maxIterations: NOVERLAP_PASSES,
    inputReducer: (_id, { x, y, size = 1 }) => ({ x: x / pixel, y: y / pixel, size }),
    outputReducer: (_id, { x, y }) => ({ x: x * pixel, y: y * pixel }),
    settings: { margin: MARGIN, gridSize: Math.ceil(side) },
  })
}

const round = (coordinate: number): number => Math.round(coordinate * 100) / 100
