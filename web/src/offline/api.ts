// What `api.ts` asks the server, answered from the graph in the page: by the server's own views. The build of the
// offline page puts this in the place of `api.ts`.
import type { OfflineGraph } from "../../../src/graph/export/types.js"
import { buildReadModel } from "../../../src/store/read-model.js"
import { search } from "../../../src/store/search.js"
import { articleOf, cardOf, eventsOf, neighbourhoodOf, viewOf } from "../../../src/store/views.js"
import type * as online from "../api.js"
import { ApiError } from "../api-error.js"

type Api = typeof online

const graph = JSON.parse(document.getElementById("graph")?.textContent ?? "") as OfflineGraph
const model = buildReadModel(graph.nodes, graph.relationships)
const positions = new Map(graph.positions)

export const getOntology: Api["getOntology"] = async () => graph.eventTypes

export const getGraph: Api["getGraph"] = async (limit) => viewOf(model, positions, { limit })

export const getActor: Api["getActor"] = async (id) => found(cardOf(model, id), id)

export const getNeighbourhood: Api["getNeighbourhood"] = async (id) =>
  neighbourhoodOf(model, positions, id, { limit: 100 })

export const getSearch: Api["getSearch"] = async (text) => search(model, text, 24)

export const getEvents: Api["getEvents"] = async (filter) => eventsOf(model, { ...filter, limit: 500 })

export const getArticle: Api["getArticle"] = async (id) => found(articleOf(model, id), id)

function found<Answer>(answer: Answer | undefined, id: string): Answer {
  if (answer === undefined) throw new ApiError(404, "NOT_FOUND", `"${id}" is not in this graph.`)
  return answer
}
