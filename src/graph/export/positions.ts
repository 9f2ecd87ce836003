// Where exports draw nodes: a function of the graph, so that equal graphs give equal bytes.
import { createHash } from "node:crypto"
import { layOut } from "../../layout/index.js"
import { buildReadModel } from "../../store/read-model.js"
import type { Position } from "../../store/types.js"
import { viewOf } from "../../store/views.js"
import type { ActorId, GraphNode, Subgraph } from "../../types.js"
import { push } from "../derived-graph.js"

/** How far from the middle of its neighbours a node lies that no edge draws, in units of the layout. */
const OFFSET = 3

/** The actors that are drawn, laid out afresh: whatever a store has saved. */
export function placeActors({ nodes, relationships }: Subgraph): Map<ActorId, Position> {
  const view = viewOf(buildReadModel(nodes, relationships), new Map(), { limit: Number.MAX_SAFE_INTEGER })
  return view.nodes.length === 0 ? new Map() : layOut(view, new Map())
}

/** Every node: the drawn actors, then events among their parties, articles and the other actors among theirs. */
export function placeNodes(graph: Subgraph): Map<string, Position> {
  const positions = placeActors(graph)
  const neighbours = new Map<string, string[]>()
  for (const { source, target } of graph.relationships) {
    push(neighbours, source, target)
    push(neighbours, target, source)
  }
  for (const label of ["Event", "Article", "Actor"]) {
    for (const { id } of graph.nodes.filter((node) => isWithout(positions, node, label))) {
      const around = (neighbours.get(id) ?? []).map((other) => positions.get(other))
      positions.set(
        id,
        beside(
          id,
          around.filter((place) => place !== undefined),
        ),
      )
    }
  }
  return positions
}

const isWithout = (positions: Map<string, Position>, { id, labels }: GraphNode, label: string): boolean =>
  labels.includes(label) && !positions.has(id)

/** Beside the middle of these places, at an angle that its id gives: two nodes of the same middle lie apart. */
function beside(id: string, places: Position[]): Position {
  const angle = (createHash("sha256").update(id).digest().readUInt32BE() / 2 ** 32) * 2 * Math.PI
  const middle = (axis: 0 | 1): number =>
    places.reduce((sum, place) => sum + place[axis], 0) / Math.max(places.length, 1)
  const round = (coordinate: number): number => Math.round(coordinate * 100) / 100
  return [round(middle(0) + OFFSET * Math.cos(angle)), round(middle(1) + OFFSET * Math.sin(angle))]
}
