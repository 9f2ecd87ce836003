// GraphML, as networkx, igraph, graphology, yEd and Gephi read it: http://graphml.graphdrawing.org/primer/graphml-primer.html
import type { GraphNode, GraphRelationship, Subgraph } from "../../types.js"
import { type Column, columnsOf, textOf } from "./columns.js"
import { escapeXml } from "./xml.js"

/** Labels are parted by colons and lists are JSON arrays: GraphML has neither. */
export function* exportGraphml({ nodes, relationships }: Subgraph): Generator<string> {
  const nodeColumns = columnsOf(nodes)
  const edgeColumns = columnsOf(relationships)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield* keys("node", [{ name: "labels", type: "string" }, ...nodeColumns])
  yield* keys("edge", [{ name: "type", type: "string" }, ...edgeColumns])
  yield '<graph edgedefault="directed">\n'
  for (const node of nodes) {
    const { id, labels } = node
    yield `<node id="${escapeXml(id)}">${data("node", "labels", labels.join(":"))}${all("node", node, nodeColumns)}</node>\n`
  }
  for (const edge of relationships) {
    const { id, type, source, target } = edge
    yield `<edge id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}">`
    yield `${data("edge", "type", type)}${all("edge", edge, edgeColumns)}</edge>\n`
  }
  yield "</graph>\n</graphml>\n"
}

type Domain = "node" | "edge"

function* keys(domain: Domain, columns: Column[]): Generator<string> {
  for (const { name, type } of columns) {
    const told = type === "string[]" ? "string" : type
    yield `<key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${told}"/>\n`
  }
}

const data = (domain: Domain, name: string, text: string): string =>
  `<data key="${domain}-${name}">${escapeXml(text)}</data>`

const all = (domain: Domain, { properties }: GraphNode | GraphRelationship, columns: Column[]): string =>
  columns
    .map(({ name }) => {
      const value = properties[name] ?? null
      return value === null ? "" : data(domain, name, textOf(value))
    })
    .join("")
