// Why an edge is missing or wrong: the first stage that lost it, so that the next hour goes where most is lost.

import { isDrawn } from "../status.js"
import { type Comparison, docOf, type Edge, edgeKey, turned } from "./edges.js"
import type { Gold } from "./gold.js"
import { createCanonical } from "./names.js"
import type { Reading } from "./reading.js"

export type Cause =
  | "actor not found"
  | "no sentence names both"
  | "status"
  | "direction"
  | "other type"
  | "other party"
  | "no event seen"
  | "no such event"

/** Names of the actors of each article, of each sentence, and its events of whatever status. */
interface Facts {
  actors: Set<string>
  sentences: Set<string>[]
  undrawn: Edge[]
}

export interface Judged {
  edge: Edge
  cause: Cause
}

export interface Causes {
  missed: Judged[]
  wrong: Judged[]
}

/** Every missed and every wrong edge with the first stage that can be blamed for it. */
export function findCauses(gold: Gold, readings: Reading[], { edges }: Comparison): Causes {
  const facts = new Map<string, Facts>()
  for (const reading of readings) {
    const doc = docOf(gold, reading.article)
    if (doc !== undefined) facts.set(doc, factsOf(gold, doc, reading))
  }
  const [goldKeys, foundKeys] = [new Set(edges.gold.map(edgeKey)), new Set(edges.found.map(edgeKey))]
  const missed = unique(edges.gold).filter((edge) => !foundKeys.has(edgeKey(edge)))
  const wrong = unique(edges.found).filter((edge) => !goldKeys.has(edgeKey(edge)))
  return {
    missed: missed.map((edge) => ({ edge, cause: causeOfMiss(edge, edges.found, facts.get(edge.doc)) })),
    wrong: wrong.map((edge) => ({ edge, cause: near(edge, edges.gold) ?? "no such event" })),
  }
}

const unique = (edges: Edge[]): Edge[] => [...new Map(edges.map((edge) => [edgeKey(edge), edge])).values()]

function factsOf(gold: Gold, doc: string, { extraction }: Reading): Facts {
  const canonical = createCanonical(gold.entities)
  const names = new Map(extraction.contribution.actors.map((actor) => [actor.id, canonical(doc, actor)]))
  const sentences: Set<string>[] = []
  for (const { sentence, actors } of extraction.resolved.mentions) {
    const named = sentences[sentence] ?? new Set<string>()
    sentences[sentence] = named
    for (const actor of actors) named.add(names.get(actor) ?? "")
  }
  const undrawn = extraction.contribution.reports.flatMap(({ type, status, source, target }): Edge[] => {
    const [from, to] = [names.get(source ?? ""), names.get(target ?? "")]
    return isDrawn(status) || from === undefined || to === undefined
      ? []
      : [{ doc, type, source: from, target: to }]
  })
  return { actors: new Set(names.values()), sentences: sentences.filter(Boolean), undrawn }
}

function causeOfMiss(edge: Edge, found: Edge[], facts: Facts | undefined): Cause {
  if (facts === undefined || ![edge.source, edge.target].every((name) => facts.actors.has(name)))
    return "actor not found"
  if (facts.undrawn.some((other) => edgeKey(other) === edgeKey(edge))) return "status"
  const close = near(edge, found)
  if (close !== undefined) return close
  const together = facts.sentences.some((names) => names.has(edge.source) && names.has(edge.target))
  return together ? "no event seen" : "no sentence names both"
}

/** In what an edge differs from its nearest on the other side. */
function near(edge: Edge, others: Edge[]): Cause | undefined {
  const inArticle = others.filter((other) => other.doc === edge.doc)
  if (inArticle.some((other) => edgeKey(other) === edgeKey(turned(edge)))) return "direction"
  const samePair = (other: Edge): boolean =>
    new Set([other.source, other.target, edge.source, edge.target]).size === 2
  if (inArticle.some(samePair)) return "other type"
  const sharesParty = (other: Edge): boolean => other.source === edge.source || other.target === edge.target
  if (inArticle.some((other) => other.type === edge.type && sharesParty(other))) return "other party"
  return undefined
}
