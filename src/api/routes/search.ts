// Search as you type.
import { z } from "zod"
import { defineRoute } from "../route.js"
import { searchHit } from "../schemas.js"

export const search = defineRoute({
  method: "get",
  path: "/api/search",
  summary: "Actors by name, alias and office, events by type and sentence, articles by title; best first",
  input: z.strictObject({
    q: z.string().max(200),
    limit: z.coerce.number().int().min(1).max(100).default(12),
  }),
  answer: z.array(searchHit),
  failures: [],
  handle: (store, { q, limit }) => store.search(q, limit),
})
