// Graphs to export, and exports as text, for the tests that read them back.

import { derive } from "../../src/graph/derive.js"
import { compare } from "../../src/graph/derived-graph.js"
import type { ExportSource } from "../../src/graph/export/types.js"
import { toRows } from "../../src/graph/rows.js"
import type { Contribution, Subgraph } from "../../src/types.js"
import { contribution, mention, report } from "../store/contributions.js"

/** What formats trip over: quotes, tags, escapes, separators, line ends, control characters, rare planes. */
const NASTY =
  "\"Quoted\", 'single', </script> <!-- & ]]> \\u0041 \\' \\\\ ; , | : $x `y` {z}\r\n\r" +
  "tab\tbell\u0007 unit\u001f next\u0085 line\u2028 nil\u0000 \u{1f5fa} é =1+1"

const actors = [
  mention("person:anna-berg", {
    name: 'Anna "A" Berg',
    aliases: ["Berg; Anna", "a|b", "[c]", NASTY],
    roles: [{ role: "envoy, chief", of: "state:RUR" }],
  }),
  mention("state:RUR", { aliases: [] }),
]

/** Two articles that tell of one event with both parties, one without a target, and one denied. */
export const CONTRIBUTIONS: Contribution[] = [
  contribution(
    { id: "article:1", text: NASTY, outlet: "A, B & <C>", title: "'; MATCH (n) DETACH DELETE n //" },
    [
      report("CONDEMNED", "person:anna-berg", "state:RUR", { end: NASTY.length, text: NASTY, confidence: 1 }),
      report("URGED", "person:anna-berg", null, { text: NASTY, end: 60 }),
    ],
    actors,
  ),
  contribution({ id: "article:2", title: "" }, [
    report("CONDEMNED", "person:anna-berg", "state:RUR", { end: 60 }),
    report("MET", "state:RUR", "person:boris-kral", { status: "negated", place: "Stelsau", date: null }),
  ]),
]

/** The graph of these contributions, in the order of an export. */
export function graphOf(contributions: Contribution[]): Subgraph {
  const { nodes, relationships } = derive(contributions.flatMap(toRows))
  const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id)
  return { nodes: [...nodes.values()].sort(byId), relationships: [...relationships.values()].sort(byId) }
}

export const sourceOf = ({ nodes, relationships }: Subgraph): ExportSource => ({
  async *exportGraph() {
    yield* nodes
    yield* relationships
  },
})

export async function joined(pieces: Iterable<string> | AsyncIterable<string>): Promise<string> {
  const texts: string[] = []
  for await (const piece of pieces) texts.push(piece)
  return texts.join("")
}
