// Analysts' queries on Neo4j: planned first and refused by plan, then run read-only with limits.
import type { Driver, Record as Row, Session } from "neo4j-driver"
import { AppError } from "../../errors.js"
import type { QueryLimits, QueryResult, QueryValue } from "../../types.js"
import { SubgraphCollector } from "../subgraph.js"
import { refuse } from "./guard.js"
import { collectEnds, type NodeIds, toParameters, toPlain } from "./values.js"

/** Throws `QUERY_REFUSED`, `QUERY_INVALID` or `QUERY_TIMEOUT`. */
export async function runQuery(
  driver: Driver,
  cypher: string,
  parameters: Record<string, QueryValue>,
  limits: QueryLimits,
): Promise<QueryResult> {
  const started = performance.now()
  // Our own session, no managed transaction: a query that ran out of memory must not be tried again.
  const session = driver.session({ defaultAccessMode: "READ" })
  // Closing the session ends the work on the server within milliseconds.
  const stop = (): void => void session.close()
  limits.signal?.addEventListener("abort", stop)
  try {
    await refuse(session, cypher, toParameters(parameters))
    const { columns, rows, truncated } = await readRows(session, cypher, parameters, limits)
    const ids = await readIds(session, rows)
    const found = new SubgraphCollector()
    const plain = rows.map((row) => columns.map((column) => toPlain(row.get(column), found, ids)))
    return {
      columns,
      rows: plain,
      graph: found.subgraph(),
      truncated,
      ms: Math.round(performance.now() - started),
    }
  } catch (error) {
    throw asQueryError(error, limits)
  } finally {
    limits.signal?.removeEventListener("abort", stop)
    await session.close()
  }
}

interface Rows {
  columns: string[]
  rows: Row[]
  truncated: boolean
}

async function readRows(
  session: Session,
  cypher: string,
  parameters: Record<string, QueryValue>,
  limits: QueryLimits,
): Promise<Rows> {
  const result = session.run(cypher, toParameters(parameters), { timeout: limits.timeoutMs })
  const columns = (await result.keys()) as string[]
  const rows: Row[] = []
  for await (const row of result) {
    // Breaking off leaves nothing running on the server.
    if (rows.length === limits.rows) return { columns, rows, truncated: true }
    rows.push(row)
  }
  return { columns, rows, truncated: false }
}

async function readIds(session: Session, rows: Row[]): Promise<NodeIds> {
  const ends = new Set<string>()
  for (const row of rows) collectEnds([...row.values()], ends)
  if (ends.size === 0) return new Map()
  const statement =
    "UNWIND $ids AS elementId MATCH (node) WHERE elementId(node) = elementId RETURN elementId, node.id AS id"
  const { records } = await session.run(statement, { ids: [...ends] })
  return new Map(records.map((record) => [record.get("elementId") as string, record.get("id") as string]))
}

function asQueryError(error: unknown, limits: QueryLimits): unknown {
  if (error instanceof AppError) return error
  const { code = "", message = String(error) } = error as { code?: string; message?: string }
  if (limits.signal?.aborted)
    return new AppError("QUERY_TIMEOUT", "The query was cancelled.", { cause: error })
  if (/TransactionTimedOut|Terminated/.test(code)) {
    return new AppError(
      "QUERY_TIMEOUT",
      `The query ran past ${limits.timeoutMs} ms and was stopped. Narrow its pattern or add a LIMIT.`,
      { cause: error },
    )
  }
  if (/AccessMode|Forbidden/.test(code))
    return new AppError("QUERY_REFUSED", `Refused: the console only reads. ${message}`, { cause: error })
  if (/OutOfMemory/.test(code)) {
    return new AppError(
      "QUERY_FAILED",
      "The query needed more memory than it may have. Return fewer rows, or aggregate less at once.",
      { cause: error },
    )
  }
  if (code.startsWith("Neo.ClientError")) return new AppError("QUERY_INVALID", message, { cause: error })
  return error
}
