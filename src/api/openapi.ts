// The OpenAPI document, made from the routes and their schemas.
import { z } from "zod"
import { ERROR_CODES, type ErrorCode } from "../errors.js"
import type { Route } from "./route.js"
import { models } from "./schemas.js"

type Json = Record<string, unknown>

const PROBLEM = { $ref: "#/components/schemas/Problem" }

/** OpenAPI 3.1. */
export function openapi(routes: Route[]): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}")
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Chancery",
      version: "1",
      description: "Who called, condemned, visited and mediated, with the sentence behind every edge.",
    },
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas: { ...namedSchemas(), Problem: problemSchema() },
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description:
            "CHANCERY_TOKEN of the server. Needed for every /api route where the server listens beyond " +
            "loopback; without it they answer 401, and the page asks for it. It gives no right to write: /api/store " +
            "is for commands on the server's own machine, with the token that it leaves beside an embedded store.",
        },
      },
    },
  }
}

function operation(route: Route): Json {
  const { properties = {}, required = [] } = z.toJSONSchema(route.input, {
    io: "input",
    unrepresentable: "any",
  })
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  const names = route.method === "get" ? Object.keys(properties) : inPath
  const parameters = names.map((name) => ({
    name,
    in: inPath.includes(name) ? "path" : "query",
    required: required.includes(name),
    schema: properties[name],
  }))
  const body = { type: "object", properties, required, additionalProperties: false }
  return {
    summary: route.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(route.method === "post" && { requestBody: { required: true, ...json(body) } }),
    responses: {
      200: { description: "What was asked for", ...contentOf(route) },
      ...failures(route),
    },
  }
}

const contentOf = (route: Route): Json =>
  "file" in route
    ? { content: Object.fromEntries(route.mediaTypes.map((type) => [type, { schema: { type: "string" } }])) }
    : json(answerSchema(route.answer))

const json = (schema: Json): Json => ({ content: { "application/json": { schema } } })

function answerSchema(answer: z.ZodType): Json {
  if (answer instanceof z.ZodArray) return { type: "array", items: answerSchema(answer.element as z.ZodType) }
  return { $ref: `#/components/schemas/${models.get(answer)?.id}` }
}

/** By status: one status may stand for several codes. */
function failures({ failures }: Route): Json {
  const answers: Record<string, { description: string; content: Json }> = {}
  for (const code of [
    "BAD_USAGE",
    "UNAUTHORISED",
    "RATE_LIMITED",
    ...failures,
    "STORE_UNAVAILABLE",
  ] as ErrorCode[]) {
    const { status, meaning } = ERROR_CODES[code]
    const description = [answers[status]?.description, `${code}: ${meaning}`].filter(Boolean).join(" ")
    answers[status] = { description, content: { "application/problem+json": { schema: PROBLEM } } }
  }
  return answers
}

function namedSchemas(): Json {
  const { schemas } = z.toJSONSchema(models, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: "any",
  })
  // Inside one document a schema is found by its place, not by an address of its own.
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]),
  )
}

function problemSchema(): Json {
  const text = { type: "string" }
  const code = { type: "string", enum: Object.keys(ERROR_CODES) }
  return {
    type: "object",
    description: "RFC 9457",
    properties: { type: text, title: text, status: { type: "integer" }, detail: text, code },
    required: ["type", "title", "status", "detail", "code"],
  }
}
