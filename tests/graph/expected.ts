// What a reader of an export must find, for the tests that read exports back.
import type { GraphNode, GraphRelationship, PropertyValue, Subgraph } from "../../src/types.js"

/** What readers print. */
export type Read = [
  nodes: [id: string, attributes: Record<string, unknown>][],
  edges: [id: string, source: string, target: string, attributes: Record<string, unknown>][],
]

/** Of the control characters, those in the texts of the tests. */
const FORBIDDEN = ["\u0000", "\u0007", "\u001f"]

/** What a reader of the format must find: `asText` is what becomes of a value. */
export function expectedOf(
  { nodes, relationships }: Subgraph,
  asText: (value: PropertyValue) => unknown,
): Read {
  const attributes = ({ properties }: GraphNode | GraphRelationship): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(properties).flatMap(([name, value]) => (name === "id" ? [] : [[name, asText(value)]])),
    )
  return [
    nodes.map((node) => [node.id, { labels: node.labels.join(":"), ...attributes(node) }]),
    relationships.map((edge) => [
      edge.id,
      edge.source,
      edge.target,
      { type: edge.type, ...attributes(edge) },
    ]),
  ]
}

/** Where a format has no lists. */
export const listAsJson = (value: PropertyValue): PropertyValue =>
  Array.isArray(value) ? JSON.stringify(value) : value
/** Where it is XML, too. */
export const inXml = (value: PropertyValue): PropertyValue => {
  const told = listAsJson(value)
  if (typeof told !== "string") return told
  return FORBIDDEN.reduce((text, character) => text.replaceAll(character, "\ufffd"), told)
}

/** Some readers take an empty text for none. */
export const withoutEmpty = ([nodes, edges]: Read): Read => {
  const kept = (attributes: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ""))
  return [
    nodes.map(([id, attributes]) => [id, kept(attributes)]),
    edges.map(([id, source, target, attributes]) => [id, source, target, kept(attributes)]),
  ]
}

/** In the order of an export: readers have their own. */
export function sorted([nodes, edges]: Read): Read {
  const byId = ([a]: [string, ...unknown[]], [b]: [string, ...unknown[]]): number => (a < b ? -1 : 1)
  return [nodes.sort(byId), edges.sort(byId)]
}
