// The one place where an error becomes an answer: an RFC 9457 problem document.
import { STATUS_CODES } from "node:http"
import type { ErrorRequestHandler } from "express"
import { AppError, type ErrorCode } from "../errors.js"

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode
}

/** Faults of ours are logged with all we know and answered without it. */
export const errorHandler: ErrorRequestHandler = (error, request, response, next) => {
  const problem = toProblem(error)
  if (problem.status >= 500) request.log.error(error)
  // Too late for an answer: Express then breaks the connection off.
  if (response.headersSent) next(error)
  else response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem))
}

function toProblem(error: unknown): Problem {
  if (error instanceof AppError) return problem(error.code, error.status, error.message)
  const { status, message, expose } = error as { status?: number; message?: string; expose?: boolean }
  // Express and its body parser mark what a client may see: malformed JSON, a body too large, a bad escape.
  if (status !== undefined && status < 500 && expose !== false)
    return problem("BAD_USAGE", status, `The request could not be read: ${message}.`)
  return problem("INTERNAL", 500, "A fault of ours; the server's log says more.")
}

function problem(code: ErrorCode, status: number, detail: string): Problem {
  return { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, detail, code }
}
