// Values to and from the Neo4j driver; nothing outside sees its types.
import neo4j, { type Node, type Path } from "neo4j-driver"
import type { GraphNode, GraphRelationship, Properties, QueryValue } from "../../types.js"
import type { SubgraphCollector } from "../subgraph.js"

/** JavaScript numbers would all become floats: whole ones are sent as integers. */
export function toParameters(parameters: Record<string, unknown>): Record<string, unknown> {
  return toParameter(parameters) as Record<string, unknown>
}

function toParameter(value: unknown): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(toParameter)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toParameter(inner)]))
}

/** Nodes by the server's element ids, for the ends of relationships. */
export type NodesById = Map<string, Node>

/** A value of a result as plain JSON; nodes and relationships are noted for drawing. */
export function toPlain(value: unknown, found: SubgraphCollector, ends: NodesById): QueryValue {
  if (value === null || value === undefined) return null
  if (typeof value !== "object") return typeof value === "bigint" ? Number(value) : (value as QueryValue)
  if (Array.isArray(value)) return value.map((item) => toPlain(item, found, ends))
  if (neo4j.isNode(value as object)) {
    return found.node(toNode(value as Node))
  }
  if (neo4j.isRelationship(value as object)) {
    return found.relationship(toRelationship(value as RawRelationship, found, ends))
  }
  if (neo4j.isPath(value as object)) {
    const { start, segments } = value as Path
    const steps = segments.flatMap((segment) => [segment.relationship, segment.end])
    return [start, ...steps].map((item) => toPlain(item, found, ends))
  }
  if (value.constructor !== Object) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner, found, ends)]))
}

interface RawRelationship {
  type: string
  startNodeElementId: string
  endNodeElementId: string
  properties: Properties
}

const toNode = ({ labels, properties }: Node): GraphNode => {
  return { id: String(properties.id ?? ""), labels, properties: properties as Properties }
}

function toRelationship(
  { type, startNodeElementId, endNodeElementId, properties }: RawRelationship,
  found: SubgraphCollector,
  ends: NodesById,
): GraphRelationship {
  const idOf = (elementId: string): string => {
    const node = ends.get(elementId)
    return node === undefined ? "" : String(found.node(toNode(node)).id)
  }
  return {
    id: String(properties.id ?? ""),
    type,
    source: idOf(startNodeElementId),
    target: idOf(endNodeElementId),
    properties,
  }
}

/** Element ids of all relationship ends in a value. */
export function collectEnds(value: unknown, ends: Set<string>): void {
  if (value === null || typeof value !== "object") return
  if (neo4j.isRelationship(value as object)) {
    const { startNodeElementId, endNodeElementId } = value as RawRelationship
    ends.add(startNodeElementId).add(endNodeElementId)
    return
  }
  for (const inner of Array.isArray(value) ? value : Object.values(value)) collectEnds(inner, ends)
}
