// Every format that the graph can be exported in. Equal graphs give equal bytes, in all of them.
import type { GraphNode, GraphRelationship, Subgraph } from "../../types.js"
import { exportCsv } from "./csv.js"
import { exportCypher } from "./cypher.js"
import { exportGexf } from "./gexf.js"
import { exportGraphml } from "./graphml.js"
import { exportHtml } from "./html.js"
import { exportJson } from "./json.js"
import { exportNeo4jImport } from "./neo4j-import.js"
import type { ExportFile, ExportSource } from "./types.js"

/** A format is one file or several. */
export type ExportFormat = {
  /** A line for who chooses among them. */
  summary: string
} & (OneFile | SeveralFiles)

interface OneFile {
  mediaType: string
  write: (source: ExportSource) => AsyncIterable<string>
}

interface SeveralFiles {
  files: (source: ExportSource) => Promise<ExportFile[]>
}

export const EXPORT_FORMATS = {
  json: {
    summary: "canonical JSON: nodes, then relationships, each sorted by id",
    mediaType: "application/json",
    write: exportJson,
  },
  csv: { summary: "a folder of tables for spreadsheets and data frames", files: severalFiles(exportCsv) },
  graphml: {
    summary: "for networkx, igraph, yEd and Gephi",
    mediaType: "application/graphml+xml",
    write: oneFile(exportGraphml),
  },
  gexf: {
    summary: "for Gephi, with a place for every node",
    mediaType: "application/gexf+xml",
    write: oneFile(exportGexf),
  },
  cypher: {
    summary: "a script that builds the graph in an empty Neo4j, for cypher-shell",
    mediaType: "application/x-cypher-query",
    write: oneFile(exportCypher),
  },
  "neo4j-import": {
    summary: "a folder for neo4j-admin database import full",
    files: severalFiles(exportNeo4jImport),
  },
  html: {
    summary: "one page that opens offline: the graph to explore, with its sentences",
    mediaType: "text/html",
    write: oneFile(exportHtml),
  },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatName = keyof typeof EXPORT_FORMATS

function oneFile(write: (graph: Subgraph) => Iterable<string>) {
  return async function* (source: ExportSource): AsyncGenerator<string> {
    yield* write(await collect(source))
  }
}

function severalFiles(files: (graph: Subgraph) => ExportFile[]): SeveralFiles["files"] {
  return async (source) => files(await collect(source))
}

/** Read once, so that all of an export is of one moment. */
async function collect(source: ExportSource): Promise<Subgraph> {
  const nodes: GraphNode[] = []
  const relationships: GraphRelationship[] = []
  for await (const item of source.exportGraph()) {
    if ("type" in item) relationships.push(item)
    else nodes.push(item)
  }
  return { nodes, relationships }
}
