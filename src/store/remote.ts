// Loading into a store that a server holds: its writes go through the server, its reads to a snapshot.
import { AppError, ERROR_CODES, type ErrorCode } from "../errors.js"
import type { Decision } from "../graph/decisions.js"
import { declaredTypes } from "../ontology.js"
import type { RunningServer } from "./embedded/server-file.js"
import type { ChangeSummary, GraphStore, LoadingStore } from "./types.js"

/** `snapshot` opens the same store to be read only, anew for each read: what was acknowledged is in it. */
export function remoteStore({ url, token }: RunningServer, snapshot: () => GraphStore): LoadingStore {
  const post = <Answer = ChangeSummary>(path: string, body: object): Promise<Answer> =>
    ask<Answer>(`${url}/api/store/${path}`, token, body)
  const read = async <Result>(what: (store: GraphStore) => Promise<Result>): Promise<Result> => {
    const store = snapshot()
    await store.init()
    try {
      return await what(store)
    } finally {
      await store.close()
    }
  }
  return {
    upsert(items) {
      const used = new Set(items.flatMap(({ contribution }) => contribution.reports.map(({ type }) => type)))
      return post("upsert", { eventTypes: declaredTypes().filter(({ type }) => used.has(type)), items })
    },
    release: (sources) => post("release", { sources }),
    retract: (articles) => post("retract", { articles }),
    decide: (request, by) => post<Decision>("decide", { request, ...by }),
    undecide: (decisions) => post("undecide", { decisions }),
    sources: () => read((store) => store.sources()),
    decisions: () => read((store) => store.decisions()),
    async *contributions() {
      const store = snapshot()
      await store.init()
      try {
        yield* store.contributions()
      } finally {
        await store.close()
      }
    },
  }
}

async function ask<Answer>(url: string, token: string, body: object): Promise<Answer> {
  let response: Response
  let answer: unknown
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
    })
    answer = await response.json()
  } catch (cause) {
    throw new AppError(
      "STORE_UNAVAILABLE",
      `${url}: the server that held the store stopped answering (${(cause as Error).message}). What it had ` +
        "acknowledged is stored; run this again, and the rest goes there.",
      { cause },
    )
  }
  if (response.ok) return answer as Answer
  const { code, detail } = answer as { code?: string; detail?: string }
  throw new AppError(isErrorCode(code) ? code : "INTERNAL", `${url}: ${detail ?? response.statusText}`)
}

const isErrorCode = (code: string | undefined): code is ErrorCode =>
  code !== undefined && Object.hasOwn(ERROR_CODES, code)
