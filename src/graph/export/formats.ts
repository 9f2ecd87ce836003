// The names of the formats and a line on each, without what writes them: the page lists them too.

/** One file each. */
export const FILE_FORMATS = {
  json: {
    summary: "canonical JSON: nodes, then relationships, each sorted by id",
    mediaType: "application/json",
  },
  graphml: { summary: "for networkx, igraph, yEd and Gephi", mediaType: "application/graphml+xml" },
  gexf: { summary: "for Gephi, with a place for every node", mediaType: "application/gexf+xml" },
  cypher: {
    summary: "a script that builds the graph in an empty Neo4j, for cypher-shell",
    mediaType: "application/x-cypher-query",
  },
  html: {
    summary: "one page that opens offline: the graph to explore, with its sentences",
    mediaType: "text/html",
  },
} as const

/** Several files each, in a folder. */
export const FOLDER_FORMATS = {
  csv: { summary: "a folder of tables for spreadsheets and data frames" },
  "neo4j-import": { summary: "a folder for neo4j-admin database import full" },
} as const

export type FileFormatName = keyof typeof FILE_FORMATS

/** What a downloaded file is called. */
export const fileNameOf = (format: FileFormatName): string => `chancery.${format}`
