// Analysts' queries run in a process of their own on a copy of the store: the engine has no timeout and may
// panic, and only a process can be stopped.
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { AppError, type ErrorCode } from "../../errors.js"
import { packagePath } from "../../paths.js"
import type { QueryLimits, QueryResult, QueryValue } from "../../types.js"
import { removeCopy } from "./snapshot.js"

/** What the child answers. */
export type QueryReply = Omit<QueryResult, "ms"> | { code: ErrorCode; message: string }

export interface QueryRequest {
  cypher: string
  parameters: Record<string, QueryValue>
  rows: number
}

const CHILD = packagePath("dist", "store", "embedded", "query-child.js")

interface Running {
  process: ChildProcess
  version: number
  /** Resolves when the process is gone and its copy with it. */
  ended: Promise<void>
}

export class QueryProcess {
  readonly #snapshot: () => Promise<string>
  #running: Running | undefined
  #queue: Promise<unknown> = Promise.resolve()

  /** `snapshot` makes a fresh copy of the store and returns its file, which is then ours to delete. */
  constructor(snapshot: () => Promise<string>) {
    this.#snapshot = snapshot
  }

  /** Throws `QUERY_REFUSED`, `QUERY_INVALID`, `QUERY_TIMEOUT`, or `QUERY_FAILED` when the process died. */
  query(
    version: number,
    cypher: string,
    parameters: Record<string, QueryValue>,
    limits: QueryLimits,
  ): Promise<QueryResult> {
    const turn = this.#queue
    const result = untilAborted(turn, limits.signal).then(async () => {
      const child = await this.#ready(version)
      return this.#ask(child, { cypher, parameters, rows: limits.rows }, limits)
    })
    // Who gave up waiting opens no way past those before.
    this.#queue = Promise.allSettled([turn, result])
    return result
  }

  /** The pid of the running process, for those who watch it. */
  get pid(): number | undefined {
    return this.#running?.process.pid
  }

  /** Stops the process; a query that it was running fails. */
  async close(): Promise<void> {
    const running = this.#running
    this.#running = undefined
    if (running === undefined) return
    running.process.ref()
    running.process.kill("SIGKILL")
    await running.ended
  }

  async #ready(version: number): Promise<ChildProcess> {
    if (this.#running?.version === version) return this.#running.process
    await this.close()
    if (!existsSync(CHILD)) {
      throw new AppError("QUERY_FAILED", `${CHILD}: not built; run "npm run build", which queries need.`)
    }
    const file = await this.#snapshot()
    // The engine writes a backtrace of each panic to stderr; the reply says what to do.
    const child = fork(CHILD, [file], { stdio: ["ignore", "ignore", "ignore", "ipc"] })
    const ended = new Promise<void>((resolve) => {
      child.once("exit", () => {
        removeCopy(file)
        if (this.#running?.process === child) this.#running = undefined
        resolve()
      })
    })
    this.#running = { process: child, version, ended }
    await Promise.race([once(child, "message"), ended])
    if (this.#running === undefined) throw died("at its start", child.signalCode)
    // The server must not wait for its helper when it ends.
    child.unref()
    child.channel?.unref()
    return child
  }

  #ask(child: ChildProcess, request: QueryRequest, limits: QueryLimits): Promise<QueryResult> {
    const started = performance.now()
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer)
        limits.signal?.removeEventListener("abort", onAbort)
        child.off("message", onMessage)
        child.off("exit", onExit)
        child.channel?.unref()
        finish()
      }
      const stop = (message: string): void =>
        settle(() => void this.close().then(() => reject(new AppError("QUERY_TIMEOUT", message))))
      const onMessage = (reply: QueryReply): void =>
        settle(() => {
          if (!("code" in reply)) return resolve({ ...reply, ms: Math.round(performance.now() - started) })
          const error = new AppError(reply.code, reply.message)
          // Whatever broke the engine, the next query gets a fresh one.
          if (reply.code === "QUERY_FAILED") void this.close().then(() => reject(error))
          else reject(error)
        })
      const onExit = (_: number | null, signal: NodeJS.Signals | null): void =>
        settle(() => reject(died("in the middle of this query", signal)))
      const onAbort = (): void => stop(CANCELLED)
      const timer = setTimeout(
        () =>
          stop(
            `The query ran past ${limits.timeoutMs} ms and was stopped. Narrow its pattern or add a LIMIT.`,
          ),
        limits.timeoutMs,
      )
      child.once("message", onMessage)
      child.once("exit", onExit)
      limits.signal?.addEventListener("abort", onAbort)
      if (limits.signal?.aborted) onAbort()
      else {
        child.channel?.ref()
        child.send(request, (error) => error !== null && onExit(null, null))
      }
    })
  }
}

/** Waits for its turn; a query cancelled before that is answered at once. */
async function untilAborted(turn: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return void (await turn)
  const cancelled = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new AppError("QUERY_TIMEOUT", CANCELLED))
    if (signal.aborted) onAbort()
    else signal.addEventListener("abort", onAbort, { once: true })
  })
  await Promise.race([cancelled, turn])
}

const CANCELLED = "The query was cancelled."

function died(when: string, signal: NodeJS.Signals | null): AppError {
  const how = signal === null ? "" : ` (${signal})`
  return new AppError(
    "QUERY_FAILED",
    `The query process died ${when}${how}. Try a smaller pattern; other queries go on.`,
  )
}
