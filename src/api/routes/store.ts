// Writes, for commands of the same user on the same machine while this server holds the store, and what was decided.
import { z } from "zod"
import { AppError } from "../../errors.js"
import { declareType, eventTypeInfo, isEventType } from "../../ontology.js"
import { sourcedContribution } from "../contribution-schema.js"
import { defineRoute } from "../route.js"
import { changeSummary, decision, sourceRecord } from "../schemas.js"

export const upsert = defineRoute({
  method: "post",
  path: "/api/store/upsert",
  summary: "Replaces the contributions of articles, all or nothing; with the server's own token",
  input: z.strictObject({
    eventTypes: z.array(eventTypeInfo).default([]).describe("those of the sender's own frames"),
    items: z.array(sourcedContribution),
  }),
  answer: changeSummary,
  failures: ["BAD_DATA", "STORE_DAMAGED"],
  async handle(store, { eventTypes, items }) {
    for (const info of eventTypes) declareType(info)
    const types = items.flatMap(({ contribution }) => contribution.reports.map(({ type }) => type))
    const unknown = types.find((type) => !isEventType(type))
    if (unknown !== undefined)
      throw new AppError("BAD_USAGE", `${unknown}: no event type here; send it in eventTypes.`)
    return store.upsert(items)
  },
})

export const sources = defineRoute({
  method: "post",
  path: "/api/store/sources",
  summary: "Where articles came from, and which each holds; with the server's own token",
  input: z.strictObject({}),
  answer: z.array(sourceRecord),
  failures: [],
  handle: (store) => store.sources(),
})

export const release = defineRoute({
  method: "post",
  path: "/api/store/release",
  summary: "Releases sources; an article that none holds any more goes; with the server's own token",
  input: z.strictObject({ sources: z.array(z.string()) }),
  answer: changeSummary,
  failures: ["STORE_DAMAGED"],
  handle: (store, { sources }) => store.release(sources),
})

export const retract = defineRoute({
  method: "post",
  path: "/api/store/retract",
  summary: "Removes articles by id, whatever holds them; with the server's own token",
  input: z.strictObject({ articles: z.array(z.string()) }),
  answer: changeSummary,
  failures: ["STORE_DAMAGED"],
  handle: (store, { articles }) => store.retract(articles),
})

const id = z.string().min(1)
const request = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("merge"), actor: id, into: id }),
  z.strictObject({ kind: z.literal("split"), actor: id, article: id, into: id }),
  z.strictObject({ kind: z.literal("rename"), actor: id, name: id }),
  z.strictObject({ kind: z.literal("reject-mention"), actor: id, article: id }),
  z.strictObject({ kind: z.literal("reject-event"), event: id }),
])

export const decide = defineRoute({
  method: "post",
  path: "/api/store/decide",
  summary: "Hears a person's correction and derives again what it touches; with the server's own token",
  input: z.strictObject({ request, author: z.string().min(1), reason: z.string().min(1) }),
  answer: decision,
  failures: ["NOT_FOUND", "STORE_DAMAGED"],
  handle: (store, { request, ...by }) => store.decide(request, by),
})

export const undecide = defineRoute({
  method: "post",
  path: "/api/store/undecide",
  summary: "Takes decisions back; with the server's own token",
  input: z.strictObject({ decisions: z.array(id) }),
  answer: changeSummary,
  failures: ["NOT_FOUND", "STORE_DAMAGED"],
  handle: (store, { decisions }) => store.undecide(decisions),
})

export const decisions = defineRoute({
  method: "get",
  path: "/api/decisions",
  summary: "What persons decided, oldest first",
  input: z.strictObject({}),
  answer: z.array(decision),
  failures: [],
  handle: (store) => store.decisions(),
})
