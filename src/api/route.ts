// What a route is: one object that is mounted, checked and documented from the same schemas.
import type { RequestHandler } from "express"
import type { z } from "zod"
import type { ErrorCode } from "../errors.js"
import type { GraphStore } from "../store/types.js"
import { parseInput } from "./validate.js"

export interface Route<Input extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> {
  method: "get" | "post"
  /** As Express writes it: `/api/actors/:id`. */
  path: string
  summary: string
  /** Path parameters, and with them the search parameters of a GET or the body of a POST. */
  input: Input
  answer: Answer
  /** What it may fail with, beside a bad input. */
  failures: ErrorCode[]
  /** `signal` aborts when the client goes away. Whatever it throws, the error handler answers. */
  handle(store: GraphStore, input: z.output<Input>, signal: AbortSignal): Promise<z.output<Answer>>
}

/** Ties a route's handler to its schemas. */
export const defineRoute = <Input extends z.ZodObject, Answer extends z.ZodType>(
  route: Route<Input, Answer>,
): Route => route

/** Reads the input of a request by the route's schema and sends what its handler answers. */
export function handlerOf(route: Route, store: GraphStore): RequestHandler {
  return async (request, response) => {
    const gone = new AbortController()
    response.once("close", () => gone.abort())
    const given = route.method === "get" ? request.query : (request.body ?? {})
    const input = parseInput(route.input, { ...given, ...request.params })
    const answer = await route.handle(store, input, gone.signal)
    if (!gone.signal.aborted) response.json(answer)
  }
}
