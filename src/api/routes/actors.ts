// One actor: its card and its neighbourhood.
import { z } from "zod"
import { AppError } from "../../errors.js"
import { updatePositions } from "../../layout/index.js"
import { defineRoute } from "../route.js"
import { actorCard, thresholds, viewGraph } from "../schemas.js"

const id = z.string()

const noSuchActor = (actor: string): AppError =>
  new AppError("NOT_FOUND", `actor "${actor}": not in the graph; find its id with /api/search?q=NAME.`)

export const actor = defineRoute({
  method: "get",
  path: "/api/actors/:id",
  summary: "What is known of an actor: names, roles, partners, latest events",
  input: z.strictObject({ id }),
  answer: actorCard,
  failures: ["NOT_FOUND"],
  async handle(store, { id }) {
    const card = await store.actor(id)
    if (card === undefined) throw noSuchActor(id)
    return card
  },
})

export const neighbourhood = defineRoute({
  method: "get",
  path: "/api/actors/:id/neighbourhood",
  summary: "An actor, its partners (the most active first) and every edge among them",
  input: z.strictObject({
    id,
    limit: z.coerce.number().int().min(1).max(10_000).default(100),
    ...thresholds,
  }),
  answer: viewGraph,
  failures: ["NOT_FOUND"],
  async handle(store, { id, ...options }) {
    // Articles may have been loaded since the whole graph was last asked for.
    await updatePositions(store)
    const view = await store.neighbourhood(id, options)
    if (view.nodes.length === 0) throw noSuchActor(id)
    return view
  },
})
