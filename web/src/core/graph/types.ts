// What stands on the canvas: our actors and edges under the attribute names that Sigma draws.
import type { MultiDirectedGraph } from "graphology"
import type { ActorKind, EventType, Quad } from "../../../../src/types.js"

export interface NodeAttributes {
  x: number
  y: number
  /** Radius in pixels at zoom 1. */
  size: number
  /** Sigma's word for the drawn text: the actor's name. */
  label: string
  kind: ActorKind
}

export interface EdgeAttributes {
  /** Sigma's word for a drawing program, not our type. */
  type: "curve"
  curvature: number
  eventType: EventType
  quad: Quad
}

export type CanvasGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

/** A node in the answer of a query: drawn as it is, without filters, so its colour is an attribute. */
export interface ResultNode {
  x: number
  y: number
  size: number
  label: string
  color: string
  kind: ActorKind | undefined
}

export interface ResultEdge {
  type: "curve"
  curvature: number
  size: number
  label: string
  color: string
}

export type ResultGraph = MultiDirectedGraph<ResultNode, ResultEdge>
