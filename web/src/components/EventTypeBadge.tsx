// An event type with the mark of its quad class.
import type { EventType } from "../../../src/types.js"
import { QUAD_NAMES } from "../core/ontology.js"
import { useOntology } from "../use-ontology.js"
import { QuadMark } from "./QuadMark.js"

export function EventTypeBadge({ type }: { type: EventType }) {
  const info = useOntology().get(type)
  return (
    <span className="type-badge" title={info && `${info.meaning} · ${QUAD_NAMES[info.quad]}`}>
      {info && <QuadMark quad={info.quad} />}
      {type}
    </span>
  )
}
