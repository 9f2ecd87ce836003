// Requests to the server that holds a store: one connection each, what comes back is checked.
import { once } from "node:events"
import { type IncomingMessage, request } from "node:http"
import { text } from "node:stream/consumers"
import { setTimeout } from "node:timers/promises"
import { z } from "zod"
import { AppError, ERROR_CODES, type ErrorCode } from "../errors.js"

const problemSchema = z.object({ code: z.string(), detail: z.string() })

/** Waits for as long as the answer takes. Throws the server's own error, or `STORE_UNAVAILABLE`. */
export async function post<Schema extends z.ZodType>(
  url: string,
  token: string,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { status, content } = await send(url, token, JSON.stringify(body))
  const answer = parseJson(content)
  if (status !== 200) throw toError(url, status, answer)
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new AppError(
    "STORE_UNAVAILABLE",
    `${url}: the answer is not of the form that this version knows (${z.prettifyError(parsed.error)}). What was ` +
      "asked may be stored. Stop that server, start it anew from the version that runs this, and run this again.",
  )
}

interface Answer {
  status: number | undefined
  content: string
}

/**
 * A connection of its own for each request: one that was kept may be closed by the server just as the next request
 * goes out. No more is tried where it breaks: the server is then gone, and nobody knows whether it had heard this.
 */
async function send(url: string, token: string, body: string): Promise<Answer> {
  for (;;) {
    const { status, headers, content } = await sendOnce(url, token, body)
    if (status !== ERROR_CODES.RATE_LIMITED.status) return { status, content }
    // Turned away unheard, because of others at this address.
    await setTimeout(1000 * (Number(headers["retry-after"]) || 1))
  }
}

async function sendOnce(
  url: string,
  token: string,
  body: string,
): Promise<Answer & Pick<IncomingMessage, "headers">> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
  try {
    const asked = request(url, { method: "POST", agent: false, headers })
    const answered = once(asked, "response") as Promise<[IncomingMessage]>
    // Of a connection that breaks while the answer comes, reading that tells.
    asked.on("error", () => undefined).end(body)
    const [response] = await answered
    return { status: response.statusCode, headers: response.headers, content: await text(response) }
  } catch (cause) {
    throw new AppError(
      "STORE_UNAVAILABLE",
      `${url}: the server that held the store stopped answering (${(cause as Error).message}). What it had ` +
        "acknowledged is stored; run this again, and the rest goes there.",
      { cause },
    )
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

function toError(url: string, status: number | undefined, answer: unknown): AppError {
  const problem = problemSchema.safeParse(answer)
  if (problem.success && isErrorCode(problem.data.code))
    return new AppError(problem.data.code, `${url}: ${problem.data.detail}`)
  return new AppError(
    "STORE_UNAVAILABLE",
    `${url}: answers with HTTP ${status} and no problem document, so this is no Chancery server of this version. ` +
      "Stop what listens there, and run this again.",
  )
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_CODES, code)
