// What the whole graph holds: by day, by label and type, and what the types mean.
import { z } from "zod"
import { EVENT_TYPES } from "../../ontology.js"
import { defineRoute } from "../route.js"
import { eventTypeInfo, stats as statsSchema, timelineDay } from "../schemas.js"

const nothing = z.strictObject({})

export const timeline = defineRoute({
  method: "get",
  path: "/api/timeline",
  summary: "Events a day by quad class, for events that know their day",
  input: nothing,
  answer: z.array(timelineDay),
  failures: [],
  handle: (store) => store.timeline(),
})

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
  handle: async () => EVENT_TYPES,
})
