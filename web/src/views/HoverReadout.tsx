// One line under the canvas that says in words what the pointer is over.
import type { ViewGraph } from "../../../src/types.js"
import { EventTypeBadge } from "../components/EventTypeBadge.js"
import { KindMark } from "../components/KindMark.js"
import type { Filtered } from "../core/filters/index.js"
import { count } from "../format.js"
import type { Hovered } from "./controllers/EventsController.js"

interface Props {
  view: ViewGraph
  filtered: Filtered
  hovered: Hovered
}

export function HoverReadout({ view, filtered, hovered }: Props) {
  const actor = view.nodes.find((node) => node.id === hovered.actor)
  if (actor !== undefined)
    return (
      <p className="readout" data-testid="readout">
        <KindMark kind={actor.kind} /> <b>{actor.name}</b> {count(actor.events, "event")}
      </p>
    )
  const edge = view.edges.find((candidate) => candidate.id === hovered.edge)
  if (edge === undefined) return null
  const nameOf = (id: string): string => view.nodes.find((node) => node.id === id)?.name ?? id
  const events = filtered.events.get(edge.id)?.length ?? 0
  return (
    <p className="readout" data-testid="readout">
      <b>{nameOf(edge.source)}</b> <EventTypeBadge type={edge.type} /> <b>{nameOf(edge.target)}</b>{" "}
      {count(events, "event")}
    </p>
  )
}
