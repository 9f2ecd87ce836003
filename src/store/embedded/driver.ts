// The embedded store: a property graph in this process (@grafeo-db/js), in one folder.
import { existsSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"
import type { GrafeoDB, Transaction } from "@grafeo-db/js"
import { AppError } from "../../errors.js"
import {
  type Run,
  readContributions,
  readDecisions,
  readEventTypes,
  readGraph,
  readPositions,
  readSources,
  readStats,
  readStored,
} from "../cypher-reads.js"
import { clear, cypherTransaction, savePositions } from "../cypher-transaction.js"
import type { Driver } from "../driver.js"
import { checkFormat, FORMAT } from "../format.js"
import { loadStatements, splitStatements } from "../statements.js"
import { asWriteError } from "./faults.js"
import { QueryProcess } from "./query-process.js"
import { copyFiles, fileOf, removeCopy } from "./snapshot.js"

/**
 * How long the log of writes grows before it is moved into the file: at least so many bytes, and a share of the file,
 * since moving writes all of it anew: a load then takes a time for each article that does not grow with the store.
 */
const LOG_BYTES = 64 * 1024 * 1024
const LOG_SHARE = 1 / 4

/**
 * Opens on `init`; the folder is made on demand. To be read only, it opens a copy of what was last committed,
 * so that readers never wait for a writer in another process, nor it for them. With `replace` it
 * opens whatever is there, also what is of another version or broken: that is put aside.
 */
export function embeddedDriver(path: string, { readOnly = false, replace = false } = {}): Driver {
  const folder = resolve(path)
  const statements = loadStatements("embedded")
  let database: GrafeoDB | undefined
  let copy: string | undefined
  let queries: QueryProcess | undefined
  // One writer: concurrent merges of relationships would duplicate them.
  let queue: Promise<unknown> = Promise.resolve()

  const open = (): GrafeoDB => {
    if (database === undefined)
      throw new AppError("STORE_UNAVAILABLE", `embedded:${folder}: not open; call init first.`)
    return database
  }
  const runIn =
    (executor: GrafeoDB | Transaction): Run =>
    async (statement, parameters) => {
      try {
        return (await executor.executeCypher(statement, parameters)).toArray()
      } catch (error) {
        throw asWriteError(folder, error)
      }
    }
  const run: Run = (statement, parameters) => runIn(open())(statement, parameters)
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work, work)
    queue = result.catch(() => undefined)
    return result
  }
  /** In one transaction, so that all statements see the same commit. */
  const atOnce = async <Result>(read: (run: Run) => Promise<Result>): Promise<Result> => {
    const transaction = open().beginTransaction()
    try {
      return await read(runIn(transaction))
    } finally {
      transaction.rollback()
    }
  }
  const limitLog = (): void => {
    const size = statSync(fileOf(folder), { throwIfNoEntry: false })?.size ?? 0
    const walBytes = Math.max(LOG_BYTES, Math.floor(LOG_SHARE * size))
    if (walBytes !== open().checkpointStatus().walBytes) open().setCheckpointTriggers({ walBytes })
  }
  const version = async (): Promise<number> => Number((await run(statements("version")))[0]?.number ?? 0)

  return {
    name: "embedded",
    async init() {
      if (database !== undefined) return
      const { openCopy, openFolder } = await import("./engine.js")
      let file = fileOf(folder)
      if (readOnly) {
        if (!existsSync(file)) throw missing(folder)
        copy = file = copyFiles(folder)
      }
      try {
        database = readOnly ? openCopy(file, folder) : openFolder(folder, replace)
        if (!replace) await checkFormat(run, statements, `embedded:${folder}`)
        if (!readOnly) {
          limitLog()
          for (const statement of splitStatements(statements("schema"))) await run(statement)
        }
      } catch (error) {
        database?.close()
        database = undefined
        if (copy !== undefined) removeCopy(copy)
        throw error
      }
      queries = new QueryProcess(() => alone(async () => copyFiles(dirname(file))))
    },
    write: (work) =>
      alone(async () => {
        if (readOnly) throw new Error(`embedded:${folder}: opened to be read only`)
        const transaction = open().beginTransaction()
        const runInside = runIn(transaction)
        try {
          const result = await work(cypherTransaction(runInside, statements))
          await runInside(statements("next-version"), { format: FORMAT })
          transaction.commit()
          limitLog()
          return result
        } catch (error) {
          rollBack(transaction)
          throw asWriteError(folder, error)
        }
      }),
    version,
    contributions: (kind) => readContributions(run, statements, kind),
    sources: () => readSources(run, statements),
    decisions: () => readDecisions(run, statements),
    eventTypes: () => readEventTypes(run, statements),
    positions: () => readPositions(run, statements),
    savePositions: (positions) => alone(() => savePositions(run, statements, positions)),
    readGraph: () => atOnce((run) => readGraph(run, statements)),
    stats: () => atOnce((run) => readStats(run, statements)),
    stored: () => atOnce((run) => readStored(run, statements)),
    clear: () => alone(() => clear(run, statements)),
    setFormat: (format) =>
      alone(async () => {
        await run(statements("set-format"), { format })
      }),
    async query(cypher, parameters, limits) {
      open()
      return (queries as QueryProcess).query(await version(), cypher, parameters, limits)
    },
    async close() {
      await queue
      await queries?.close()
      try {
        // Makes all that was committed survive a power cut.
        if (!readOnly) database?.walCheckpoint()
        database?.close()
      } catch (error) {
        throw asWriteError(folder, error)
      } finally {
        database = undefined
        if (copy !== undefined) removeCopy(copy)
      }
    },
  }
}

/** A failed statement leaves what it had written inside the transaction; a failed commit has rolled back itself. */
function rollBack(transaction: Transaction): void {
  try {
    transaction.rollback()
  } catch {
    // Nothing is left to be rolled back.
  }
}

const missing = (folder: string): AppError =>
  new AppError(
    "STORE_UNAVAILABLE",
    `embedded:${folder}: no store there. Load articles into it with "chancery load", or name another with --store.`,
  )
