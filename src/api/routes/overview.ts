// What the whole graph holds by label and type, and what the types of events mean.
import { z } from "zod"
import { eventTypes } from "../../ontology.js"
import { defineRoute } from "../route.js"
import { eventTypeInfo, stats as statsSchema } from "../schemas.js"

const nothing = z.strictObject({})

export const stats = defineRoute({
  method: "get",
  path: "/api/stats",
  summary: "How many nodes a label and relationships a type: the schema with its counts",
  input: nothing,
  answer: statsSchema,
  failures: [],
  handle: (store) => store.stats(),
})

export const ontology = defineRoute({
  method: "get",
  path: "/api/ontology",
  summary: "The event types with their PLOVER and CAMEO codes",
  input: nothing,
  answer: z.array(eventTypeInfo),
  failures: [],
  handle: async () => eventTypes(),
})
