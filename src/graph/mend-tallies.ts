// Holds what is counted of actors against what their articles say, and says what to write so that it fits.
import type { ActorId } from "../types.js"
import { push } from "./derived-graph.js"
import type { Problem } from "./problem.js"
import type { Element, StoredRecord } from "./stored.js"
import { type Tally, writeTally } from "./tally.js"

export interface MendedTallies {
  problems: Problem[]
  /** What mending takes: these records go, then those come. */
  removed: Element[]
  missing: Map<ActorId, Tally>
}

/** Pure: nothing is written. */
export function mendTallies(stored: StoredRecord[], wanted: Map<ActorId, Tally>): MendedTallies {
  const byActor = new Map<string, StoredRecord[]>()
  for (const record of stored) push(byActor, String(record.properties.actor), record)
  const mended: MendedTallies = { problems: [], removed: [], missing: new Map() }
  for (const id of new Set([...wanted.keys(), ...byActor.keys()])) {
    const tally = wanted.get(id)
    const copies = byActor.get(id) ?? []
    const isRight = copies.every(
      ({ properties }) => tally !== undefined && properties.value === writeTally(tally),
    )
    if (isRight && copies.length === 1) continue
    const what = "what is counted of it differs from what its articles say"
    mended.problems.push({ id, what, remedy: "derive" })
    mended.removed.push(...copies.map(({ element }) => element))
    if (tally !== undefined) mended.missing.set(id, tally)
  }
  return mended
}
