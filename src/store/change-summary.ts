// Sums of what several changes did.
import type { ChangeSummary } from "./types.js"

export const noChange = (): ChangeSummary => ({
  articles: { new: 0, changed: 0, unchanged: 0, removed: 0 },
  nodes: { created: 0, updated: 0, removed: 0 },
  relationships: { created: 0, updated: 0, removed: 0 },
})

/** Adds a change to a sum, in place. */
export function addChange(sum: ChangeSummary, change: ChangeSummary): void {
  for (const part of ["articles", "nodes", "relationships"] as const) {
    const [counts, more] = [sum[part] as Record<string, number>, change[part] as Record<string, number>]
    for (const [name, number] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + number
  }
}
