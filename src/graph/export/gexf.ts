// GEXF 1.2, which Gephi, graphology and every networkx read, with a place for every node: https://gexf.net/primer.html
import type { Position } from "../../store/types.js"
import type { GraphNode, GraphRelationship, Subgraph } from "../../types.js"
import { type Column, columnsOf, textOf } from "./columns.js"
import { placeNodes } from "./positions.js"
import { escapeXml } from "./xml.js"

/** Labels are parted by colons; lists are JSON arrays, since readers part GEXF's own lists each in their way. */
export function* exportGexf(graph: Subgraph): Generator<string> {
  const { nodes, relationships } = graph
  const nodeColumns = columnsOf(nodes)
  const edgeColumns = columnsOf(relationships)
  const positions = placeNodes(graph)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n'
  yield '<graph defaultedgetype="directed" mode="static">\n'
  yield* attributes("node", [{ name: "labels", type: "string" }, ...nodeColumns])
  yield* attributes("edge", [{ name: "type", type: "string" }, ...edgeColumns])
  yield "<nodes>\n"
  for (const node of nodes) {
    yield `<node id="${escapeXml(node.id)}" label="${escapeXml(labelOf(node))}"><attvalues>`
    yield `${value("labels", node.labels.join(":"))}${values(node, nodeColumns)}</attvalues>`
    yield `${place(positions.get(node.id))}</node>\n`
  }
  yield "</nodes>\n<edges>\n"
  for (const edge of relationships) {
    const { id, type, source, target } = edge
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`
    // By `kind`, which is of GEXF 1.3, Gephi keeps edges of several types apart; others pass over it.
    yield `<edge id="${escapeXml(id)}" ${ends} kind="${type}" label="${type}"><attvalues>`
    yield `${value("type", type)}${values(edge, edgeColumns)}</attvalues></edge>\n`
  }
  yield "</edges>\n</graph>\n</gexf>\n"
}

function* attributes(of: "node" | "edge", columns: Column[]): Generator<string> {
  yield `<attributes class="${of}" mode="static">\n`
  for (const { name, type } of columns) {
    const told = type === "string[]" ? "string" : type
    yield `<attribute id="${name}" title="${name}" type="${told}"/>\n`
  }
  yield "</attributes>\n"
}

/** What a reader calls it: an actor's name, an article's title, an event's type. */
function labelOf({ id, properties: { name, title, type } }: GraphNode): string {
  return String(name ?? title ?? type ?? id)
}

const value = (name: string, text: string): string => `<attvalue for="${name}" value="${escapeXml(text)}"/>`

const values = ({ properties }: GraphNode | GraphRelationship, columns: Column[]): string =>
  columns
    .map(({ name }) => {
      const found = properties[name] ?? null
      return found === null ? "" : value(name, textOf(found))
    })
    .join("")

const place = (position: Position | undefined): string =>
  position === undefined ? "" : `<viz:position x="${position[0]}" y="${position[1]}" z="0"/>`
