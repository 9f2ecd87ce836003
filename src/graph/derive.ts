// The graph as a function of its contributions: all of it, or the part that a change touches.
import type { ActorId, ActorMentions, Properties, Report } from "../types.js"
import { type Rulings, UNDECIDED } from "./decisions.js"
import { compare, type DerivedGraph, emptyGraph, mostCounted, present, push } from "./derived-graph.js"
import { addEvent, type EventGroups, groupEvents, type SourcedReport } from "./events.js"
import { contentId } from "./ids.js"
import { type ArticleRow, actorOf, articleKey, isPairKey, type Row, withoutDay } from "./rows.js"
import { countMentions, retally, type Tally, type Told, tallyOf, toldOf } from "./tally.js"

/** Derives what all these rows tell, less the events that are rejected. */
export function derive(rows: Row[], rulings = UNDECIDED): DerivedGraph {
  return derivePart(rows, tallyOf(rows), groupsOf(rows, rulings))
}

/** What is stored that a change bears on. */
export interface Surroundings {
  /** Of the actors that the changed articles name. */
  tallies: Map<ActorId, Tally>
  /** All rows under the `nearKeys` of the changed articles, and the articles that these come from. */
  near: Row[]
  /** Decisions, and those that stood before. */
  rulings: Rulings
  formerRulings: Rulings
}

export interface DerivedChange {
  /** The parts of the graph that differ, and perhaps some that do not. */
  before: DerivedGraph
  after: DerivedGraph
  tallies: Map<ActorId, Tally>
}

/** Derives what changes once articles have the rows in `come` in the place of those in `gone`. */
export function deriveChange(
  gone: Row[],
  come: Row[],
  { tallies, near, rulings, formerRulings }: Surroundings,
): DerivedChange {
  const changed = new Set(gone.map((row) => row.article))
  const groups = groupsOf(near, formerRulings)
  const newGroups = groupsOf([...near.filter((row) => !changed.has(row.article)), ...come], rulings)
  for (const [id, group] of groups) {
    if (!isSame(group, newGroups.get(id))) continue
    groups.delete(id)
    newGroups.delete(id)
  }
  const newTallies = retally(tallies, gone, come)
  const before = derivePart(gone, tallies, groups)
  return { before, after: derivePart(come, newTallies, newGroups), tallies: newTallies }
}

const isSame = (group: SourcedReport[], other: SourcedReport[] | undefined): boolean =>
  group.length === other?.length &&
  group.every(({ report, article }, at) => report === other[at]?.report && article === other[at]?.article)

/** The articles of these rows with their mentions, the actors that are tallied, and these events. */
function derivePart(rows: Row[], tallies: Map<ActorId, Tally>, groups: EventGroups): DerivedGraph {
  const graph = emptyGraph()
  for (const { key, article, value } of rows) {
    if (key === articleKey(article)) addArticle(graph, value as ArticleRow)
    else if (actorOf(key) !== undefined) addMentions(graph, article, value as ActorMentions)
  }
  for (const [id, tally] of tallies) if (tally.size > 0) addActor(graph, id, tally)
  for (const [id, group] of groups) addEvent(graph, id, group)
  return graph
}

/** Of each pair by itself. */
function groupsOf(rows: Row[], rulings: Rulings): EventGroups {
  const articles = new Map<string, ArticleRow>()
  const pairs = new Map<string, Row[]>()
  for (const row of rows) {
    if (isPairKey(row.key)) push(pairs, withoutDay(row.key), row)
    else if (row.key === articleKey(row.article)) articles.set(row.article, row.value as ArticleRow)
  }
  const groups: EventGroups = new Map()
  for (const list of pairs.values()) {
    const inOrder = list.sort((a, b) => compare(a.article, b.article) || a.position - b.position)
    const reports = inOrder.map(({ article, value }): SourcedReport => {
      return { report: value as Report, article: articles.get(article) as ArticleRow }
    })
    for (const [id, group] of groupEvents(reports)) if (!rulings.isRejected(id)) groups.set(id, group)
  }
  return groups
}

function addArticle(graph: DerivedGraph, article: ArticleRow): void {
  const { id, ...properties } = article
  graph.nodes.set(id, { id, labels: ["Article"], properties: present({ id, ...properties }) })
}

function addActor(graph: DerivedGraph, id: ActorId, tally: Tally): void {
  const told = toldOf(tally)
  const valuesOf = (kind: "alias" | "role"): string[] =>
    told(kind)
      .map(({ parts: [value] }) => value as string)
      .sort(compare)
  const mostTold = (kind: "kind" | "name" | "state"): string | undefined =>
    mostCounted(told(kind).map(({ parts: [value], times }) => [value as string, times]))
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
  addHolders(graph, id, told("represents"), told("part of"))
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
function addHolders(graph: DerivedGraph, id: ActorId, represents: Told, partOf: Told): void {
  const offices = new Map<ActorId, [role: string, times: number][]>()
  for (const { parts, times } of represents) {
    const [of, role] = parts as [ActorId, string]
    push(offices, of, [role, times])
  }
  for (const [of, roles] of offices) {
    const articles = roles.reduce((sum, [, times]) => sum + times, 0)
    addRelationship(graph, "REPRESENTS", id, of, { role: mostCounted(roles) as string, articles })
  }
  for (const { parts, times } of partOf)
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
