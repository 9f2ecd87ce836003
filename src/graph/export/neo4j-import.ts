// What `neo4j-admin database import full` reads: a header and a data file a table, and its arguments.
import { csvLine, quoted } from "../../csv.js"
import type { GraphNode, GraphRelationship, PropertyValue, Subgraph } from "../../types.js"
import type { Column } from "./columns.js"
import { toTables } from "./tables.js"
import type { ExportFile } from "./types.js"

/** Between the items of a list; the tool has no escape for it, so no item may hold it. */
const DELIMITER = "\u001f"
const HELD = new RegExp(DELIMITER, "g")

/** `actors-header.csv`, `actors.csv` … and `import.args`, which names them all; see its first lines. */
export function exportNeo4jImport(graph: Subgraph): ExportFile[] {
  const { nodes, relationships } = toTables(graph)
  const nodeFiles = nodes.map(({ name, columns, items }) => ({
    name,
    header: header(["id:ID", ":LABEL"], columns),
    lines: lines(items, columns, ({ id, labels }) => [field(id), field(labels)]),
  }))
  const relationshipFiles = relationships.map(({ name, columns, items }) => ({
    name,
    header: header(["id:string", ":TYPE", ":START_ID", ":END_ID"], columns),
    lines: lines(items, columns, ({ id, type, source, target }) => [id, type, source, target].map(field)),
  }))
  return [
    { name: "import.args", pieces: args(nodes, relationships) },
    ...[...nodeFiles, ...relationshipFiles].flatMap((table) => [
      { name: `${table.name}-header.csv`, pieces: [table.header] },
      { name: `${table.name}.csv`, pieces: table.lines },
    ]),
  ]
}

const header = (names: string[], columns: Column[]): string =>
  csvLine([...names, ...columns.map(({ name, type }) => `${name}:${type}`)])

function* lines<Item extends GraphNode | GraphRelationship>(
  items: Item[],
  columns: Column[],
  fields: (item: Item) => string[],
): Generator<string> {
  for (const item of items)
    yield csvLine([...fields(item), ...columns.map(({ name }) => field(item.properties[name] ?? null))])
}

/** An empty text stands in quotes, what is missing does not. The tool makes nothing of an empty list. */
function field(value: PropertyValue): string {
  if (value === null) return ""
  if (Array.isArray(value)) return quoted(value.map(item).join(DELIMITER))
  return typeof value === "string" ? quoted(value) : String(value)
}

const item = (text: string): string => text.replaceAll(HELD, "\ufffd")

function* args(nodes: { name: string }[], relationships: { name: string }[]): Generator<string> {
  yield "# In this folder, with the server stopped: neo4j-admin database import full @import.args neo4j\n"
  yield "--multiline-fields=true\n"
  for (const { name } of nodes) yield `--nodes=${name}-header.csv,${name}.csv\n`
  for (const { name } of relationships) yield `--relationships=${name}-header.csv,${name}.csv\n`
  // Last, since the option before takes all words that follow, the database's name too.
  yield "--array-delimiter=U+001F\n"
}
