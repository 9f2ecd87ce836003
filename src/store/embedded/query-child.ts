// The process that runs analysts' queries on a copy of the store. It says when it is ready, then answers each
// message with one message.
import { dirname } from "node:path"
import type { GrafeoDB, GrafeoValue } from "@grafeo-db/js"
import type { GraphNode, GraphRelationship, Properties, QueryValue } from "../../types.js"
import { loadStatements, splitStatements } from "../statements.js"
import { SubgraphCollector } from "../subgraph.js"
import { openCopy, openReadOnly } from "./engine.js"
import { refuse } from "./guard.js"
import type { QueryReply, QueryRequest } from "./query-process.js"
import { removeCopy } from "./snapshot.js"

const [file] = process.argv.slice(2) as [string]
const database = await openGraph()

process.on("message", (request: QueryRequest) => {
  answer(request).then((reply) => process.send?.(reply))
})
// The store's process was killed, and with it who would remove the copy.
process.on("disconnect", () => {
  removeCopy(file)
  process.exit()
})
process.send?.("ready")

/** The engine refuses what analysts write. */
async function openGraph(): Promise<GrafeoDB> {
  const copy = openCopy(file, dirname(file))
  for (const statement of splitStatements(loadStatements("embedded")("query-copy"))) {
    await copy.executeCypher(statement)
  }
  copy.close()
  return openReadOnly(file)
}

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
    return toFailure(error instanceof Error ? error.message : String(error))
  }
}

function toFailure(message: string): QueryReply {
  if (!/panicked/.test(message)) return { code: "QUERY_INVALID", message }
  return {
    code: "QUERY_FAILED",
    message:
      "The engine failed on this query. Name a label on every node of its pattern, or split it into two MATCH " +
      `clauses; other queries go on. (${message})`,
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
  if (isPath(raw)) return toSteps(raw, found)
  return Object.fromEntries(Object.entries(raw).map(([key, inner]) => [key, toPlain(inner, found)]))
}

interface RawPath extends Raw {
  nodes: Raw[]
  edges: Raw[]
}

const isPath = (raw: Raw): raw is RawPath =>
  Object.keys(raw).sort().join() === "edges,nodes" &&
  [raw.nodes, raw.edges].every(Array.isArray) &&
  (raw.nodes as Raw[]).every((node) => node !== null && typeof node === "object" && "_labels" in node)

/** A path as a list: node, relationship, node … */
const toSteps = ({ nodes, edges }: RawPath, found: SubgraphCollector): QueryValue[] =>
  nodes.flatMap((node, at) => [node, ...edges.slice(at, at + 1)]).map((step) => toPlain(step, found))

function toNode({ _id: _, _labels, ...properties }: Raw): GraphNode {
  return {
    id: String(properties.id ?? ""),
    labels: _labels as string[],
    properties: properties as Properties,
  }
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
