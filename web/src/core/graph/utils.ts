// Server data to canvas graph. Sigma's `label` and `type` mean other things than ours: translated here only.
import { MultiDirectedGraph } from "graphology"
import type { EventType, Subgraph, ViewEdge, ViewGraph, ViewNode } from "../../../../src/types.js"
import type { Palette } from "../../theme.js"
import type { Ontology } from "../ontology.js"
import { kindOf, nameOf } from "../query.js"
import type { CanvasGraph, EdgeAttributes, NodeAttributes, ResultGraph } from "./types.js"

const [SMALLEST, LARGEST] = [4, 17]
const FIRST_CURVE = 0.14
const WIDEST_CURVE = 0.9

/** Adds what the graph lacks; nodes that are there stay where they are. */
export function addToCanvas(graph: CanvasGraph, view: ViewGraph, ontology: Ontology): void {
  const mostEvents = view.nodes.reduce((most, node) => Math.max(most, node.events), 1)
  for (const node of view.nodes) {
    if (!graph.hasNode(node.id)) graph.addNode(node.id, toNodeAttributes(node, mostEvents))
  }
  for (const { edge, curvature } of curved(view.edges)) {
    if (graph.hasEdge(edge.id) || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue
    graph.addEdgeWithKey(edge.id, edge.source, edge.target, toEdgeAttributes(edge, curvature, ontology))
  }
}

/** The answer of a query, on a circle: what lies between is for a layout to find. */
export function toResultGraph(subgraph: Subgraph, palette: Palette, ontology: Ontology): ResultGraph {
  const graph: ResultGraph = new MultiDirectedGraph()
  for (const [index, node] of subgraph.nodes.entries()) {
    const angle = (2 * Math.PI * index) / subgraph.nodes.length
    const kind = kindOf(node)
    graph.addNode(node.id, {
      x: Math.cos(angle),
      y: Math.sin(angle),
      size: kind === undefined ? 5 : 8,
      label: nameOf(node),
      kind,
      color: kind === undefined ? palette.muted : palette.kinds[kind],
    })
  }
  for (const { edge, curvature } of curved(subgraph.relationships)) {
    if (!graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue
    const quad = ontology.get(edge.type as EventType)?.quad
    const color = quad === undefined ? palette.muted : palette.quads[quad]
    graph.addEdgeWithKey(edge.id, edge.source, edge.target, {
      type: "curve",
      curvature,
      size: 2,
      label: edge.type,
      color,
    })
  }
  return graph
}

const toNodeAttributes = ({ x, y, name, kind, events }: ViewNode, mostEvents: number): NodeAttributes => ({
  x,
  y,
  size: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(events / mostEvents),
  label: name,
  kind,
})

const toEdgeAttributes = ({ type }: ViewEdge, curvature: number, ontology: Ontology): EdgeAttributes => ({
  type: "curve",
  curvature,
  eventType: type,
  quad: ontology.get(type)?.quad ?? "verbal-cooperation",
})

/**
 * How far each edge bends. A curve bends to the same side as seen from its source, so that those of the other
 * direction lie on the other side; those of one direction bend ever wider. None overlap.
 */
function curved<Edge extends { source: string; target: string }>(
  edges: Edge[],
): { edge: Edge; curvature: number }[] {
  const parallel = new Map<string, number>()
  const pairs = edges.map(({ source, target }) => `${source}|${target}`)
  for (const pair of pairs) parallel.set(pair, (parallel.get(pair) ?? 0) + 1)
  const placed = new Map<string, number>()
  return edges.map((edge, position) => {
    const pair = pairs[position] as string
    const index = placed.get(pair) ?? 0
    placed.set(pair, index + 1)
    const step = Math.min(FIRST_CURVE, (WIDEST_CURVE - FIRST_CURVE) / (parallel.get(pair) ?? 1))
    return { edge, curvature: FIRST_CURVE + index * step }
  })
}

/** Both together; what the first has, it keeps. */
export function mergeViews(view: ViewGraph, added: ViewGraph): ViewGraph {
  const nodes = new Set(view.nodes.map((node) => node.id))
  const edges = new Set(view.edges.map((edge) => edge.id))
  return {
    nodes: [...view.nodes, ...added.nodes.filter((node) => !nodes.has(node.id))],
    edges: [...view.edges, ...added.edges.filter((edge) => !edges.has(edge.id))],
    total: added.total,
  }
}
