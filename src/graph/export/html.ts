// One page that opens offline: the built page of web/offline.html with the graph in it.
import { readFileSync } from "node:fs"
import { AppError } from "../../errors.js"
import { EVENT_TYPES, type EventTypeInfo, eventTypes } from "../../ontology.js"
import { packagePath } from "../../paths.js"
import type { Subgraph } from "../../types.js"
import { canonical } from "../canonical.js"
import { placeActors } from "./positions.js"
import type { OfflineGraph } from "./types.js"

/** Where the built page has room for the graph. */
const ROOM = '<script type="application/json" id="graph"></script>'

/** `template` is the built page. Throws `INTERNAL` where it was not built. */
export function* exportHtml(graph: Subgraph, template = readTemplate()): Generator<string> {
  const [before = "", after = ""] = template.split(ROOM)
  const positions = [...placeActors(graph)]
  yield before + ROOM.replace("</script>", "")
  yield* withoutTags(json(graph, { positions, eventTypes: typesOf(graph) }))
  yield `</script>${after}`
}

function readTemplate(): string {
  const file = packagePath("dist", "offline", "offline.html")
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    throw new AppError("INTERNAL", `${file}: the page is not built; run npm run build.`, { cause: error })
  }
}

function* json(
  { nodes, relationships }: Subgraph,
  rest: Omit<OfflineGraph, keyof Subgraph>,
): Generator<string> {
  yield `{"eventTypes":${canonical(rest.eventTypes)},\n"positions":${canonical(rest.positions)},\n"nodes":[`
  yield* lines(nodes)
  yield '],\n"relationships":['
  yield* lines(relationships)
  yield "]}"
}

function* lines(items: object[]): Generator<string> {
  for (const [index, item] of items.entries()) yield `${index === 0 ? "" : ","}\n${canonical(item)}`
}

/** No `</script>` of an article's text may end the element: in JSON, `<` stands in strings alone. */
function* withoutTags(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.replaceAll("<", "\\u003c")
}

/** The ontology's, and of the declared ones those that the graph has. */
function typesOf({ nodes }: Subgraph): EventTypeInfo[] {
  const used = new Set(nodes.map((node) => node.properties.type))
  return [
    ...EVENT_TYPES,
    ...eventTypes()
      .slice(EVENT_TYPES.length)
      .filter(({ type }) => used.has(type)),
  ]
}
