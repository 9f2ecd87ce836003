// Selection is read off the trail of details, never stored twice.
import type { Detail, Selected, Trail } from "./types.js"

const LONGEST_TRAIL = 50

/** Goes on to a detail; the one that is open already stays single. */
export function follow(trail: Trail, detail: Detail): Trail {
  if (JSON.stringify(trail.at(-1)) === JSON.stringify(detail)) return trail
  return [...trail, detail].slice(-LONGEST_TRAIL)
}

export const back = (trail: Trail): Trail => trail.slice(0, -1)

/** The last actor or edge: an article opened from an edge leaves the edge selected. */
export function selectedIn(trail: Trail): Selected {
  const last = trail.findLast((detail) => detail.kind !== "article")
  if (last?.kind === "actor") return { actor: last.id }
  if (last?.kind === "edge") return { edge: edgeId(last) }
  if (last?.kind === "event") return { actor: last.actor }
  return {}
}

/** As the server names an edge. */
export const edgeId = ({ source, type, target }: { source: string; type: string; target: string }): string =>
  `${source}|${type}|${target}`
