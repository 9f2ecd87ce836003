// The reference store: a Neo4j server, 5.26 or later.
import { setTimeout } from "node:timers/promises"
import type { Driver as Connection, ManagedTransaction, Session } from "neo4j-driver"
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
import { runQuery } from "./query.js"
import { toParameters } from "./values.js"

export interface Neo4jOptions {
  url: string
  username: string
  password: string
  /** Leaves the schema as it is. */
  readOnly?: boolean
  /** Opens also what is of another version. */
  replace?: boolean
}

const CONNECT_MS = 5000
/** How often a part of the schema is tried that others create at the same moment, and how long to let them. */
const SCHEMA_ATTEMPTS = 20
const SCHEMA_PAUSE_MS = 500

/** Connects on `init`. Throws `STORE_UNAVAILABLE` when the server is not reached or refuses the password. */
export function neo4jDriver(options: Neo4jOptions): Driver {
  const { url, username, password, readOnly = false, replace = false } = options
  const statements = loadStatements("neo4j")
  let connection: Connection | undefined

  const open = (): Connection => {
    if (connection === undefined)
      throw new AppError("STORE_UNAVAILABLE", `${url}: not open; call init first.`)
    return connection
  }
  const runIn =
    (transaction: ManagedTransaction): Run =>
    async (statement, parameters = {}) => {
      const { records } = await transaction.run(statement, toParameters(parameters))
      return records.map((record) => record.toObject())
    }
  const inTransaction = async <Result>(
    mode: "READ" | "WRITE",
    work: (run: Run) => Promise<Result>,
  ): Promise<Result> => {
    const session = open().session({ defaultAccessMode: mode })
    try {
      const execute = mode === "READ" ? session.executeRead.bind(session) : session.executeWrite.bind(session)
      return await execute((transaction) => work(runIn(transaction)))
    } catch (error) {
      throw asStoreError(url, error)
    } finally {
      await session.close()
    }
  }
  /** Each statement in a transaction of its own. */
  const write: Run = (statement, parameters) => inTransaction("WRITE", (run) => run(statement, parameters))
  const read: Run = (statement, parameters) => inTransaction("READ", (run) => run(statement, parameters))

  /** With writers kept out: readers see the parts of a commit appear one after the other. */
  const readAlone = <Result>(work: (run: Run) => Promise<Result>): Promise<Result> =>
    inTransaction("WRITE", async (run) => {
      await run(statements("hold-version"))
      return work(run)
    })

  return {
    name: "neo4j",
    async init() {
      if (connection !== undefined) return
      const { default: neo4j } = await import("neo4j-driver")
      connection = neo4j.driver(url, neo4j.auth.basic(username, password), {
        disableLosslessIntegers: true,
        connectionTimeout: CONNECT_MS,
        maxTransactionRetryTime: CONNECT_MS,
      })
      const session = connection.session()
      try {
        // `verifyConnectivity` would retry a refused connection for half a minute.
        await session.run("RETURN 1")
        if (!replace) await checkFormat(read, statements, url)
        for (const statement of readOnly ? [] : splitStatements(statements("schema")))
          await createPart(session, statement)
      } catch (error) {
        await connection.close()
        connection = undefined
        throw asStoreError(url, error)
      } finally {
        await session.close()
      }
    },
    write: (work) =>
      inTransaction("WRITE", async (run) => {
        // First of all, since it also locks out other writers until this transaction ends.
        await run(statements("next-version"), { format: FORMAT })
        return work(cypherTransaction(run, statements))
      }),
    version: async () => Number((await read(statements("version")))[0]?.number ?? 0),
    contributions: (kind) => readAlone((run) => readContributions(run, statements, kind)),
    sources: () => readAlone((run) => readSources(run, statements)),
    decisions: () => readAlone((run) => readDecisions(run, statements)),
    eventTypes: () => readEventTypes(read, statements),
    positions: () => readPositions(read, statements),
    savePositions: (positions) => inTransaction("WRITE", (run) => savePositions(run, statements, positions)),
    readGraph: () => readAlone((run) => readGraph(run, statements)),
    stats: () => readAlone((run) => readStats(run, statements)),
    stored: () => readAlone((run) => readStored(run, statements)),
    clear: () => clear(write, statements),
    async setFormat(format) {
      await write(statements("set-format"), { format })
    },
    query: (cypher, parameters, limits) => runQuery(open(), cypher, parameters, limits),
    async close() {
      await connection?.close()
      connection = undefined
    },
  }
}

/** Of several who open an empty server at once, all but one of a deadlock are sent away, and come again. */
async function createPart(session: Session, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.run(statement)
      return
    } catch (error) {
      const { code = "" } = error as { code?: string }
      if (attempt === SCHEMA_ATTEMPTS || !/^Neo\.(?:TransientError|ClientError\.Schema)\./.test(code))
        throw error
      await setTimeout(Math.random() * SCHEMA_PAUSE_MS)
    }
  }
}

/** Connection and authentication faults in words that say what to do; others as they are. */
function asStoreError(url: string, error: unknown): unknown {
  if (error instanceof AppError) return error
  const { code = "", message = "" } = error as { code?: string; message?: string }
  if (code === "Neo.ClientError.Security.Unauthorized" || code.startsWith("Neo.ClientError.Security.Auth")) {
    return new AppError(
      "STORE_UNAVAILABLE",
      `${url}: refuses this name and password; set NEO4J_USERNAME and NEO4J_PASSWORD.`,
      { cause: error },
    )
  }
  if (
    code === "ServiceUnavailable" ||
    code === "SessionExpired" ||
    /ECONNREFUSED|connection/i.test(message)
  ) {
    return new AppError(
      "STORE_UNAVAILABLE",
      `${url}: no Neo4j answers there (${message.split("\n")[0]}). Start it, or check --store.`,
      { cause: error },
    )
  }
  if (/^Neo\.(?:Transient|Database)Error\.|ReadOnly/.test(code)) {
    return new AppError(
      "STORE_UNAVAILABLE",
      `${url}: could not do this (${message.split("\n")[0]}). What was stored before is whole. ` +
        "Mend what it says, then run this again: it goes on from there.",
      { cause: error },
    )
  }
  return error
}
