// Holds stored decisions against their checksums, and says what to write so that they fit again.
import { type Decision, decisionId, decisionSchema } from "./decisions.js"
import { push } from "./derived-graph.js"
import type { Problem } from "./problem.js"
import { checksumOfText, type Element, type StoredRecord } from "./stored.js"

export interface MendedDecisions {
  problems: Problem[]
  decisions: Decision[]
  /** What mending takes: these records go, then those come. */
  removed: Element[]
  added: Decision[]
}

/** Pure: nothing is written. */
export function mendDecisions(stored: StoredRecord[]): MendedDecisions {
  const mended: MendedDecisions = { problems: [], decisions: [], removed: [], added: [] }
  const byId = new Map<string, StoredRecord[]>()
  for (const record of stored) push(byId, String(record.properties.id), record)
  for (const [id, copies] of byId) {
    const sound = copies.map(readDecision).filter((decision) => decision?.id === id)
    const [decision] = sound
    if (decision !== undefined) mended.decisions.push(decision)
    if (copies.length === 1 && decision !== undefined) continue
    const [what, remedy] =
      decision === undefined
        ? (["what was decided is lost or changed", "redecide"] as const)
        : (["is there twice", "tidy"] as const)
    mended.problems.push({ id, what, remedy })
    mended.removed.push(...copies.map(({ element }) => element))
    if (decision !== undefined) mended.added.push(decision)
  }
  return mended
}

function readDecision({ properties: { value, checksum } }: StoredRecord): Decision | undefined {
  if (typeof value !== "string" || checksumOfText(value) !== checksum) return undefined
  const { data } = decisionSchema.safeParse(JSON.parse(value))
  return data !== undefined && decisionId(data.ruling) === data.id ? data : undefined
}
