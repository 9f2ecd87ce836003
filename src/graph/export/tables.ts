// The graph as tables: nodes by their first label, edges of events together, other relationships by type.
import type { GraphNode, GraphRelationship, Subgraph } from "../../types.js"
import { push } from "../derived-graph.js"
import { type Column, columnsOf } from "./columns.js"

export interface Table<Item> {
  /** What it holds, as a file is named: `actors`, `edges`, `part-of`. */
  name: string
  /** Beside the item's id and its labels, or type and ends. */
  columns: Column[]
  items: Item[]
}

export interface Tables {
  nodes: Table<GraphNode>[]
  relationships: Table<GraphRelationship>[]
}

const NODES = ["actors", "events", "articles"]
const RELATIONSHIPS = ["edges", "participated", "reports", "mentions", "represents", "part-of"]

/** All tables, also those that are empty: the same files whatever the graph holds. */
export function toTables({ nodes, relationships }: Subgraph): Tables {
  return {
    nodes: tablesOf(NODES, nodes, ({ labels }) => `${labels[0]?.toLowerCase()}s`),
    relationships: tablesOf(RELATIONSHIPS, relationships, ({ type, properties }) =>
      properties.eventId === undefined ? type.toLowerCase().replaceAll("_", "-") : "edges",
    ),
  }
}

function tablesOf<Item extends GraphNode | GraphRelationship>(
  names: string[],
  items: Item[],
  nameOf: (item: Item) => string,
): Table<Item>[] {
  const groups = new Map<string, Item[]>(names.map((name) => [name, []]))
  for (const item of items) push(groups, nameOf(item), item)
  return [...groups].map(([name, group]) => ({ name, columns: columnsOf(group), items: group }))
}
