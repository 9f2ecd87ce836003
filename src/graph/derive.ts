// The graph as a function of its contributions: all of it, or the part that a change touches.
import type { ActorId, ActorMentions, Properties, Report } from "../types.js"
import { compare, type DerivedGraph, emptyGraph, mostCounted, present, push } from "./derived-graph.js"
import { deriveEvents, type SourcedReport } from "./events.js"
import { contentId } from "./ids.js"
import { type ArticleRow, actorOf, articleKey, isPairKey, type Row, withoutDay } from "./rows.js"
import { countMentions, type Tally, tallyOf, told } from "./tally.js"

/** Derives what all these rows tell. */
export const derive = (rows: Row[]): DerivedGraph => derivePart(rows, tallyOf(rows), rows)

/**
 * Derives the articles of `rows` with their mentions, the actors that are tallied, and the events of the reports in
 * `near`, which must hold the articles that they come from. Two such parts differ by what a change brings when
 * `rows` and `tallies` are those of the articles that change, and `near` all rows under `nearKeys` of theirs.
 */
export function derivePart(rows: Row[], tallies: Map<ActorId, Tally>, near: Row[]): DerivedGraph {
  const graph = emptyGraph()
  for (const { key, article, value } of rows) {
    if (key === articleKey(article)) addArticle(graph, value as ArticleRow)
    else if (actorOf(key) !== undefined) addMentions(graph, article, value as ActorMentions)
  }
  for (const [id, tally] of tallies) if (tally.size > 0) addActor(graph, id, tally)
  addEvents(graph, near)
  return graph
}

function addEvents(graph: DerivedGraph, rows: Row[]): void {
  const articles = new Map<string, ArticleRow>()
  const pairs = new Map<string, Row[]>()
  for (const row of rows) {
    if (isPairKey(row.key)) push(pairs, withoutDay(row.key), row)
    else if (row.key === articleKey(row.article)) articles.set(row.article, row.value as ArticleRow)
  }
  for (const list of pairs.values()) {
    const inOrder = list.sort((a, b) => compare(a.article, b.article) || a.position - b.position)
    const reports = inOrder.map(({ article, value }): SourcedReport => {
      return { report: value as Report, article: articles.get(article) as ArticleRow }
    })
    deriveEvents(reports, graph)
  }
}

function addArticle(graph: DerivedGraph, article: ArticleRow): void {
  const { id, ...properties } = article
  graph.nodes.set(id, { id, labels: ["Article"], properties: present({ id, ...properties }) })
}

function addActor(graph: DerivedGraph, id: ActorId, tally: Tally): void {
  const valuesOf = (kind: "alias" | "role"): string[] =>
    told(tally, kind)
      .map(({ parts: [value] }) => value as string)
      .sort(compare)
  const mostTold = (kind: "kind" | "name" | "state"): string | undefined =>
    mostCounted(told(tally, kind).map(({ parts: [value], times }) => [value as string, times]))
  const properties: Properties = {
    id,
    name: mostTold("name") as string,
    aliases: valuesOf("alias"),
    state: mostTold("state") ?? null,
    mentions: countMentions(tally),
    roles: valuesOf("role"),
  }
  const labels = ["Actor", mostTold("kind") as string]
  graph.nodes.set(id, { id, labels, properties: present(properties) })
  addHolders(graph, id, tally)
}

function addMentions(graph: DerivedGraph, article: string, actor: ActorMentions): void {
  const properties: Properties = {
    count: actor.count,
    surfaces: Object.keys(actor.surfaces).sort(compare),
    first: actor.first,
  }
  addRelationship(graph, "MENTIONS", article, actor.id, properties)
}

/** REPRESENTS and PART_OF, with how many articles say so and the role that most of them give. */
function addHolders(graph: DerivedGraph, id: ActorId, tally: Tally): void {
  const offices = new Map<ActorId, [role: string, times: number][]>()
  for (const { parts, times } of told(tally, "represents")) {
    const [of, role] = parts as [ActorId, string]
    push(offices, of, [role, times])
  }
  for (const [of, roles] of offices) {
    const articles = roles.reduce((sum, [, times]) => sum + times, 0)
    addRelationship(graph, "REPRESENTS", id, of, { role: mostCounted(roles) as string, articles })
  }
  for (const { parts, times } of told(tally, "part of"))
    addRelationship(graph, "PART_OF", id, parts[0] as ActorId, { articles: times })
}

/** Adds a relationship of which there is one between two nodes. */
function addRelationship(
  graph: DerivedGraph,
  type: string,
  source: string,
  target: string,
  properties: Properties,
): void {
  const id = contentId(type.toLowerCase(), [source, target])
  graph.relationships.set(id, { id, type, source, target, properties: present({ id, ...properties }) })
}
