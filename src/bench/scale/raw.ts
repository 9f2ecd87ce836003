// What a store's engine takes to write a graph when nothing else is asked of it: the same nodes and relationships, in
// as many transactions, by plain statements over lists.
import { rmSync } from "node:fs"
import { join } from "node:path"
import grafeo from "@grafeo-db/js"
import neo4j from "neo4j-driver"
import { push } from "../../graph/derived-graph.js"
import { loadStatements, splitStatements } from "../../store/statements.js"
import type { GraphNode, GraphRelationship } from "../../types.js"
import type { Target } from "./targets.js"
import { type Time, timed } from "./time.js"

export interface Part {
  nodes: GraphNode[]
  relationships: GraphRelationship[]
}

type Write = (statements: [text: string, items: object[]][]) => Promise<void>

/** Time to write these parts, a transaction each, into an empty database. */
export async function measureRaw(parts: Part[], target: Target): Promise<Time> {
  const { write, close } = target.name === "embedded" ? await openGrafeo(target) : await openNeo4j(target)
  const time = await timed(async () => {
    for (const part of parts) await write(statementsOf(part, target.name))
  })
  await close()
  return time
}

function statementsOf({ nodes, relationships }: Part, store: Target["name"]): [string, object[]][] {
  const groups = new Map<string, object[]>()
  const common = store === "embedded" ? "Node:" : ""
  for (const { id, labels, properties } of nodes)
    push(groups, `CREATE (n:${common}${labels.join(":")}) SET n += item.properties`, { id, properties })
  for (const { type, source, target, properties } of relationships) {
    const [from, to] = store === "embedded" ? ["Node", "Node"] : [labelOf(source), labelOf(target)]
    const text =
      `MATCH (a:${from} {id: item.source}) MATCH (b:${to} {id: item.target}) ` +
      `CREATE (a)-[r:${type}]->(b) SET r += item.properties`
    push(groups, text, { source, target, properties })
  }
  return [...groups].map(([text, items]) => [`UNWIND $items AS item ${text}`, items])
}

const labelOf = (id: string): string =>
  id.startsWith("event:") ? "Event" : id.startsWith("article:") ? "Article" : "Actor"

interface Raw {
  write: Write
  close(): Promise<void>
}

async function openGrafeo({ folder }: Target): Promise<Raw> {
  const file = join(folder, "raw.grafeo")
  const database = grafeo.GrafeoDB.create(file)
  for (const text of splitStatements(loadStatements("embedded")("schema"))) await database.executeCypher(text)
  return {
    async write(statements) {
      const transaction = database.beginTransaction()
      for (const [text, items] of statements) await transaction.executeCypher(text, { items })
      transaction.commit()
    },
    async close() {
      database.close()
      rmSync(file)
    },
  }
}

async function openNeo4j({ address, credentials: { username, password } }: Target): Promise<Raw> {
  const driver = neo4j.driver(address, neo4j.auth.basic(username, password))
  const session = driver.session()
  return {
    write: (statements) =>
      session.executeWrite(async (transaction) => {
        for (const [text, items] of statements) await transaction.run(text, { items })
      }),
    async close() {
      await session.close()
      await driver.close()
    },
  }
}
