// Every format that the graph can be exported in. Equal graphs give equal bytes, in all of them.
import type { GraphNode, GraphRelationship, Subgraph } from "../../types.js"
import { exportCsv } from "./csv.js"
import { exportCypher } from "./cypher.js"
import { FILE_FORMATS, FOLDER_FORMATS } from "./formats.js"
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
  json: { ...FILE_FORMATS.json, write: exportJson },
  csv: { ...FOLDER_FORMATS.csv, files: severalFiles(exportCsv) },
  graphml: { ...FILE_FORMATS.graphml, write: oneFile(exportGraphml) },
  gexf: { ...FILE_FORMATS.gexf, write: oneFile(exportGexf) },
  cypher: { ...FILE_FORMATS.cypher, write: oneFile(exportCypher) },
  "neo4j-import": { ...FOLDER_FORMATS["neo4j-import"], files: severalFiles(exportNeo4jImport) },
  html: { ...FILE_FORMATS.html, write: oneFile(exportHtml) },
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
