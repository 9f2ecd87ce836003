// The rows of an answer. Nodes and relationships are chips; an actor's chip opens it in Explore.
import type { ActorId, EventType, GraphNode, QueryResult, QueryValue } from "../../../src/types.js"
import { isNode, isRelationship, kindOf, nameOf } from "../core/query.js"
import { ActorLink } from "./ActorLink.js"
import { EventTypeBadge } from "./EventTypeBadge.js"

interface Props {
  result: QueryResult
  onActor: (id: ActorId) => void
}

export function ResultTable({ result, onActor }: Props) {
  const { columns, rows } = result
  if (rows.length === 0) return <p className="state">No rows. The query ran, and nothing matches it.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
    <section className="result-table" tabIndex={0} aria-label="Rows">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never move
            <tr key={index}>
              {row.map((value, column) => (
                <td key={columns[column]}>
                  <Cell value={value} onActor={onActor} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ value, onActor }: { value: QueryValue; onActor: (id: ActorId) => void }) {
  if (value === null) return <span className="muted">null</span>
  if (isNode(value)) return <NodeChip node={value} onActor={onActor} />
  if (isRelationship(value)) return <EventTypeBadge type={value.type as EventType} />
  if (Array.isArray(value))
    return (
      <span className="cell-list">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity and never move
          <span key={index}>
            <Cell value={item} onActor={onActor} />
          </span>
        ))}
      </span>
    )
  if (typeof value === "object") return <code>{JSON.stringify(value)}</code>
  return <span className={typeof value === "number" ? "number" : undefined}>{String(value)}</span>
}

function NodeChip({ node, onActor }: { node: GraphNode; onActor: (id: ActorId) => void }) {
  const kind = kindOf(node)
  if (kind !== undefined)
    return <ActorLink actor={{ id: node.id, kind, name: nameOf(node) }} onOpen={onActor} />
  return (
    <span className="node-chip" title={node.id}>
      <span className="muted">{node.labels.join(" ")}</span> {nameOf(node)}
    </span>
  )
}
