// Loading into a store that a server holds: the server writes and lists sources, a snapshot has the rest.
import { z } from "zod"
import { changeSummary, decision, sourceRecord } from "../api/schemas.js"
import { addChange, noChange } from "./change-summary.js"
import { typesOf } from "./declared-types.js"
import type { RunningServer } from "./embedded/server-file.js"
import { post } from "./server-client.js"
import type { ChangeSummary, GraphStore, LoadingStore } from "./types.js"

/** A request holds at most so many articles or sources, and so much JSON: the server answers others in between. */
const PIECE = { items: 200, characters: 8_000_000 }

/**
 * `snapshot` opens the same store to be read only, anew for each read: what was acknowledged is in it. A call with
 * much in it is several requests, each all or nothing.
 */
export function remoteStore({ url, token }: RunningServer, snapshot: () => GraphStore): LoadingStore {
  const ask = <Schema extends z.ZodType>(path: string, body: object, schema: Schema) =>
    post(`${url}/api/store/${path}`, token, body, schema)
  const inPieces = async <Item>(
    path: string,
    items: Item[],
    toBody: (piece: Item[]) => object,
  ): Promise<ChangeSummary> => {
    const sum = noChange()
    for (const piece of piecesOf(items)) addChange(sum, await ask(path, toBody(piece), changeSummary))
    return sum
  }
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
    upsert: (all) => inPieces("upsert", all, (items) => ({ eventTypes: typesOf(items), items })),
    release: (all) => inPieces("release", all, (sources) => ({ sources })),
    retract: (all) => inPieces("retract", all, (articles) => ({ articles })),
    decide: (request, by) => ask("decide", { request, ...by }, decision),
    undecide: (decisions) => ask("undecide", { decisions }, changeSummary),
    sources: () => ask("sources", {}, z.array(sourceRecord)),
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

function* piecesOf<Item>(items: Item[]): Generator<Item[]> {
  let piece: Item[] = []
  let characters = 0
  for (const item of items) {
    const length = JSON.stringify(item).length
    if (piece.length === PIECE.items || (piece.length > 0 && characters + length > PIECE.characters)) {
      yield piece
      piece = []
      characters = 0
    }
    piece.push(item)
    characters += length
  }
  if (piece.length > 0) yield piece
}
