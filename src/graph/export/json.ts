// The canonical JSON export: equal graphs give equal bytes.
import type { GraphStore } from "../../store/types.js"
import { canonical } from "../canonical.js"

const NODES = '{"nodes":['
const RELATIONSHIPS = '\n],"relationships":['

/**
 * One JSON document in pieces: nodes, then relationships, each sorted by id, one a line. Nothing comes before the
 * first item is read, so that a store that cannot be read leaves nothing half written.
 */
export async function* exportJson(store: Pick<GraphStore, "exportGraph">): AsyncGenerator<string> {
  let before = NODES
  let inNodes = true
  for await (const item of store.exportGraph()) {
    if (inNodes && "type" in item) {
      before = (before === NODES ? NODES : "") + RELATIONSHIPS
      inNodes = false
    }
    yield `${before}\n${canonical(item)}`
    before = ","
  }
  if (before === NODES) yield NODES
  yield `${inNodes ? RELATIONSHIPS : ""}\n]}\n`
}
