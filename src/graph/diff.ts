// What turns one derived graph into another.
import type { GraphNode, GraphRelationship } from "../types.js"
import { canonical } from "./canonical.js"
import type { DerivedGraph } from "./derived-graph.js"

export interface Changes<Item> {
  created: Item[]
  updated: Item[]
  /** What the updated ones were: a relationship can turn round and keep its id. */
  former: Item[]
  removed: Item[]
}

export interface GraphChanges {
  nodes: Changes<GraphNode>
  relationships: Changes<GraphRelationship>
}

/** Items are compared by their canonical JSON, under their ids. */
export function diffGraphs(before: DerivedGraph, after: DerivedGraph): GraphChanges {
  return {
    nodes: diff(before.nodes, after.nodes),
    relationships: diff(before.relationships, after.relationships),
  }
}

function diff<Item>(before: Map<string, Item>, after: Map<string, Item>): Changes<Item> {
  const changes: Changes<Item> = { created: [], updated: [], former: [], removed: [] }
  for (const [id, item] of after) {
    const former = before.get(id)
    if (former === undefined) changes.created.push(item)
    else if (canonical(former) !== canonical(item)) {
      changes.updated.push(item)
      changes.former.push(former)
    }
  }
  for (const [id, item] of before) if (!after.has(id)) changes.removed.push(item)
  return changes
}
