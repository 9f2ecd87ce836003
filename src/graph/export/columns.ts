// Which properties a set of nodes or relationships has, and of what type: what formats must declare beforehand.
import type { Properties, PropertyValue } from "../../types.js"
import { compare } from "../derived-graph.js"
import { FRACTIONS } from "../fractions.js"

export type ColumnType = "string" | "boolean" | "long" | "double" | "string[]"

export interface Column {
  name: string
  type: ColumnType
}

/** Every property but `id` by name; one that has several types in these items is a string. */
export function columnsOf(items: { properties: Properties }[]): Column[] {
  const types = new Map<string, ColumnType>()
  for (const { properties } of items) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === null || name === "id") continue
      types.set(name, join(types.get(name), typeOf(name, value)))
    }
  }
  return [...types].map(([name, type]) => ({ name, type })).sort((a, b) => compare(a.name, b.name))
}

function typeOf(name: string, value: NonNullable<PropertyValue>): ColumnType {
  if (Array.isArray(value)) return "string[]"
  if (typeof value === "number") return Number.isInteger(value) && !FRACTIONS.has(name) ? "long" : "double"
  return typeof value === "boolean" ? "boolean" : "string"
}

function join(known: ColumnType | undefined, found: ColumnType): ColumnType {
  if (known === undefined || known === found) return found
  return known !== "string[]" && isNumber(known) && isNumber(found) ? "double" : "string"
}

const isNumber = (type: ColumnType): boolean => type === "long" || type === "double"

/** A value where a format has text only: a list is a JSON array. */
export const textOf = (value: NonNullable<PropertyValue>): string =>
  Array.isArray(value) ? JSON.stringify(value) : String(value)
