// Holds a stored graph against every invariant that it promises.

import { isEventType } from "../ontology.js"
import type { GraphStore, SourceRecord } from "../store/types.js"
import type { GraphNode, GraphRelationship } from "../types.js"
import { canonical } from "./canonical.js"
import { derive } from "./derive.js"
import { type DerivedGraph, emptyGraph } from "./derived-graph.js"
import { toRows } from "./rows.js"

export interface Problem {
  /** Id of the node or relationship. */
  id: string
  what: string
}

/**
 * Everything that is wrong, empty when nothing is: dangling ends, edges without a sentence, quotes off their
 * slice, derived data that differ. Nothing may be loaded meanwhile.
 */
export async function check(store: GraphStore): Promise<Problem[]> {
  const { graph: stored, problems } = await readGraph(store)
  const rows = []
  for await (const contribution of store.contributions()) rows.push(...toRows(contribution))
  const derived = derive(rows)
  return [
    ...problems,
    ...checkSources(await store.sources(), stored),
    ...checkEnds(stored),
    ...checkEvidence(stored),
    ...compareItems(stored.nodes, derived.nodes),
    ...compareItems(stored.relationships, derived.relationships),
  ]
}

async function readGraph(store: GraphStore): Promise<{ graph: DerivedGraph; problems: Problem[] }> {
  const graph = emptyGraph()
  const problems: Problem[] = []
  for await (const item of store.exportGraph()) {
    const { id } = item
    if (graph.nodes.has(id) || graph.relationships.has(id)) problems.push({ id, what: "is there twice" })
    if ("type" in item) graph.relationships.set(id, item)
    else graph.nodes.set(id, item)
  }
  return { graph, problems }
}

/** Every article has a source that holds it, and every source its article. */
function checkSources(sources: SourceRecord[], { nodes }: DerivedGraph): Problem[] {
  const held = new Set(sources.map((record) => record.articleId))
  const problems: Problem[] = []
  for (const { source, articleId } of sources) {
    if (!nodes.has(articleId)) problems.push({ id: source, what: `holds ${articleId}, which is not there` })
  }
  for (const { id, labels } of nodes.values()) {
    if (labels.includes("Article") && !held.has(id)) problems.push({ id, what: "no source holds it" })
  }
  return problems
}

function checkEnds({ nodes, relationships }: DerivedGraph): Problem[] {
  const problems: Problem[] = []
  const tied = new Set<string>()
  for (const { id, type, source, target } of relationships.values()) {
    for (const end of [source, target]) {
      if (!nodes.has(end)) problems.push({ id, what: `${type} ends at ${end}, which is not there` })
      tied.add(end)
    }
  }
  for (const { id, labels } of nodes.values()) {
    if (!tied.has(id) && !labels.includes("Article")) problems.push({ id, what: "no article speaks of it" })
  }
  return problems
}

function checkEvidence({ nodes, relationships }: DerivedGraph): Problem[] {
  const problems: Problem[] = []
  const reported = new Set<string>()
  for (const relationship of relationships.values()) {
    if (relationship.type !== "REPORTS") continue
    reported.add(relationship.target)
    const { quote, start, end } = relationship.properties
    const text = nodes.get(relationship.source)?.properties.text
    if (typeof text !== "string" || text.slice(Number(start), Number(end)) !== quote) {
      problems.push({
        id: relationship.id,
        what: `the quote is not the article's text from ${start} to ${end}`,
      })
    }
  }
  for (const { id, type, properties } of relationships.values()) {
    if (isEventType(type) && !reported.has(String(properties.eventId)))
      problems.push({ id, what: `${type} has no sentence` })
  }
  return problems
}

function compareItems<Item extends GraphNode | GraphRelationship>(
  stored: Map<string, Item>,
  derived: Map<string, Item>,
): Problem[] {
  const problems: Problem[] = []
  for (const [id, item] of derived) {
    const found = stored.get(id)
    if (found === undefined) problems.push({ id, what: "is missing, though articles tell of it" })
    else if (canonical(found) !== canonical(item))
      problems.push({ id, what: "differs from what its articles say" })
  }
  for (const id of stored.keys())
    if (!derived.has(id)) problems.push({ id, what: "is there, though no article tells of it" })
  return problems
}
