// What the canvas shows, in words: its actors and its edges, most active first. The way in by keyboard.
import { X } from "lucide-react"
import { useMemo, useState } from "react"
import type { ViewGraph } from "../../../src/types.js"
import type { Filtered } from "../core/filters/index.js"
import type { Detail } from "../core/selection/index.js"
import { count, formatNumber } from "../format.js"
import { EventTypeBadge } from "./EventTypeBadge.js"
import { KindMark } from "./KindMark.js"

interface Props {
  view: ViewGraph
  filtered: Filtered
  onOpen: (detail: Detail) => void
  onClose: () => void
}

const PAGE = 50
type Listed = "actors" | "edges"

export function Lists({ view, filtered, onOpen, onClose }: Props) {
  const [listed, setListed] = useState<Listed>("actors")
  const [most, setMost] = useState(PAGE)
  const total = listed === "actors" ? filtered.actors.size : filtered.events.size
  const show = (next: Listed): void => {
    setListed(next)
    setMost(PAGE)
  }
  return (
    <div className="panel">
      <div className="panel-head">
        <h2 className="eyebrow">On the canvas</h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label="Close" title="Close">
          <X aria-hidden />
        </button>
      </div>
      <p className="muted">Click an edge to read the sentences behind it, an actor to see its card.</p>
      <fieldset className="segments" aria-label="List">
        <button type="button" aria-pressed={listed === "actors"} onClick={() => show("actors")}>
          Actors
        </button>
        <button type="button" aria-pressed={listed === "edges"} onClick={() => show("edges")}>
          Edges
        </button>
      </fieldset>
      {listed === "actors" ? (
        <ActorList {...{ view, filtered, onOpen, most }} />
      ) : (
        <EdgeList {...{ view, filtered, onOpen, most }} />
      )}
      {total === 0 && <p className="muted">Nothing is on the canvas.</p>}
      {total > most && (
        <button type="button" className="button" onClick={() => setMost(most + PAGE)}>
          Show {formatNumber(Math.min(PAGE, total - most))} more of {formatNumber(total)}
        </button>
      )}
    </div>
  )
}

type ListProps = Omit<Props, "onClose"> & { most: number }

function ActorList({ view, filtered, onOpen, most }: ListProps) {
  const actors = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { id, source, target } of view.edges)
      for (const actor of [source, target])
        counts.set(actor, (counts.get(actor) ?? 0) + (filtered.events.get(id)?.length ?? 0))
    return view.nodes
      .filter((node) => filtered.actors.has(node.id))
      .map((node) => ({ ...node, shown: counts.get(node.id) ?? 0 }))
      .sort((a, b) => b.shown - a.shown)
  }, [view, filtered])
  return (
    <ul className="list">
      {actors.slice(0, most).map((actor) => (
        <li key={actor.id}>
          <button type="button" onClick={() => onOpen({ kind: "actor", id: actor.id })}>
            <KindMark kind={actor.kind} />
            <span className="list-name">{actor.name}</span>
            <span className="number" title={count(actor.shown, "event")}>
              {formatNumber(actor.shown)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function EdgeList({ view, filtered, onOpen, most }: ListProps) {
  const edges = useMemo(() => {
    const nameOf = new Map(view.nodes.map((node) => [node.id, node.name]))
    const name = (id: string): string => nameOf.get(id) ?? id
    return view.edges
      .map((edge) => ({
        ...edge,
        shown: filtered.events.get(edge.id)?.length ?? 0,
        from: name(edge.source),
        to: name(edge.target),
      }))
      .filter((edge) => edge.shown > 0)
      .sort((a, b) => b.shown - a.shown)
  }, [view, filtered])
  return (
    <ul className="list">
      {edges.slice(0, most).map(({ id, source, target, type, from, to, shown }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen({ kind: "edge", source, target, type })}>
            <span className="list-name">
              {from} <EventTypeBadge type={type} /> {to}
            </span>
            <span className="number" title={count(shown, "event")}>
              {formatNumber(shown)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
