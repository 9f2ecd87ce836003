// What the detail panel shows, and with it what is selected on the canvas.
import type { ActorId, EventType, Span } from "../../../../src/types.js"

export type Detail =
  | { kind: "actor"; id: ActorId }
  | { kind: "edge"; source: ActorId; target: ActorId; type: EventType; event?: string }
  /** An event without an edge: one party is unknown, or it did not happen. */
  | { kind: "event"; id: string; actor: ActorId }
  | { kind: "article"; id: string; quote?: Span }

/** The way the reader came; the last is shown, Back takes it off. */
export type Trail = readonly Detail[]

export interface Selected {
  actor?: ActorId
  edge?: string
}
