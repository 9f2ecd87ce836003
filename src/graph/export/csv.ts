// CSV for spreadsheets and data frames: a file a table, a header line in each.
import { csvField, csvLine } from "../../csv.js"
import type { GraphNode, GraphRelationship, Subgraph } from "../../types.js"
import { textOf } from "./columns.js"
import { type Table, toTables } from "./tables.js"
import type { ExportFile } from "./types.js"

/** `actors.csv`, `edges.csv`, `reports.csv` …; lists are JSON arrays, labels are parted by colons. */
export function exportCsv(graph: Subgraph): ExportFile[] {
  const { nodes, relationships } = toTables(graph)
  return [
    ...nodes.map((table) =>
      toFile(table, ["id", "labels"], ({ id, labels }: GraphNode) => [id, labels.join(":")]),
    ),
    ...relationships.map((table) =>
      toFile(table, ["id", "type", "source", "target"], (relationship: GraphRelationship) => {
        const { id, type, source, target } = relationship
        return [id, type, source, target]
      }),
    ),
  ]
}

const toFile = <Item extends GraphNode | GraphRelationship>(
  table: Table<Item>,
  names: string[],
  fields: (item: Item) => string[],
): ExportFile => ({ name: `${table.name}.csv`, pieces: lines(table, names, fields) })

function* lines<Item extends GraphNode | GraphRelationship>(
  { columns, items }: Table<Item>,
  names: string[],
  fields: (item: Item) => string[],
): Generator<string> {
  yield csvLine([...names, ...columns.map((column) => column.name)])
  for (const item of items) {
    const values = columns.map(({ name }) => textOf(item.properties[name] ?? ""))
    yield csvLine([...fields(item), ...values].map(csvField))
  }
}
