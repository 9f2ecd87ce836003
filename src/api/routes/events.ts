// Events with the sentences that report them.
import { z } from "zod"
import { defineRoute } from "../route.js"
import { eventDetail, eventTypeName, thresholds } from "../schemas.js"

export const events = defineRoute({
  method: "get",
  path: "/api/events",
  summary: "Events and their evidence, newest first; every filter given must hold",
  input: z.strictObject({
    source: z.string().optional().describe("id of the actor who did it"),
    target: z.string().optional().describe("id of the actor whom it was done to"),
    actor: z.string().optional().describe("id of a party in either role"),
    type: eventTypeName.optional(),
    ...thresholds,
    limit: z.coerce.number().int().min(1).max(5000).default(200),
  }),
  answer: z.array(eventDetail),
  failures: [],
  handle: (store, filter) => store.events(filter),
})
