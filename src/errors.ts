// The one error class and the table of its codes. The README lists exactly these; a test checks it.

/** Code -> HTTP status and one line that says what it means. */
export const ERROR_CODES = {
  BAD_USAGE: { status: 400, meaning: "The command or request is not of a form we take." },
  BAD_INPUT: { status: 422, meaning: "A file or record could not be read as an article." },
  BAD_DATA: { status: 500, meaning: "A file in data/ or --frames is broken; the message has file and line." },
  NOT_FOUND: { status: 404, meaning: "No such actor, event, article or page." },
  UNAUTHORISED: {
    status: 401,
    meaning: "The request does not bear the token that its route asks for, or may not come from elsewhere.",
  },
  QUERY_REFUSED: {
    status: 403,
    meaning: "The query writes, or uses a clause that the console does not allow.",
  },
  QUERY_INVALID: { status: 400, meaning: "The database could not parse or run the query." },
  QUERY_TIMEOUT: { status: 408, meaning: "The query ran past its time limit and was stopped." },
  QUERY_FAILED: { status: 500, meaning: "The query process died; the server goes on." },
  RATE_LIMITED: { status: 429, meaning: "Too many requests in a minute from one address." },
  STORE_UNAVAILABLE: { status: 503, meaning: "The store cannot be opened or reached." },
  STORE_BUSY: { status: 409, meaning: "Another process holds the store." },
  STORE_DAMAGED: {
    status: 500,
    meaning: "What is stored is not what was written; `chancery check` tells more.",
  },
  BAD_BACKUP: { status: 422, meaning: "A file is no backup, or not a whole one." },
  MODEL_UNAVAILABLE: { status: 500, meaning: "The language model or its runtime could not be loaded." },
  INTERNAL: { status: 500, meaning: "A fault of ours." },
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** An error a user may see: its message says where, what was got and what to do. */
export class AppError extends Error {
  override readonly name = "AppError"
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }

  get status(): number {
    return ERROR_CODES[this.code].status
  }
}
