// What a store holds as it lies there, so that damage shows: doubled, cut off, without an id.
import type { GraphNode, GraphRelationship } from "../types.js"
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
  /** Contributions that are shown, as decisions correct them. */
  shown: StoredRecord[]
  /** Those that wait behind another version of their article, or that decisions correct. */
  shadowed: StoredRecord[]
  /** Under what keys the shown ones are found. */
  entries: StoredRecord[]
  /** What is counted of each actor. */
  tallies: StoredRecord[]
  sources: StoredRecord[]
  decisions: StoredRecord[]
}

/** Of a record that is one text. */
export const checksumOfText = (text: string): string => contentId("checksum", [text])
