// Nodes and relationships met in the rows of a query: as values for the table, and once each for drawing.
import type { GraphNode, GraphRelationship, QueryValue, Subgraph } from "../types.js"

export class SubgraphCollector {
  readonly #nodes = new Map<string, GraphNode>()
  readonly #relationships = new Map<string, GraphRelationship>()

  /** Notes a node and returns it as a value. */
  node({ id, labels, properties }: GraphNode): { [key: string]: QueryValue } {
    this.#nodes.set(id, { id, labels, properties })
    return { id, labels, properties: properties as { [key: string]: QueryValue } }
  }

  relationship({ id, type, source, target, properties }: GraphRelationship): { [key: string]: QueryValue } {
    this.#relationships.set(id, { id, type, source, target, properties })
    return { id, type, source, target, properties: properties as { [key: string]: QueryValue } }
  }

  subgraph(): Subgraph {
    return { nodes: [...this.#nodes.values()], relationships: [...this.#relationships.values()] }
  }
}
