// The graph as the page draws it.
import { z } from "zod"
import { updatePositions } from "../../layout/index.js"
import { defineRoute } from "../route.js"
import { thresholds, viewGraph } from "../schemas.js"

export const graph = defineRoute({
  method: "get",
  path: "/api/graph",
  summary: "The most active actors, where they are drawn, and every edge among them",
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100_000).default(500), ...thresholds }),
  answer: viewGraph,
  failures: [],
  async handle(store, options) {
    // Another process may have loaded articles since.
    await updatePositions(store)
    return store.view(options)
  },
})
