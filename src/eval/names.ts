// One name for an actor that the gold and the program may call differently.
import type { GoldEntity } from "./gold.js"

export interface NamedActor {
  name: string
  aliases: string[]
}

export type Canonical = (doc: string, actor: NamedActor) => string

/** Without case, diacritics, punctuation and the little words that names are told with or without. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b(?:the|of|and|for)\b/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}

/** The gold's name of an actor by any of its names in the same article, else by its name in any, else its own. */
export function createCanonical(entities: GoldEntity[]): Canonical {
  const corpus = new Map<string, string>()
  const byDoc = new Map<string, Map<string, string>>()
  for (const { doc, name, surface } of entities) {
    const names = byDoc.get(doc) ?? new Map<string, string>()
    byDoc.set(doc, names)
    for (const key of [name, ...surface].map(normaliseName)) {
      if (!names.has(key)) names.set(key, name)
      if (!corpus.has(key)) corpus.set(key, name)
    }
  }
  return (doc, { name, aliases }) => {
    for (const key of [name, ...aliases].map(normaliseName)) {
      const found = byDoc.get(doc)?.get(key)
      if (found !== undefined) return found
    }
    return corpus.get(normaliseName(name)) ?? name
  }
}
