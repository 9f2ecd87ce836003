// What an export is made of, and what it gives.
import type { EventTypeInfo } from "../../ontology.js"
import type { GraphStore, Position } from "../../store/types.js"
import type { ActorId, Subgraph } from "../../types.js"

export type ExportSource = Pick<GraphStore, "exportGraph">

export interface ExportFile {
  name: string
  /** Its text in pieces, so that no graph is too large for one string. */
  pieces: Iterable<string>
}

/** What an offline page reads from its element `graph`. */
export interface OfflineGraph extends Subgraph {
  positions: [ActorId, Position][]
  eventTypes: EventTypeInfo[]
}
