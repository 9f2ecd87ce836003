// Events of one pair of parties from all reports of them: which reports tell of one event, and what the event
// is where they disagree.
import { eventType } from "../ontology.js"
import type { ActorId, GraphRelationship, Properties, Report, Status } from "../types.js"
import { addRelationship, compare, type DerivedGraph, mostFrequent, present } from "./derived-graph.js"
import { contentId, eventId } from "./ids.js"
import { countIndependent } from "./near-duplicates.js"
import type { ArticleRow } from "./rows.js"

export interface SourcedReport {
  report: Report
  article: ArticleRow
}

/** How many days before its publication an undated report may tell of a dated event. */
const JOIN_DAYS = 3
const DAY_MS = 86_400_000

export function deriveEvents(reports: SourcedReport[], graph: DerivedGraph): void {
  const groups = groupByEvent(reports)
  absorbConsultations(groups)
  for (const [id, group] of groups) addEvent(graph, id, group)
}

function groupByEvent(reports: SourcedReport[]): Map<string, SourcedReport[]> {
  const groups = new Map<string, SourcedReport[]>()
  const dated = reports.filter(({ report }) => report.datePrecision === "day")
  for (const sourced of reports) {
    const id = joined(sourced, dated) ?? sourced.report.id
    groups.set(id, [...(groups.get(id) ?? []), sourced])
  }
  return groups
}

/** The id of the dated event that an undated report joins: the nearest before publication, of two the earlier. */
function joined({ report, article }: SourcedReport, dated: SourcedReport[]): string | undefined {
  if (report.date !== null || report.background || article.published === null) return undefined
  const published = Date.parse(article.published)
  const sameTriple = eventId(report.type, report.source, report.target, "")
  const candidates = dated
    .filter(
      (other) => eventId(other.report.type, other.report.source, other.report.target, "") === sameTriple,
    )
    .map((other) => ({
      id: other.report.id,
      daysBefore: (published - Date.parse(other.report.date as string)) / DAY_MS,
      date: other.report.date as string,
    }))
    .filter(({ daysBefore }) => daysBefore >= 0 && daysBefore <= JOIN_DAYS)
    .sort((a, b) => a.daysBefore - b.daysBefore || compare(a.date, b.date))
  return candidates[0]?.id
}

/** "A and B talked" is told of the call or meeting that they had that day. */
function absorbConsultations(groups: Map<string, SourcedReport[]>): void {
  for (const [id, group] of [...groups]) {
    const [{ report, article }] = group as [SourcedReport]
    if (report.type !== "CONSULTED" || report.source === null || report.target === null) continue
    const day = report.date ?? `undated:${article.published ?? article.contentHash}`
    const absorber = (["CALLED", "MET"] as const)
      .map((type) => eventId(type, report.source, report.target, day))
      .find((other) => groups.has(other))
    if (absorber === undefined) continue
    groups.set(absorber, [...(groups.get(absorber) as SourcedReport[]), ...group])
    groups.delete(id)
  }
}

function addEvent(graph: DerivedGraph, id: string, group: SourcedReport[]): void {
  const own = group.filter(
    ({ report }) => report.type !== "CONSULTED" || group.every((other) => other.report.type === "CONSULTED"),
  )
  const reports = own.map(({ report }) => report)
  const [first] = reports as [Report]
  const best = reports.find((report) => report.date !== null) ?? first
  const { plover, cameo } = eventType(first.type)
  const shared: Properties = {
    status: statusOf(own),
    date: best.date,
    datePrecision: best.datePrecision,
    reports: countIndependent(group.map(({ article }) => article)),
    outlets: new Set(group.flatMap(({ article }) => article.outlet ?? [])).size,
    confidence: Math.max(...reports.map((report) => report.confidence)),
  }
  const place = mostFrequent(reports.flatMap((report) => report.place ?? [])) ?? null
  const code = mostFrequent(reports.map((report) => report.cameo)) ?? cameo
  graph.nodes.set(id, {
    id,
    labels: ["Event"],
    properties: present({ id, type: first.type, plover, cameo: code, ...shared, place }),
  })
  const [source, target] = direction(reports)
  if (source !== null) addRelationship(graph, "PARTICIPATED", source, id, { role: "source" })
  if (target !== null) addRelationship(graph, "PARTICIPATED", target, id, { role: "target" })
  const isEdge = shared.status === "actual" || shared.status === "planned"
  if (isEdge && source !== null && target !== null) {
    const groupId = reports.flatMap((report) => report.groupId ?? []).sort(compare)[0] ?? null
    const edge = contentId("edge", [id])
    const properties = present({ id: edge, eventId: id, ...shared, groupId })
    graph.relationships.set(edge, { id: edge, type: first.type, source, target, properties })
  }
  for (const sourced of group) addEvidence(graph, id, sourced)
}

/** Actual if any says so; else, of planned and negated, what the latest published says; else hypothetical. */
function statusOf(group: SourcedReport[]): Status {
  if (group.some(({ report }) => report.status === "actual")) return "actual"
  const decided = group.filter(({ report }) => report.status !== "hypothetical")
  const latest = decided
    .map(({ article }) => article.published ?? "")
    .sort(compare)
    .at(-1)
  const last = decided
    .filter(({ article }) => (article.published ?? "") === latest)
    .map(({ report }) => report.status)
  if (last.length === 0) return "hypothetical"
  return last.includes("planned") ? "planned" : "negated"
}

/** Of symmetric types: an explicit initiator first, then the majority, then id order. */
function direction(reports: Report[]): [ActorId | null, ActorId | null] {
  const [first] = reports as [Report]
  if (!eventType(first.type).symmetric) return [first.source, first.target]
  const explicit = reports.filter((report) => report.explicitInitiator)
  const votes = explicit.length > 0 ? explicit : reports
  const chosen = mostFrequent(votes.map((report) => JSON.stringify([report.source, report.target])))
  return JSON.parse(chosen as string) as [ActorId | null, ActorId | null]
}

function addEvidence(graph: DerivedGraph, event: string, { report, article }: SourcedReport): void {
  for (const { quote, start, end, sentence, status, confidence, attribution } of report.evidence) {
    const id = contentId("reports", [article.id, event, start, end])
    const earlier = graph.relationships.get(id)
    if (earlier !== undefined && Number(earlier.properties.confidence) >= confidence) continue
    const properties = present({ id, quote, start, end, sentence, status, confidence, attribution })
    const relationship: GraphRelationship = {
      id,
      type: "REPORTS",
      source: article.id,
      target: event,
      properties,
    }
    graph.relationships.set(id, relationship)
  }
}
