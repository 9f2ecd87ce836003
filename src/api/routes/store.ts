// Writes, for commands of the same user while this server holds the store. They need a token on loopback too.
import { z } from "zod"
import { AppError } from "../../errors.js"
import { declareType, eventTypeInfo, isEventType } from "../../ontology.js"
import { sourcedContribution } from "../contribution-schema.js"
import { defineRoute } from "../route.js"
import { changeSummary } from "../schemas.js"

export const upsert = defineRoute({
  method: "post",
  path: "/api/store/upsert",
  summary: "Replaces the contributions of articles, all or nothing; needs a token",
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

export const release = defineRoute({
  method: "post",
  path: "/api/store/release",
  summary: "Releases sources; an article that none holds any more goes; needs a token",
  input: z.strictObject({ sources: z.array(z.string()) }),
  answer: changeSummary,
  failures: ["STORE_DAMAGED"],
  handle: (store, { sources }) => store.release(sources),
})

export const retract = defineRoute({
  method: "post",
  path: "/api/store/retract",
  summary: "Removes articles by id, whatever holds them; needs a token",
  input: z.strictObject({ articles: z.array(z.string()) }),
  answer: changeSummary,
  failures: ["STORE_DAMAGED"],
  handle: (store, { articles }) => store.retract(articles),
})
