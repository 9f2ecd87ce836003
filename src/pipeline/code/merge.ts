// One event once per article: matches of the same parties and date, with every sentence as evidence.
import { eventType } from "../../ontology.js"
import type { CodedEvent, Status } from "../../types.js"

const STATUS_RANK: Record<Status, number> = { actual: 3, planned: 2, negated: 1, hypothetical: 0 }

/**
 * Merges equal events and joins undated ones to the dated; CALLED and MET absorb CONSULTED, and an event of two parties
 * what the same sentences tell of one of them alone.
 */
export function mergeEvents(events: CodedEvent[]): CodedEvent[] {
  const merged = new Map<string, CodedEvent>()
  for (const event of events) {
    const key = keyOf(event, dayOf(event, events))
    const earlier = merged.get(key)
    merged.set(key, earlier === undefined ? event : mergeTwo(earlier, event))
  }
  const list = [...merged.values()]
  return list.filter((event) => !isAbsorbed(event, list) && !isHalfTold(event, list))
}

function keyOf(event: CodedEvent, day: string | null): string {
  const pair = [event.source, event.target]
  if (eventType(event.type).symmetric) pair.sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1))
  return JSON.stringify([event.type, ...pair, day])
}

/** An undated mention is of the dated event of the same triple, where the article has just one. */
function dayOf(event: CodedEvent, events: CodedEvent[]): string | null {
  if (event.date !== null) return event.date
  const triple = keyOf(event, null)
  const days = new Set(
    events.filter((other) => other.date !== null && keyOf(other, null) === triple).map((other) => other.date),
  )
  return days.size === 1 ? ([...days][0] ?? null) : null
}

function mergeTwo(a: CodedEvent, b: CodedEvent): CodedEvent {
  const [clear, other] = a.confidence >= b.confidence ? [a, b] : [b, a]
  const better = STATUS_RANK[a.status] >= STATUS_RANK[b.status] ? a : b
  const evidence = [...clear.evidence]
  for (const item of other.evidence)
    if (!evidence.some((known) => known.start === item.start)) evidence.push(item)
  const dated = a.date === null ? b : a
  return {
    ...clear,
    // Of a symmetric pair the explicit initiator is the source, whichever sentence says so.
    ...(other.explicitInitiator &&
      !clear.explicitInitiator && { source: other.source, target: other.target }),
    status: better.status,
    date: dated.date,
    datePrecision: dated.datePrecision,
    background: a.background && b.background,
    place: clear.place ?? other.place,
    explicitInitiator: a.explicitInitiator || b.explicitInitiator,
    evidence: evidence.sort((x, y) => y.confidence - x.confidence || x.start - y.start),
  }
}

function isAbsorbed(event: CodedEvent, events: CodedEvent[]): boolean {
  if (event.type !== "CONSULTED") return false
  return events.some(
    (other) =>
      (other.type === "CALLED" || other.type === "MET") &&
      new Set([other.source, other.target, event.source, event.target]).size === 2 &&
      (other.date === event.date || other.date === null || event.date === null) &&
      STATUS_RANK[other.status] >= STATUS_RANK[event.status],
  )
}

/** "Nurses staged protests against Doe": the protests against Doe are those that the nurses staged. */
function isHalfTold(event: CodedEvent, events: CodedEvent[]): boolean {
  const { type, source, target, status } = event
  if (source !== null && target !== null) return false
  return events.some((other) => {
    const starts = new Set(other.evidence.map(({ start }) => start))
    return (
      other.type === type &&
      other.status === status &&
      other.source !== null &&
      other.target !== null &&
      (source === null ? other.target === target : other.source === source) &&
      event.evidence.every(({ start }) => starts.has(start))
    )
  })
}
