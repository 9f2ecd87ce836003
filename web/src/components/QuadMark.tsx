// The mark of a quad class: circle or diamond (cooperation or conflict), hollow or full (verbal or material).
import type { Quad } from "../../../src/types.js"

export function QuadMark({ quad }: { quad: Quad }) {
  const isFull = quad.startsWith("material")
  return (
    <svg className="quad-mark" data-quad={quad} viewBox="0 0 12 12" aria-hidden="true">
      {quad.endsWith("conflict") ? (
        <path d="M6 1 11 6 6 11 1 6Z" fill={isFull ? "currentColor" : "none"} />
      ) : (
        <circle cx="6" cy="6" r="4.25" fill={isFull ? "currentColor" : "none"} />
      )}
    </svg>
  )
}
