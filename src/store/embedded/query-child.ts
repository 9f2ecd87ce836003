// The process that runs analysts' queries on a copy of the store. It answers one message with one message.
import grafeo, { type GrafeoValue } from "@grafeo-db/js"
import type { GraphNode, GraphRelationship, Properties, QueryValue } from "../../types.js"
import { SubgraphCollector } from "../subgraph.js"
import { refuse } from "./guard.js"
import type { QueryReply, QueryRequest } from "./query-process.js"

const [file] = process.argv.slice(2) as [string]
const database = grafeo.GrafeoDB.open(file)
// Analysts see the graph, not what it is made from.
const isReady = database.executeCypher("MATCH (node:Internal) DETACH DELETE node")

process.on("message", (request: QueryRequest) => {
  isReady.then(() => answer(request)).then((reply) => process.send?.(reply))
})
process.on("disconnect", () => process.exit())

async function answer({ cypher, parameters, rows }: QueryRequest): Promise<QueryReply> {
  const refusal = await refuse(cypher, async (statement) =>
    (await database.executeCypher(statement, parameters)).rows(),
  )
  if (refusal !== undefined) return refusal
  try {
    const result = await database.executeCypher(cypher, parameters)
    const all = result.rows()
    const found = new SubgraphCollector()
    const plain = all.slice(0, rows).map((row) => row.map((value) => toPlain(value, found)))
    return { columns: result.columns, rows: plain, graph: found.subgraph(), truncated: all.length > rows }
  } catch (error) {
    return { code: "QUERY_INVALID", message: error instanceof Error ? error.message : String(error) }
  }
}

type Raw = { [key: string]: GrafeoValue }

/** Nodes and relationships come as plain objects with their internals mixed in. */
function toPlain(value: GrafeoValue, found: SubgraphCollector): QueryValue {
  if (value === null || typeof value !== "object") return typeof value === "bigint" ? Number(value) : value
  if (Array.isArray(value)) return value.map((item) => toPlain(item, found))
  if (value instanceof Date) return value.toISOString()
  const raw = value as Raw
  if ("_labels" in raw) return found.node(toNode(raw))
  if ("_type" in raw && "_source" in raw) return found.relationship(toRelationship(raw, found))
  return Object.fromEntries(Object.entries(raw).map(([key, inner]) => [key, toPlain(inner, found)]))
}

function toNode({ _id: _, _labels, ...properties }: Raw): GraphNode {
  const labels = (_labels as string[]).filter((label) => label !== "Node")
  return { id: String(properties.id ?? ""), labels, properties: properties as Properties }
}

function toRelationship(
  { _id: _, _type, _source, _target, ...properties }: Raw,
  found: SubgraphCollector,
): GraphRelationship {
  const [source, target] = [endOf(_source as number, found), endOf(_target as number, found)]
  return {
    id: String(properties.id ?? ""),
    type: _type as string,
    source,
    target,
    properties: properties as Properties,
  }
}

/** A relationship is drawn between its nodes, also when the query returns it alone. */
function endOf(internalId: number, found: SubgraphCollector): string {
  const node = database.getNode(internalId)
  if (node === null) return ""
  const { id } = found.node(toNode({ ...(node.properties() as Raw), _labels: node.labels }))
  return id as string
}
