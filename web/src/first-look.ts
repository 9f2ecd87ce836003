// What the page shows first: the whole graph, or of a large one the most active actors.
import { getGraph, getOntology } from "./api.js"
import { toOntology } from "./core/ontology.js"

/** Up to so many actors are drawn whole; of more, the most active. */
const DRAWN_WHOLE = 2000
const MOST_ACTIVE = 500

export async function loadFirstLook(signal?: AbortSignal) {
  const [types, whole] = await Promise.all([getOntology(signal), getGraph(DRAWN_WHOLE + 1, signal)])
  const isWhole = whole.nodes.length <= DRAWN_WHOLE
  return { ontology: toOntology(types), isWhole, view: isWhole ? whole : await getGraph(MOST_ACTIVE, signal) }
}
