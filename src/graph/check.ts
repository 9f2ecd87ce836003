// Holds a stored graph against every invariant that it promises.
import { isEventType } from "../ontology.js"
import type { GraphStore } from "../store/types.js"
import type { Contribution, Report } from "../types.js"
import { correct, rowsOf } from "./correct.js"
import { type Decision, Rulings } from "./decisions.js"
import { derive } from "./derive.js"
import { push } from "./derived-graph.js"
import { type MendedContributions, mendContributions } from "./mend-contributions.js"
import { type MendedDecisions, mendDecisions } from "./mend-decisions.js"
import { type MendedEntries, mendEntries } from "./mend-entries.js"
import { type MendedGraph, mendGraph } from "./mend-graph.js"
import { type MendedTallies, mendTallies } from "./mend-tallies.js"
import type { Problem } from "./problem.js"
import { actorOf, entriesOf, isPairKey, type Row } from "./rows.js"
import type { Stored, StoredNode } from "./stored.js"
import { tallyOf } from "./tally.js"

export interface Findings {
  problems: Problem[]
  decisions: MendedDecisions
  contributions: MendedContributions
  /** Undefined where nothing can be derived: the store does not know what an event type means. */
  graph: MendedGraph | undefined
  tallies: MendedTallies
  entries: MendedEntries
}

/**
 * Everything that is wrong, empty when nothing is: lost or changed contributions, sources without their article,
 * dangling ends, edges without a sentence, quotes off their slice, derived data that differ, decisions about nothing.
 */
export async function check(store: Pick<GraphStore, "stored">): Promise<Problem[]> {
  return examine(await store.stored()).problems
}

/** What is wrong in all that a store holds, and what mends it. */
export function examine(stored: Stored): Findings {
  const decisions = mendDecisions(stored.decisions)
  const rulings = new Rulings(decisions.decisions)
  const contributions = mendContributions(stored, rulings)
  const rows = contributions.shown.flatMap((contribution) => rowsOf(correct(contribution, rulings)))
  const tallies = mendTallies(stored.tallies, tallyOf(rows))
  const entries = mendEntries(stored.entries, entriesOf(rows))
  const parts = { decisions, contributions, tallies, entries }
  const problems = Object.values(parts).flatMap((part) => part.problems)
  const undeclared = checkTypes([...contributions.shown, ...contributions.shadowed])
  if (undeclared.length > 0) {
    return { problems: [...problems, ...undeclared], ...parts, graph: undefined }
  }
  const graph = mendGraph(stored, derive(rows, rulings))
  problems.push(
    ...checkEnds(stored),
    ...checkEvidence(stored),
    ...graph.problems,
    ...checkDecisions(decisions.decisions, rulings, contributions.shown, rows),
  )
  return { problems, ...parts, graph }
}

/** Those that wait: the actor, article or event that they are about is not there. */
function checkDecisions(
  decisions: Decision[],
  rulings: Rulings,
  contributions: Contribution[],
  rows: Row[],
): Problem[] {
  const articles = new Set(contributions.map(({ article }) => article.id))
  const events = new Set(rows.flatMap(({ key, value }) => (isPairKey(key) ? (value as Report).id : [])))
  const actors = new Set(contributions.flatMap((contribution) => contribution.actors.map(({ id }) => id)))
  for (const { key } of rows) actors.add(actorOf(key) ?? "")
  const isThere = ({ ruling }: Decision): boolean => {
    if (ruling.kind === "reject-event") return events.has(rulings.eventOf(ruling))
    return "article" in ruling ? articles.has(ruling.article) : actors.has(ruling.actor)
  }
  return decisions
    .filter((decision) => !isThere(decision))
    .map(({ id, ruling }) => ({
      id,
      what: `this ${ruling.kind} is about nothing that is there`,
      remedy: "undecide",
    }))
}

function checkTypes(contributions: Contribution[]): Problem[] {
  const types = new Set(contributions.flatMap(({ reports }) => reports.map(({ type }) => type)))
  return [...types]
    .filter((type) => !isEventType(type))
    .map((id) => ({
      id,
      what: "articles tell of events of this type, which is not declared",
      remedy: "declare",
    }))
}

function checkEnds({ nodes, relationships }: Stored): Problem[] {
  const problems: Problem[] = []
  const ids = new Set(nodes.map(({ id }) => id))
  const tied = new Set<string>()
  for (const { id, type, source, target } of relationships) {
    for (const end of [source, target]) {
      if (!ids.has(end))
        problems.push({ id, what: `${type} ends at ${end}, which is not there`, remedy: "derive" })
      tied.add(end)
    }
  }
  for (const { id, labels } of nodes) {
    if (!tied.has(id) && !labels.includes("Article"))
      problems.push({ id, what: "no article speaks of it", remedy: "derive" })
  }
  return problems
}

function checkEvidence({ nodes, relationships }: Stored): Problem[] {
  const problems: Problem[] = []
  const byId = new Map<string, StoredNode[]>()
  for (const node of nodes) push(byId, node.id, node)
  const reported = new Set<string>()
  for (const { id, type, source, target, properties } of relationships) {
    if (type !== "REPORTS") continue
    reported.add(target)
    const { quote, start, end } = properties
    for (const { properties: article } of byId.get(source) ?? []) {
      if (typeof article.text === "string" && article.text.slice(Number(start), Number(end)) === quote)
        continue
      problems.push({
        id,
        what: `the quote is not the article's text from ${start} to ${end}`,
        remedy: "derive",
      })
    }
  }
  for (const { id, type, properties } of relationships) {
    if (isEventType(type) && !reported.has(String(properties.eventId)))
      problems.push({ id, what: `${type} has no sentence`, remedy: "derive" })
  }
  return problems
}
