// Analysts' queries run in a process of their own on a copy of the store: the engine has no timeout and may
// panic, and only a process can be stopped.
import { type ChildProcess, fork } from "node:child_process"
import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { AppError, type ErrorCode } from "../../errors.js"
import { packagePath } from "../../paths.js"
import type { QueryLimits, QueryResult, QueryValue } from "../../types.js"

/** What the child answers. */
export type QueryReply = Omit<QueryResult, "ms"> | { code: ErrorCode; message: string }

export interface QueryRequest {
  cypher: string
  parameters: Record<string, QueryValue>
  rows: number
}

export class QueryProcess {
  readonly #snapshot: () => Promise<string>
  #child: ChildProcess | undefined
  #version = -1
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
    const result = this.#queue.then(async () => {
      const child = await this.#ready(version)
      return this.#ask(child, { cypher, parameters, rows: limits.rows }, limits)
    })
    this.#queue = result.catch(() => undefined)
    return result
  }

  /** The pid of the running process, for those who watch it. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  close(): void {
    this.#child?.kill("SIGKILL")
    this.#child = undefined
  }

  async #ready(version: number): Promise<ChildProcess> {
    if (this.#child !== undefined && this.#version === version) return this.#child
    this.close()
    const file = await this.#snapshot()
    const child = fork(packagePath("dist", "store", "embedded", "query-child.js"), [file], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    })
    child.once("exit", () => {
      rmSync(dirname(file), { recursive: true, force: true })
      if (this.#child === child) this.#child = undefined
    })
    // The server must not wait for its helper when it ends.
    child.unref()
    child.channel?.unref()
    this.#child = child
    this.#version = version
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
      const stop = (code: ErrorCode, message: string): void => {
        settle(() => reject(new AppError(code, message)))
        this.close()
      }
      const onMessage = (reply: QueryReply): void =>
        settle(() => {
          if ("code" in reply) reject(new AppError(reply.code, reply.message))
          else resolve({ ...reply, ms: Math.round(performance.now() - started) })
        })
      const onExit = (_: number | null, signal: string | null): void =>
        settle(() => {
          const how = signal === null ? "" : ` (${signal})`
          reject(
            new AppError(
              "QUERY_FAILED",
              `The query process died in the middle of this query${how}. Try a smaller pattern; other queries go on.`,
            ),
          )
        })
      const onAbort = (): void => stop("QUERY_TIMEOUT", "The query was cancelled.")
      const timer = setTimeout(
        () =>
          stop(
            "QUERY_TIMEOUT",
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
