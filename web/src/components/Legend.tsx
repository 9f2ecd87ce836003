// The legend is the filter: each row shows or hides what it names, and counts what it would show.
import { RotateCcw } from "lucide-react"
import { type MouseEvent, type ReactNode, useId, useMemo } from "react"
import type { EventType, Status, ViewGraph } from "../../../src/types.js"
import {
  type Filtered,
  type Filters,
  isFiltering,
  isolated,
  NO_FILTERS,
  toggled,
} from "../core/filters/index.js"
import { QUAD_NAMES, QUADS } from "../core/ontology.js"
import { count, formatNumber, KIND_NAMES, KINDS } from "../format.js"
import { useOntology } from "../use-ontology.js"
import { KindMark } from "./KindMark.js"
import { QuadMark } from "./QuadMark.js"

interface Props {
  view: ViewGraph
  filters: Filters
  filtered: Filtered
  onChange: (filters: Filters) => void
}

const STATUSES: readonly Status[] = ["actual", "planned"]

export function Legend({ view, filters, filtered, onChange }: Props) {
  const most = useMemo(
    () => ({
      reports: mostOf(view, "reports", NO_FILTERS.minReports),
      outlets: mostOf(view, "outlets", NO_FILTERS.minOutlets),
    }),
    [view],
  )
  return (
    <div className="legend">
      <div className="panel-head">
        <h2 className="eyebrow">Legend and filters</h2>
        <button
          type="button"
          className="text-button"
          disabled={!isFiltering(filters)}
          onClick={() => onChange(NO_FILTERS)}
        >
          <RotateCcw aria-hidden /> Reset
        </button>
      </div>
      <section>
        <h3>Actors</h3>
        <ul>
          {KINDS.map((kind) => (
            <Row
              key={kind}
              name={KIND_NAMES[kind]}
              mark={<KindMark kind={kind} />}
              isShown={!filters.hiddenKinds.has(kind)}
              amount={filtered.counts.kinds.get(kind) ?? 0}
              noun="actor"
              onToggle={() => onChange({ ...filters, hiddenKinds: toggled(filters.hiddenKinds, kind) })}
              onIsolate={() =>
                onChange({ ...filters, hiddenKinds: isolated(filters.hiddenKinds, [kind], KINDS) })
              }
            />
          ))}
        </ul>
      </section>
      <TypeRows {...{ view, filters, filtered, onChange }} />
      <section>
        <h3>Status</h3>
        <ul>
          {STATUSES.map((status) => (
            <Row
              key={status}
              name={status === "actual" ? "Actual" : "Planned (faded)"}
              mark={<span className="line-mark" data-status={status} />}
              isShown={!filters.hiddenStatuses.has(status)}
              amount={filtered.counts.statuses.get(status) ?? 0}
              noun="event"
              onToggle={() =>
                onChange({ ...filters, hiddenStatuses: toggled(filters.hiddenStatuses, status) })
              }
              onIsolate={() =>
                onChange({ ...filters, hiddenStatuses: isolated(filters.hiddenStatuses, [status], STATUSES) })
              }
            />
          ))}
        </ul>
      </section>
      <AtLeast
        name="Independent reports"
        least={NO_FILTERS.minReports}
        most={most.reports}
        value={filters.minReports}
        onValue={(minReports) => onChange({ ...filters, minReports })}
      />
      <AtLeast
        name="Outlets"
        least={NO_FILTERS.minOutlets}
        most={most.outlets}
        value={filters.minOutlets}
        onValue={(minOutlets) => onChange({ ...filters, minOutlets })}
      />
      <p className="muted">
        A larger circle has more events, a thicker line more independent reports; arrows point to the target.
        States are bold, persons italic.
      </p>
    </div>
  )
}

/** Event types that the view holds, under their quad class. */
function TypeRows({ view, filters, filtered, onChange }: Props) {
  const ontology = useOntology()
  const present = useMemo(() => new Set(view.edges.map((edge) => edge.type)), [view])
  const all = [...ontology.keys()].filter((type) => present.has(type))
  const set = (hiddenTypes: ReadonlySet<EventType>): void => onChange({ ...filters, hiddenTypes })
  return QUADS.map((quad) => {
    const types = all.filter((type) => ontology.get(type)?.quad === quad)
    const isShown = types.some((type) => !filters.hiddenTypes.has(type))
    const hiddenElsewhere = [...filters.hiddenTypes].filter((type) => !types.includes(type))
    const amountOf = (type: EventType): number => filtered.counts.types.get(type) ?? 0
    if (types.length === 0) return null
    return (
      <section key={quad}>
        <ul>
          <Row
            name={QUAD_NAMES[quad]}
            mark={<QuadMark quad={quad} />}
            isHead
            isShown={isShown}
            amount={types.reduce((sum, type) => sum + amountOf(type), 0)}
            noun="event"
            onToggle={() => set(new Set(isShown ? [...hiddenElsewhere, ...types] : hiddenElsewhere))}
            onIsolate={() => set(isolated(filters.hiddenTypes, types, all))}
          />
          {types.map((type) => (
            <Row
              key={type}
              name={type}
              title={ontology.get(type)?.meaning}
              isShown={!filters.hiddenTypes.has(type)}
              amount={amountOf(type)}
              noun="event"
              onToggle={() => set(toggled(filters.hiddenTypes, type))}
              onIsolate={() => set(isolated(filters.hiddenTypes, [type], all))}
            />
          ))}
        </ul>
      </section>
    )
  })
}

interface RowProps {
  name: string
  title?: string | undefined
  mark?: ReactNode
  isHead?: boolean
  isShown: boolean
  amount: number
  noun: string
  onToggle: () => void
  onIsolate: () => void
}

function Row({ name, title, mark, isHead = false, isShown, amount, noun, onToggle, onIsolate }: RowProps) {
  const onClick = (event: MouseEvent): void => (event.altKey ? onIsolate() : onToggle())
  return (
    <li className="legend-row" data-head={isHead || undefined}>
      <button
        type="button"
        className="legend-toggle"
        aria-pressed={isShown}
        aria-label={`${name}, ${count(amount, noun)}`}
        title={title}
        onClick={onClick}
      >
        <span className="legend-mark">{mark}</span>
        <span className="legend-name">{name}</span>
      </button>
      <button
        type="button"
        className="legend-only"
        onClick={onIsolate}
        aria-label={`Only ${name}`}
        title="Show this alone (Alt+click)"
      >
        only
      </button>
      <span className="number" aria-hidden>
        {formatNumber(amount)}
      </span>
    </li>
  )
}

interface AtLeastProps {
  name: string
  least: number
  most: number
  value: number
  onValue: (value: number) => void
}

function AtLeast({ name, least, most, value, onValue }: AtLeastProps) {
  const fieldId = useId()
  return (
    <section>
      <h3>
        <label htmlFor={fieldId}>{name}</label>
      </h3>
      <div className="slider">
        <input
          id={fieldId}
          type="range"
          min={least}
          max={most}
          disabled={most === least}
          value={value}
          aria-valuetext={`at least ${value}`}
          onChange={(event) => onValue(Number(event.target.value))}
        />
        <output htmlFor={fieldId}>at least {value}</output>
      </div>
    </section>
  )
}

/** The largest of these counts among the events of a view. */
function mostOf(view: ViewGraph, name: "reports" | "outlets", least: number): number {
  return view.edges.flatMap((edge) => edge.events).reduce((most, event) => Math.max(most, event[name]), least)
}
