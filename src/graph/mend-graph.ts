// Holds the stored graph against the derived one, and says what to write so that they are equal.
import type { GraphNode, GraphRelationship } from "../types.js"
import { canonical } from "./canonical.js"
import { type DerivedGraph, push } from "./derived-graph.js"
import type { Problem } from "./problem.js"
import type { Element, Stored, StoredNode, StoredRelationship } from "./stored.js"

export interface MendedGraph {
  problems: Problem[]
  /** What mending takes: these go, then those come. */
  removedNodes: Element[]
  removedRelationships: Element[]
  nodes: GraphNode[]
  relationships: GraphRelationship[]
}

/** Pure: nothing is written. An item that is not wholly right is made anew, with all that ends at it. */
export function mendGraph(
  stored: Pick<Stored, "nodes" | "relationships">,
  derived: DerivedGraph,
): MendedGraph {
  const problems: Problem[] = []
  const nodes = mendItems(stored.nodes, derived.nodes, isSameNode, problems)
  const kept = new Map(nodes.kept.map(({ element, id }) => [element, id]))
  const isSame = (found: StoredRelationship, wanted: GraphRelationship): boolean =>
    isSameRelationship(found, wanted) &&
    kept.get(found.sourceElement) === wanted.source &&
    kept.get(found.targetElement) === wanted.target
  const relationships = mendItems(stored.relationships, derived.relationships, isSame, [])
  mendItems(stored.relationships, derived.relationships, isSameRelationship, problems)
  return {
    problems,
    removedNodes: nodes.removed,
    removedRelationships: relationships.removed,
    nodes: nodes.missing,
    relationships: relationships.missing,
  }
}

const isSameNode = (found: StoredNode, wanted: GraphNode): boolean =>
  canonical(found.labels) === canonical(wanted.labels) &&
  canonical(found.properties) === canonical(wanted.properties)

const isSameRelationship = (found: StoredRelationship, wanted: GraphRelationship): boolean =>
  found.type === wanted.type &&
  found.source === wanted.source &&
  found.target === wanted.target &&
  canonical(found.properties) === canonical(wanted.properties)

interface MendedItems<Found, Wanted> {
  kept: Found[]
  removed: Element[]
  missing: Wanted[]
}

/** Keeps what is right and there once. */
function mendItems<Found extends Wanted & { element: Element }, Wanted extends GraphNode | GraphRelationship>(
  stored: Found[],
  derived: Map<string, Wanted>,
  isSame: (found: Found, wanted: Wanted) => boolean,
  problems: Problem[],
): MendedItems<Found, Wanted> {
  const mended: MendedItems<Found, Wanted> = { kept: [], removed: [], missing: [] }
  const problem = (id: string, what: string): void => {
    problems.push({ id, what, remedy: "derive" })
  }
  const byId = new Map<string, Found[]>()
  for (const item of stored) push(byId, item.id, item)
  for (const [id, wanted] of derived) {
    const copies = byId.get(id) ?? []
    const [only] = copies
    if (only !== undefined && copies.length === 1 && isSame(only, wanted)) {
      mended.kept.push(only)
      continue
    }
    mended.missing.push(wanted)
    mended.removed.push(...copies.map(({ element }) => element))
    if (copies.length === 0) problem(id, "is missing, though articles tell of it")
    else if (copies.length > 1) problem(id, "is there twice")
    else problem(id, "differs from what its articles say")
  }
  for (const [id, copies] of byId) {
    if (derived.has(id)) continue
    mended.removed.push(...copies.map(({ element }) => element))
    problem(id, "is there, though no article tells of it")
  }
  return mended
}
