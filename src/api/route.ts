// What a route is: one object that is mounted, checked and documented from the same schemas.
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { RequestHandler, Response } from "express"
import type { z } from "zod"
import type { ErrorCode } from "../errors.js"
import type { GraphStore } from "../store/types.js"
import { parseInput } from "./validate.js"

interface RouteParts<Input extends z.ZodObject> {
  method: "get" | "post"
  /** As Express writes it: `/api/actors/:id`. */
  path: string
  summary: string
  /** Path parameters, and with them the search parameters of a GET or the body of a POST. */
  input: Input
  /** What it may fail with, beside a bad input. */
  failures: ErrorCode[]
}

export interface JsonRoute<Input extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType>
  extends RouteParts<Input> {
  answer: Answer
  /** `signal` aborts when the client goes away. Whatever it throws, the error handler answers. */
  handle(store: GraphStore, input: z.output<Input>, signal: AbortSignal): Promise<z.output<Answer>>
}

/** Answers with a file to keep, sent while it is written. */
export interface FileRoute<Input extends z.ZodObject = z.ZodObject> extends RouteParts<Input> {
  mediaTypes: string[]
  file(store: GraphStore, input: z.output<Input>): SentFile
}

export interface SentFile {
  name: string
  mediaType: string
  pieces: AsyncIterable<string>
}

export type Route = JsonRoute | FileRoute

/** Ties a route's handler to its schemas. */
export const defineRoute = <Input extends z.ZodObject, Answer extends z.ZodType>(
  route: JsonRoute<Input, Answer>,
): Route => route

/** The same for a route that answers with a file. */
export const defineFileRoute = <Input extends z.ZodObject>(route: FileRoute<Input>): Route => route

/** Reads the input of a request by the route's schema and sends what its handler answers. */
export function handlerOf(route: Route, store: GraphStore): RequestHandler {
  return async (request, response) => {
    const gone = new AbortController()
    response.once("close", () => gone.abort())
    const given = route.method === "get" ? request.query : (request.body ?? {})
    const input = parseInput(route.input, { ...given, ...request.params })
    if ("file" in route) return sendFile(route.file(store, input), response, gone.signal)
    const answer = await route.handle(store, input, gone.signal)
    if (!gone.signal.aborted) response.json(answer)
  }
}

/** Waits for the first piece before anything is sent, so that a failure before it is answered as any other is. */
async function sendFile(
  { name, mediaType, pieces }: SentFile,
  response: Response,
  gone: AbortSignal,
): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = await iterator.next()
  async function* all(): AsyncGenerator<string> {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  response.attachment(name).type(`${mediaType}; charset=utf-8`)
  try {
    await pipeline(Readable.from(all()), response, { signal: gone })
  } catch (error) {
    if (!gone.aborted) throw error
  }
}
