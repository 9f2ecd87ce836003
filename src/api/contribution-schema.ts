// Contributions as they come over the wire: the types of src/types.ts, checked field by field.
import { z } from "zod"
import { ACTOR_KINDS, eventTypeName } from "../ontology.js"
import type { SourcedContribution } from "../store/types.js"

const text = z.string()
const textOrNull = text.nullable()
const count = z.number().int().min(0)
const certainty = z.number().min(0).max(1)
const status = z.enum(["actual", "planned", "negated", "hypothetical"])

const article = z.strictObject({
  id: text.startsWith("article:"),
  url: textOrNull,
  title: textOrNull,
  outlet: textOrNull,
  published: textOrNull,
  language: text,
  text,
  contentHash: text,
  extractor: text,
})
const actor = z.strictObject({
  id: text.min(1),
  kind: z.enum(ACTOR_KINDS),
  name: text,
  state: textOrNull,
  aliases: z.array(text),
  roles: z.array(z.strictObject({ role: text, of: text })),
  partOf: textOrNull,
  count,
  first: count,
  surfaces: z.record(text, count),
})
const evidence = z.strictObject({
  start: count,
  end: count,
  quote: text,
  sentence: count,
  status,
  confidence: certainty,
  attribution: textOrNull,
})
const report = z.strictObject({
  id: text.startsWith("event:"),
  type: eventTypeName,
  cameo: text,
  source: textOrNull,
  target: textOrNull,
  status,
  date: textOrNull,
  datePrecision: z.enum(["day", "week", "month", "year", "unknown"]),
  place: textOrNull,
  confidence: certainty,
  groupId: textOrNull,
  explicitInitiator: z.boolean(),
  background: z.boolean(),
  evidence: z.array(evidence).min(1),
})

/** One contribution and the source that holds it. */
export const sourcedContribution: z.ZodType<SourcedContribution> = z.strictObject({
  source: text.min(1),
  fingerprint: text.optional(),
  contribution: z.strictObject({ article, actors: z.array(actor), reports: z.array(report) }),
})
