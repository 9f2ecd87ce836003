// The canonical JSON export: equal graphs give equal bytes.
import type { GraphStore } from "../../store/types.js"
import { canonical } from "../canonical.js"

/** One JSON document in pieces: nodes, then relationships, each sorted by id, one a line. */
export async function* exportJson(store: Pick<GraphStore, "exportGraph">): AsyncGenerator<string> {
  yield '{"nodes":['
  let isFirst = true
  let inNodes = true
  for await (const item of store.exportGraph()) {
    if (inNodes && "type" in item) {
      yield '\n],"relationships":['
      inNodes = false
      isFirst = true
    }
    yield `${isFirst ? "" : ","}\n${canonical(item)}`
    isFirst = false
  }
  yield inNodes ? '\n],"relationships":[\n]}\n' : "\n]}\n"
}
