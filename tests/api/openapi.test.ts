import request from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openapi } from "../../src/api/openapi.js"
import { ROUTES } from "../../src/api/routes/index.js"
import { ERROR_CODES } from "../../src/errors.js"
import { type Served, serveFixture } from "./fixture.js"

interface Operation {
  summary: string
  parameters?: { name: string; in: string; required: boolean; schema: unknown }[]
  requestBody?: unknown
  responses: Record<string, { description: string }>
}

let served: Served
beforeAll(async () => {
  served = await serveFixture()
})
afterAll(() => served.close())

const document = openapi(ROUTES) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, { description: string }> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** What Express has mounted below a router: the API's routes, its document, and the page. */
function mounted(): string[] {
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> }
    handle: { stack?: Layer[] }
  }
  const layers = (served.app.router as unknown as { stack: Layer[] }).stack
  const inside = layers.flatMap(({ handle }) => handle.stack ?? [])
  return inside.flatMap(({ route }) =>
    route === undefined ? [] : Object.keys(route.methods).map((method) => `${method} /api${route.path}`),
  )
}

describe("the OpenAPI document", () => {
  it("is served", async () => {
    const { status, body } = await request(served.app).get("/api/openapi.json")
    expect([status, body]).toEqual([200, JSON.parse(JSON.stringify(document))])
  })

  it("lists exactly the routes that are mounted", () => {
    const documented = operations.map(
      ({ path, method }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    )
    const others = ["get /api/openapi.json", "get /api/{*path}"]
    expect(documented.sort()).toEqual(
      mounted()
        .filter((route) => !others.includes(route))
        .sort(),
    )
  })

  it.each(operations)(
    "$method $path names every path parameter and its failures",
    ({ path, method, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const parameters = operation.parameters ?? []
      expect(parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual(inPath)
      for (const one of parameters) {
        expect(one.schema).toMatchObject({ type: expect.any(String) })
        if (one.in === "path") expect(one.required).toBe(true)
      }
      expect(operation.requestBody === undefined).toBe(method === "get")
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["200", "400", "401", "429"]))
    },
  )

  it("points only to what it holds", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, reference]) => reference,
    )
    expect(references).toContain("#/components/schemas/ViewGraph")
    const held = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(references.filter((reference) => !held.includes(reference ?? ""))).toEqual([])
  })

  it("says how the token is sent, and names every error code", () => {
    expect(document.components.securitySchemes.token?.description).toContain("401")
    expect(document.components.schemas.Problem).toMatchObject({
      properties: { code: { enum: Object.keys(ERROR_CODES) } },
    })
  })
})
