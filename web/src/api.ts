// The page's only fetch calls: one function a route. Types are those the server answers with.
import type { ExampleQuery } from "../../src/api/examples.js"
import type { FileFormatName } from "../../src/graph/export/formats.js"
import type { EventTypeInfo } from "../../src/ontology.js"
import type {
  ActorCard,
  ActorId,
  ArticleDetail,
  EventDetail,
  QueryResult,
  QueryValue,
  SearchHit,
  Stats,
  ViewGraph,
} from "../../src/types.js"
import { ApiError } from "./api-error.js"
import { readToken } from "./token.js"

export type { EventTypeInfo, ExampleQuery }

export interface EventFilter {
  source?: ActorId
  target?: ActorId
  type?: string
  actor?: ActorId
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const token = readToken()
  const headers = new Headers(init.headers)
  if (token !== null) headers.set("Authorization", `Bearer ${token}`)
  let response: Response
  try {
    response = await fetch(`/api${path}`, { ...init, headers })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiError(0, "UNREACHABLE", "The server does not answer.")
  }
  if (response.ok) return response
  throw await toError(response)
}

async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const headers = new Headers(init.headers)
  headers.set("Accept", "application/json")
  return (await (await send(path, { ...init, headers })).json()) as Answer
}

async function toError(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => undefined)
  const { detail, code } = (problem ?? {}) as { detail?: unknown; code?: unknown }
  return new ApiError(
    response.status,
    typeof code === "string" ? code : "INTERNAL",
    typeof detail === "string" ? detail : `The server answered ${response.status}.`,
  )
}

const get = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  request<Answer>(path, signal === undefined ? {} : { signal })

const id = encodeURIComponent

export const getGraph = (limit: number, signal?: AbortSignal): Promise<ViewGraph> =>
  get(`/graph?limit=${limit}`, signal)

export const getOntology = (signal?: AbortSignal): Promise<EventTypeInfo[]> => get("/ontology", signal)

export const getActor = (actor: ActorId, signal?: AbortSignal): Promise<ActorCard> =>
  get(`/actors/${id(actor)}`, signal)

export const getNeighbourhood = (actor: ActorId, signal?: AbortSignal): Promise<ViewGraph> =>
  get(`/actors/${id(actor)}/neighbourhood?limit=100`, signal)

export const getSearch = (text: string, signal?: AbortSignal): Promise<SearchHit[]> =>
  get(`/search?q=${id(text)}&limit=24`, signal)

/** Newest first. */
export const getEvents = (filter: EventFilter, signal?: AbortSignal): Promise<EventDetail[]> =>
  get(`/events?${new URLSearchParams({ ...filter, limit: "500" })}`, signal)

export const getArticle = (article: string, signal?: AbortSignal): Promise<ArticleDetail> =>
  get(`/articles/${id(article)}`, signal)

export const getStats = (signal?: AbortSignal): Promise<Stats> => get("/stats", signal)

export const getQueries = (signal?: AbortSignal): Promise<ExampleQuery[]> => get("/queries", signal)

/** The whole graph, as a file of this format. */
export const getExport = async (format: FileFormatName, signal: AbortSignal): Promise<Blob> =>
  (await send(`/export?format=${format}`, { signal })).blob()

/** Read-only; aborting the signal stops the query on the server. */
export const postQuery = (
  cypher: string,
  parameters: Record<string, QueryValue>,
  signal: AbortSignal,
): Promise<QueryResult> =>
  request("/query", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ cypher, parameters }),
    signal,
  })
