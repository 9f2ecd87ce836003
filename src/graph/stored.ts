// What a store holds as it lies there, so that damage shows: doubled, cut off, without an id.
import type { GraphNode, GraphRelationship } from "../types.js"
import { compare } from "./derived-graph.js"
import { contentId } from "./ids.js"

/** The database's own name of a node or relationship: two copies of one id differ in it. */
export type Element = string

export type StoredNode = GraphNode & { element: Element }

export interface StoredRelationship extends GraphRelationship {
  element: Element
  sourceElement: Element
  targetElement: Element
}

/** A record that is no part of the graph proper; its properties may be anything. */
export interface StoredRecord {
  element: Element
  properties: Record<string, unknown>
}

export interface Stored {
  nodes: StoredNode[]
  relationships: StoredRelationship[]
  rows: StoredRecord[]
  /** Contributions that wait behind another version of their article. */
  shadowed: StoredRecord[]
  /** What is counted of each actor. */
  tallies: StoredRecord[]
  sources: StoredRecord[]
  decisions: StoredRecord[]
}

/** Of the rows of one contribution, as they are stored: a lost or changed one changes it. */
export function checksumOf(rows: { key: string; position: number; value: string }[]): string {
  const parts = rows.map(({ key, position, value }) => [key, position, value] as const)
  return contentId(
    "contribution",
    parts.sort((a, b) => compare(a[0], b[0]) || a[1] - b[1]),
  )
}

/** Of a record that is one text. */
export const checksumOfText = (text: string): string => contentId("checksum", [text])
