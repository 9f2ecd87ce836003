// Event types that frames of the user's own declare, as far as articles tell of them.
import { declaredTypes, type EventTypeInfo } from "../ontology.js"
import type { SourcedContribution } from "./types.js"

/** Those that a store must know before it takes these articles. */
export function typesOf(items: SourcedContribution[]): EventTypeInfo[] {
  const used = new Set(items.flatMap(({ contribution }) => contribution.reports.map(({ type }) => type)))
  return declaredTypes().filter(({ type }) => used.has(type))
}
