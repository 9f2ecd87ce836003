// Where the page draws each actor: computed here once, so that a reload shows the same picture and old actors
// stay where readers know them when new ones arrive.
import { createHash } from "node:crypto"
import { UndirectedGraph } from "graphology"
import forceAtlas2Module from "graphology-layout-forceatlas2"
import noverlapModule from "graphology-layout-noverlap"
import type { GraphStore, Position } from "../store/types.js"
import type { ActorId, ViewGraph } from "../types.js"

// CommonJS modules: what Node imports as their default is what their types call the default of that.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default
const noverlap = noverlapModule as unknown as typeof noverlapModule.default

/** Lays out the actors of a store that have no position yet. Does nothing when all have one. */
export async function updatePositions(store: GraphStore): Promise<void> {
  const view = await store.view({ limit: Number.MAX_SAFE_INTEGER })
  const known = await store.positions()
  if (view.nodes.every(({ id }) => known.has(id))) return
  await store.savePositions(layOut(view, known))
}

/** Positions of every actor of the view: a function of the view and of the positions known before. */
export function layOut(
  { nodes, edges }: Pick<ViewGraph, "nodes" | "edges">,
  _known: Map<ActorId, Position>,
): Map<ActorId, Position> {
  const graph = new UndirectedGraph<{ x: number; y: number; size: number }>()
  for (const { id } of [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [x, y] = onCircle(id)
    graph.addNode(id, { x, y, size: 1 })
  }
  for (const { source, target } of edges) if (source !== target) graph.mergeEdge(source, target)
  forceAtlas2.assign(graph, { iterations: 200, settings: forceAtlas2.inferSettings(graph) })
  noverlap.assign(graph)
  return new Map(graph.mapNodes((id, { x, y }) => [id, [x, y] as Position]))
}

function onCircle(id: ActorId): Position {
  const angle = (createHash("sha256").update(id).digest().readUInt32BE(0) / 2 ** 32) * 2 * Math.PI
  return [100 * Math.cos(angle), 100 * Math.sin(angle)]
}
