// Analysts' queries on Neo4j: planned first and refused by plan, then run read-only with limits.
import type { Driver, Node, Record as Row, Session } from "neo4j-driver"
import { AppError } from "../../errors.js"
import type { QueryLimits, QueryResult, QueryValue } from "../../types.js"
import { SubgraphCollector } from "../subgraph.js"
import { refuse } from "./guard.js"
import { collectEnds, type NodesById, toParameters, toPlain } from "./values.js"

/** What a query that the server cannot interrupt, inside one expression, may take beyond its limit. */
const GRACE_MS = 1000

/** Throws `QUERY_REFUSED`, `QUERY_INVALID`, `QUERY_TIMEOUT` or `QUERY_FAILED`. */
export async function runQuery(
  driver: Driver,
  cypher: string,
  parameters: Record<string, QueryValue>,
  limits: QueryLimits,
): Promise<QueryResult> {
  // Our own session, no managed transaction: a query that ran out of memory must not be tried again.
  const session = driver.session({ defaultAccessMode: "READ" })
  let stop = (_: Error): void => undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = reject
  })
  const onAbort = (): void => stop(cancelled())
  const watchdog = setTimeout(() => stop(timedOut(limits)), limits.timeoutMs + GRACE_MS)
  limits.signal?.addEventListener("abort", onAbort)
  if (limits.signal?.aborted) onAbort()
  try {
    return await Promise.race([stopped, answer(session, cypher, parameters, limits)])
  } catch (error) {
    throw asQueryError(error, limits)
  } finally {
    clearTimeout(watchdog)
    limits.signal?.removeEventListener("abort", onAbort)
    // Ends what still runs on the server, within milliseconds where it can be ended at all.
    session.close().catch(() => undefined)
  }
}

async function answer(
  session: Session,
  cypher: string,
  parameters: Record<string, QueryValue>,
  limits: QueryLimits,
): Promise<QueryResult> {
  const started = performance.now()
  await refuse(session, cypher, toParameters(parameters))
  const { columns, rows, truncated } = await readRows(session, cypher, parameters, limits)
  const nodes = await readEnds(session, rows)
  const found = new SubgraphCollector()
  const plain = rows.map((row) => columns.map((column) => toPlain(row.get(column), found, nodes)))
  const ms = Math.round(performance.now() - started)
  return { columns, rows: plain, graph: found.subgraph(), truncated, ms }
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

/** The nodes at the ends of all relationships: a relationship is drawn between them. */
async function readEnds(session: Session, rows: Row[]): Promise<NodesById> {
  const ends = new Set<string>()
  for (const row of rows) collectEnds([...row.values()], ends)
  if (ends.size === 0) return new Map()
  const statement = "UNWIND $ids AS id MATCH (node) WHERE elementId(node) = id RETURN id, node"
  const { records } = await session.run(statement, { ids: [...ends] })
  return new Map(records.map((record) => [record.get("id") as string, record.get("node") as Node]))
}

const cancelled = (): AppError => new AppError("QUERY_TIMEOUT", "The query was cancelled.")

const timedOut = ({ timeoutMs }: QueryLimits, cause?: unknown): AppError =>
  new AppError(
    "QUERY_TIMEOUT",
    `The query ran past ${timeoutMs} ms and was stopped. Narrow its pattern or add a LIMIT.`,
    { cause },
  )

function asQueryError(error: unknown, limits: QueryLimits): unknown {
  if (error instanceof AppError) return error
  const { code = "", message = String(error) } = error as { code?: string; message?: string }
  if (/TransactionTimedOut|Terminated/.test(code)) return timedOut(limits, error)
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
