// A dot in the colour of an actor's kind.
import type { ActorKind } from "../../../src/types.js"

export function KindMark({ kind }: { kind: ActorKind }) {
  return <span className="kind-mark" data-kind={kind} title={kind} aria-hidden />
}
