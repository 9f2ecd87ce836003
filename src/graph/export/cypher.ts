// A script that builds the graph in an empty Neo4j, by `cypher-shell < graph.cypher` or statement by statement.
import type { GraphNode, GraphRelationship, Properties, PropertyValue, Subgraph } from "../../types.js"
import { compare, push } from "../derived-graph.js"
import { FRACTIONS } from "../fractions.js"

/** Characters of a statement: Neo4j parses each anew, and far longer ones slowly. */
const LONGEST = 30_000

/** Constraints, then nodes a label set, then relationships a type and ends; each statement ends with `;\n`. */
export function* exportCypher({ nodes, relationships }: Subgraph): Generator<string> {
  const labels = new Map(nodes.map((node) => [node.id, labelOf(node)]))
  for (const label of [...new Set(labels.values())])
    yield `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE;\n`
  for (const [names, group] of grouped(nodes, (node) => node.labels.join(":")))
    yield* statements(
      group.map((node) => literal(node.properties)),
      `AS item CREATE (node:${names}) SET node = item`,
    )
  const kindOf = ({ type, source, target }: GraphRelationship): string =>
    `MATCH (source:${labels.get(source)} {id: item.source}), (target:${labels.get(target)} {id: item.target}) ` +
    `CREATE (source)-[relationship:${type}]->(target)`
  for (const [pattern, group] of grouped(relationships, kindOf))
    yield* statements(
      group.map(({ source, target, properties }) => {
        return `{source: ${text(source)}, target: ${text(target)}, properties: ${literal(properties)}}`
      }),
      `AS item ${pattern} SET relationship = item.properties`,
    )
}

const labelOf = ({ labels }: GraphNode): string => labels[0] ?? ""

function grouped<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) push(groups, keyOf(item), item)
  return groups
}

function* statements(rows: string[], rest: string): Generator<string> {
  let batch: string[] = []
  let length = 0
  for (const row of rows) {
    if (batch.length > 0 && length + row.length > LONGEST) {
      yield statement(batch, rest)
      batch = []
      length = 0
    }
    batch.push(row)
    length += row.length
  }
  if (batch.length > 0) yield statement(batch, rest)
}

const statement = (rows: string[], rest: string): string => `UNWIND [\n${rows.join(",\n")}\n] ${rest};\n`

const literal = (properties: Properties): string =>
  `{${Object.entries(properties)
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([name, value]) => (value === null ? [] : `${name}: ${toLiteral(name, value)}`))
    .join(", ")}}`

function toLiteral(name: string, value: NonNullable<PropertyValue>): string {
  if (Array.isArray(value)) return `[${value.map(text).join(", ")}]`
  if (typeof value === "string") return text(value)
  return typeof value === "number" && FRACTIONS.has(name) && Number.isInteger(value)
    ? `${value}.0`
    : `${value}`
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t" }

/** A string literal; other control characters by their number, so that no terminal or editor changes them. */
const text = (value: string): string =>
  `'${value.replace(
    /[\\'\p{Cc}]/gu,
    (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}'`
