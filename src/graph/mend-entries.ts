// Holds the keys that articles are found under against what the articles say, and says what to write so that they fit.
import { push } from "./derived-graph.js"
import type { Problem } from "./problem.js"
import type { Entry } from "./rows.js"
import type { Element, StoredRecord } from "./stored.js"

export interface MendedEntries {
  problems: Problem[]
  /** What mending takes: these records go, then those come. */
  removed: Element[]
  missing: Entry[]
}

/** Pure: nothing is written. */
export function mendEntries(stored: StoredRecord[], wanted: Entry[]): MendedEntries {
  const found = new Map<string, StoredRecord[]>()
  for (const record of stored) push(found, nameOf(record.properties), record)
  const missing = wanted.filter((entry) => !found.has(nameOf(entry)))
  const names = new Set(wanted.map(nameOf))
  const surplus = [...found].flatMap(([name, copies]) => copies.slice(names.has(name) ? 1 : 0))
  const articles = new Set(
    [...missing, ...surplus.map(({ properties }) => properties)].map(({ article }) => article),
  )
  return {
    problems: [...articles].map((article) => ({
      id: String(article),
      what: "it is found under other keys than those of what it says",
      remedy: "derive",
    })),
    removed: surplus.map(({ element }) => element),
    missing,
  }
}

const nameOf = ({ key, article }: Partial<Record<keyof Entry, unknown>>): string =>
  JSON.stringify([key, article])
