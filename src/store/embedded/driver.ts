// The embedded store: a property graph in this process (@grafeo-db/js), in one folder.
import { cpSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { GrafeoDB } from "@grafeo-db/js"
import { AppError } from "../../errors.js"
import { RELATIONSHIP_TYPES } from "../../ontology.js"
import {
  cypherTransaction,
  type Run,
  readGraph,
  readPositions,
  readSources,
  savePositions,
  toRow,
} from "../cypher-transaction.js"
import type { Driver } from "../driver.js"
import { loadStatements } from "../statements.js"
import { lockFolder } from "./lock.js"
import { QueryProcess } from "./query-process.js"

const FILE = "graph.grafeo"

/** Opens on `init`; the folder is made on demand. */
export function embeddedDriver(path: string): Driver {
  const folder = resolve(path)
  const statements = loadStatements("embedded")
  let database: GrafeoDB | undefined
  let unlock: (() => void) | undefined
  let queries: QueryProcess | undefined
  // One writer: concurrent merges of relationships would duplicate them.
  let queue: Promise<unknown> = Promise.resolve()

  const open = (): GrafeoDB => {
    if (database === undefined)
      throw new AppError("STORE_UNAVAILABLE", `embedded:${folder}: not open; call init first.`)
    return database
  }
  const run: Run = async (statement, parameters) =>
    (await open().executeCypher(statement, parameters)).toArray()
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work, work)
    queue = result.catch(() => undefined)
    return result
  }
  const version = async (): Promise<number> => Number((await run(statements("version")))[0]?.number ?? 0)
  const snapshot = (): Promise<string> =>
    alone(async () => {
      open().walCheckpoint()
      const copy = mkdtempSync(join(tmpdir(), "chancery-query-"))
      cpSync(join(folder, FILE), join(copy, FILE))
      return join(copy, FILE)
    })

  return {
    name: "embedded",
    async init() {
      if (database !== undefined) return
      unlock = lockFolder(folder)
      try {
        // Its names are only on its default export: Node cannot tell them from its text.
        const { default: grafeo } = await import("@grafeo-db/js")
        database = grafeo.GrafeoDB.create(join(folder, FILE))
        database.setCheckpointTriggers({ walBytes: 64 * 1024 * 1024 })
        for (const statement of statements("schema").split(";")) {
          if (statement.trim() !== "") await run(statement)
        }
      } catch (cause) {
        database?.close()
        database = undefined
        unlock()
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new AppError(
          "STORE_UNAVAILABLE",
          `embedded:${folder}: cannot be opened (${reason}). Nothing was changed; ` +
            "restore a backup, or load into a new store with --store embedded:OTHER.",
          { cause },
        )
      }
      queries = new QueryProcess(snapshot)
    },
    write: (work) =>
      alone(async () => {
        const transaction = open().beginTransaction()
        const runInside: Run = async (statement, parameters) =>
          (await transaction.executeCypher(statement, parameters)).toArray()
        try {
          const result = await work(cypherTransaction(runInside, statements))
          await runInside(statements("next-version"))
          transaction.commit()
          return result
        } catch (error) {
          // A failed statement leaves what it had written inside the transaction.
          if (transaction.isActive) transaction.rollback()
          throw error
        }
      }),
    version,
    allRows: async () => (await run(statements("all-rows"))).map(toRow),
    sources: () => readSources(run, statements),
    positions: () => readPositions(run, statements),
    savePositions: (positions) => alone(() => savePositions(run, statements, positions)),
    readGraph: () => readGraph(run, statements, RELATIONSHIP_TYPES),
    async query(cypher, parameters, limits) {
      if (queries === undefined)
        throw new AppError("STORE_UNAVAILABLE", `embedded:${folder}: not open; call init first.`)
      return queries.query(await version(), cypher, parameters, limits)
    },
    async close() {
      await queue
      queries?.close()
      database?.walCheckpoint()
      database?.close()
      database = undefined
      unlock?.()
      unlock = undefined
    },
  }
}
