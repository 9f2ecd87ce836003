// What stands out on the canvas: what the pointer is over, else what is selected, each with its neighbours.
import type Graph from "graphology"
import type { Selected } from "../../core/selection/index.js"
import type { Hovered } from "./EventsController.js"

export interface Focus {
  by: "hover" | "selection" | "nothing"
  actors: ReadonlySet<string>
  edges: ReadonlySet<string>
  /** The one actor or edge that is hovered or selected itself. */
  actor?: string
  edge?: string
}

export function focusOn(graph: Graph, selected: Selected, hovered: Hovered): Focus {
  const over = around(graph, hovered)
  if (over !== undefined) return { by: "hover", ...over }
  const chosen = around(graph, selected)
  if (chosen !== undefined) return { by: "selection", ...chosen }
  return { by: "nothing", actors: new Set(), edges: new Set() }
}

function around(graph: Graph, { actor, edge }: Selected): Omit<Focus, "by"> | undefined {
  if (edge !== undefined && graph.hasEdge(edge))
    return { actors: new Set(graph.extremities(edge)), edges: new Set([edge]), edge }
  if (actor !== undefined && graph.hasNode(actor))
    return { actor, actors: new Set([actor, ...graph.neighbors(actor)]), edges: new Set(graph.edges(actor)) }
  return undefined
}
