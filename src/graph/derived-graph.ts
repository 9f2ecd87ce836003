// A graph while it is derived, and the rules of order that keep it a function of its contributions.
import type { GraphNode, GraphRelationship, Properties } from "../types.js"

export interface DerivedGraph {
  nodes: Map<string, GraphNode>
  relationships: Map<string, GraphRelationship>
}

/** A graph to derive into. */
export const emptyGraph = (): DerivedGraph => ({ nodes: new Map(), relationships: new Map() })

/** By code unit: the same on every machine, unlike a locale's order. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Adds an item to the list under a key. */
export function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}

/** Without nulls: a graph database keeps no property that has no value. */
export function present(properties: Properties): Properties {
  const kept: Properties = {}
  for (const name in properties) {
    const value = properties[name]
    if (value !== undefined && value !== null) kept[name] = value
  }
  return kept
}

/** The value said most often; ties go to the first by code point. */
export function mostFrequent(values: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return mostCounted([...counts])
}

/** The same of values that are counted. */
export const mostCounted = (counts: [value: string, times: number][]): string | undefined =>
  counts.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0]
