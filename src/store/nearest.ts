// Who may have been meant by an id or name that the graph does not hold.
import { compare } from "../graph/derived-graph.js"
import { nameKey } from "../pipeline/resolve/spelling.js"
import type { ActorId, ActorSummary } from "../types.js"

/** Below this, names have no more in common than any two do. */
const ALIKE = 0.5

/** Actors with a name or id spelt alike, the likest first: misspelt, shortened or with words in another order. */
export function nearestActors(actors: Iterable<ActorSummary>, given: string, limit: number): ActorId[] {
  const wanted = pairsOf(given)
  return [...actors]
    .map(({ id, name, aliases, events }) => {
      const likeness = Math.max(...[id, name, ...aliases].map((text) => likenessOf(wanted, pairsOf(text))))
      return { id, events, likeness }
    })
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || b.events - a.events || compare(a.id, b.id))
    .slice(0, limit)
    .map(({ id }) => id)
}

/** Pairs of neighbouring letters, words' ends included, of a name whose spellings are folded: `bo` is ` b`, `bo`, `o `. */
function pairsOf(text: string): Set<string> {
  const withoutKind = text.slice(text.indexOf(":") + 1)
  const folded = ` ${nameKey(withoutKind)} `
  return new Set(Array.from({ length: folded.length - 1 }, (_, at) => folded.slice(at, at + 2)))
}

/** 0..1, by Dice (1945): twice what both have, of what each has. */
function likenessOf(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length
  return (2 * shared) / (one.size + other.size)
}
