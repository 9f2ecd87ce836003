// The one door for Cypher, and the examples that go through it.
import { z } from "zod"
import { loadExamples } from "../examples.js"
import { defineRoute } from "../route.js"
import { exampleQuery, queryResult, queryValue } from "../schemas.js"

export const query = defineRoute({
  method: "post",
  path: "/api/query",
  summary: "Runs a read-only Cypher query; closing the connection cancels it",
  input: z.strictObject({
    cypher: z.string().min(1).max(100_000),
    parameters: z.record(z.string(), queryValue).default({}),
    rows: z.number().int().min(1).max(10_000).default(1000).describe("at most this many rows"),
    timeoutMs: z.number().int().min(1).max(60_000).default(10_000),
  }),
  answer: queryResult,
  failures: ["QUERY_REFUSED", "QUERY_INVALID", "QUERY_TIMEOUT", "QUERY_FAILED"],
  handle: (store, { cypher, parameters, rows, timeoutMs }, signal) =>
    store.query(cypher, parameters, { rows, timeoutMs, signal }),
})

export const queries = defineRoute({
  method: "get",
  path: "/api/queries",
  summary: "Example queries with their parameters",
  input: z.strictObject({}),
  answer: z.array(exampleQuery),
  failures: [],
  handle: async () => loadExamples(),
})
