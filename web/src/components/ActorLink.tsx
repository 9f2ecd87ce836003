// An actor's name that opens its card.
import type { ActorId, ActorKind } from "../../../src/types.js"
import { KindMark } from "./KindMark.js"

interface Props {
  actor: { id: ActorId; kind: ActorKind; name: string } | null
  onOpen: (id: ActorId) => void
}

export function ActorLink({ actor, onOpen }: Props) {
  if (actor === null) return <span className="muted">not named</span>
  return (
    <button type="button" className="actor-link" onClick={() => onOpen(actor.id)}>
      <KindMark kind={actor.kind} />
      {actor.name}
    </button>
  )
}
