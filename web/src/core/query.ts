// What the console needs to know of Cypher text and of values in an answer.
import type { ActorKind, GraphNode, GraphRelationship, QueryValue } from "../../../src/types.js"

/** Names of `$parameters`, in the order in which they stand, each once; none from strings or comments. */
export function parametersOf(cypher: string): string[] {
  const code = cypher.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/gm, " ")
  return [...new Set([...code.matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => match[1] as string))]
}

/** A number, list, true or null as JSON has it; anything else is a text. */
export function parseParameter(text: string): QueryValue {
  try {
    return JSON.parse(text) as QueryValue
  } catch {
    return text
  }
}

export const printParameter = (value: QueryValue): string =>
  typeof value === "string" && parseParameter(value) === value ? value : JSON.stringify(value)

type Fields = { [key: string]: QueryValue }

const isFields = (value: QueryValue): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const isNode = (value: QueryValue): value is Fields & GraphNode =>
  isFields(value) &&
  typeof value.id === "string" &&
  Array.isArray(value.labels) &&
  isFields(value.properties ?? null)

export const isRelationship = (value: QueryValue): value is Fields & GraphRelationship =>
  isFields(value) && typeof value.type === "string" && "source" in value && "target" in value

/** The kind of an actor's node; undefined for an event or article. */
export const kindOf = ({ labels }: GraphNode): ActorKind | undefined =>
  (["State", "Organisation", "Person"] as const).find((kind) => labels.includes(kind))

/** What to call a node: its name, title or type, else its id. */
export function nameOf({ id, properties }: GraphNode): string {
  const { name, title, type } = properties
  return [name, title, type].find((value) => typeof value === "string" && value !== "")?.toString() ?? id
}
