// Events of one pair of parties from all reports of them: which reports tell of one event, and what the event
// is where they disagree.
import { eventType } from "../ontology.js"
import { isDrawn } from "../status.js"
import type { ActorId, GraphRelationship, Properties, Report, Status } from "../types.js"
import { compare, type DerivedGraph, mostFrequent, present, push } from "./derived-graph.js"
import { contentId, eventDay, eventId } from "./ids.js"
import { countIndependent } from "./near-duplicates.js"
import { type ArticleRow, isPairKey, keysAround } from "./rows.js"

export interface SourcedReport {
  report: Report
  article: ArticleRow
}

/** How many days before its publication an undated report may tell of a dated event. */
const JOIN_DAYS = 3
const DAY_MS = 86_400_000

/**
 * The keys whose reports decide what events those under `keys` tell of: an undated report may join an event of some
 * days before, and which one hangs on what else happened in the days before its own publication.
 */
export const nearKeys = (keys: string[]): string[] => [
  ...new Set(keys.filter(isPairKey).flatMap((key) => keysAround(key, 2 * JOIN_DAYS, JOIN_DAYS))),
]

/** Ids of events, and all reports that tell of each. */
export type EventGroups = Map<string, SourcedReport[]>

/**
 * Groups these reports of one pair: all that there are, or those under some near keys. Of the latter, events at the
 * borders may be told by half, but alike before and after a change between them.
 */
export function groupEvents(reports: SourcedReport[]): EventGroups {
  const groups = groupByEvent(reports)
  absorbConsultations(groups)
  return groups
}

/** Adds the event that a group tells of. */
export function addEvent(graph: DerivedGraph, id: string, group: SourcedReport[]): void {
  const own = group.filter(
    ({ report }) => report.type !== "CONSULTED" || group.every((other) => other.report.type === "CONSULTED"),
  )
  const reports = own.map(({ report }) => report)
  const [first] = reports as [Report]
  // "In the week of 10 May" and "on 10 May" have one date: the more precise report says what is meant.
  const best = reports.find(isOfDay) ?? reports.find((report) => report.date !== null) ?? first
  const { plover, cameo } = eventType(first.type)
  const status = statusOf(own)
  const shared: Properties = {
    status,
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
  if (source !== null) addParty(graph, source, id, "source")
  if (target !== null) addParty(graph, target, id, "target")
  if (isDrawn(status) && source !== null && target !== null) {
    const groupId = reports.flatMap((report) => report.groupId ?? []).sort(compare)[0] ?? null
    const edge = contentId("edge", [id])
    const properties = present({ id: edge, eventId: id, ...shared, groupId })
    graph.relationships.set(edge, { id: edge, type: first.type, source, target, properties })
  }
  for (const sourced of group) addEvidence(graph, id, sourced)
}

function groupByEvent(reports: SourcedReport[]): EventGroups {
  const dated = new Map<string, Report[]>()
  for (const { report } of reports) if (isOfDay(report)) push(dated, tripleOf(report), report)
  const groups: EventGroups = new Map()
  for (const sourced of reports) push(groups, joined(sourced, dated) ?? sourced.report.id, sourced)
  return groups
}

const tripleOf = ({ type, source, target }: Report): string => eventId(type, source, target, "")

/** The id of the dated event that an undated report joins: the nearest before publication, of two the earlier. */
function joined({ report, article }: SourcedReport, dated: Map<string, Report[]>): string | undefined {
  if (report.date !== null || report.background || article.published === null) return undefined
  const published = Date.parse(article.published)
  let nearest: { id: string; daysBefore: number } | undefined
  for (const { id, date } of dated.get(tripleOf(report)) ?? []) {
    const daysBefore = (published - Date.parse(date as string)) / DAY_MS
    if (daysBefore < 0 || daysBefore > JOIN_DAYS) continue
    if (nearest === undefined || daysBefore < nearest.daysBefore) nearest = { id, daysBefore }
  }
  return nearest?.id
}

/**
 * "A and B talked" is told of the call or meeting that they had that day, unless that one is less certain to
 * have been: a call that was refused absorbs no talks.
 */
function absorbConsultations(groups: EventGroups): void {
  for (const [id, group] of [...groups]) {
    const { report, article } = group.find((sourced) => sourced.report.id === id) as SourcedReport
    if (report.type !== "CONSULTED" || report.source === null || report.target === null) continue
    const day = eventDay(report.date, article)
    const absorber = (["CALLED", "MET"] as const)
      .map((type) => groups.get(eventId(type, report.source, report.target, day)))
      .find((other) => other !== undefined && ["actual", statusOf(group)].includes(statusOf(other)))
    if (absorber === undefined) continue
    absorber.push(...group)
    groups.delete(id)
  }
}

const isOfDay = (report: Report): boolean => report.datePrecision === "day"

function addParty(graph: DerivedGraph, actor: ActorId, event: string, role: "source" | "target"): void {
  // The role is in the id: an actor can be both, as where a state's own forces attack it.
  const id = contentId("participated", [actor, event, role])
  const properties = { id, role }
  graph.relationships.set(id, { id, type: "PARTICIPATED", source: actor, target: event, properties })
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
