// Events over time, stacked by quad class: click a bar or drag over several to see those days alone.
import { X } from "lucide-react"
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react"
import type { DatedEvent, DateRange } from "../core/filters/index.js"
import { QUADS } from "../core/ontology.js"
import { type Bin, toBins } from "../core/timeline.js"
import { count, formatDate } from "../format.js"

interface Props {
  dated: DatedEvent[]
  undated: number
  range: DateRange | undefined
  onRange: (range: DateRange | undefined) => void
}

export function Timeline({ dated, undated, range, onRange }: Props) {
  const bins = useMemo(() => toBins(dated), [dated])
  return (
    <section className="timeline" aria-label="Timeline">
      <div className="timeline-head">
        <h2 className="eyebrow">Timeline</h2>
        <DateField
          label="From"
          value={range?.from}
          onDate={(from) => onRange({ from, to: later(from, range?.to ?? bins.at(-1)?.to) })}
        />
        <DateField
          label="To"
          value={range?.to}
          onDate={(to) => onRange({ from: earlier(to, range?.from ?? bins[0]?.from), to })}
        />
        {range !== undefined && (
          <button type="button" className="text-button" onClick={() => onRange(undefined)}>
            <X aria-hidden /> All dates
          </button>
        )}
        <span className="muted timeline-note">
          {undated > 0 && `${count(undated, "event")} without a day not drawn`}
        </span>
      </div>
      {bins.length === 0 ? (
        <p className="muted timeline-empty">No event with a known day passes the other filters.</p>
      ) : (
        <Bars {...{ bins, range, onRange }} />
      )}
    </section>
  )
}

const later = (date: string, other = date): string => (other > date ? other : date)
const earlier = (date: string, other = date): string => (other < date ? other : date)

interface DateFieldProps {
  label: string
  value: string | undefined
  onDate: (date: string) => void
}

function DateField({ label, value, onDate }: DateFieldProps) {
  return (
    <label className="date-field">
      {label}
      <input
        type="date"
        value={value ?? ""}
        onChange={(event) => {
          if (event.target.value !== "") onDate(event.target.value)
        }}
      />
    </label>
  )
}

interface BarsProps {
  bins: Bin[]
  range: DateRange | undefined
  onRange: (range: DateRange | undefined) => void
}

/** Indices of the bins where a drag began and where it is. */
type Drag = readonly [first: number, last: number]

function Bars({ bins, range, onRange }: BarsProps) {
  const [drag, setDrag] = useState<Drag>()
  const [tabStop, setTabStop] = useState(0)
  const track = useRef<HTMLDivElement>(null)
  const highest = Math.max(...bins.map((bin) => bin.total))
  const shownRange = drag === undefined ? range : toRange(bins, drag)

  const choose = (next: Drag): void => {
    const wanted = toRange(bins, next)
    const isSame = wanted.from === range?.from && wanted.to === range?.to
    onRange(isSame ? undefined : wanted)
  }
  const indexAt = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined) return 0
    const index = Math.floor(((event.clientX - box.left) / box.width) * bins.length)
    return Math.max(0, Math.min(bins.length - 1, index))
  }
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    track.current?.setPointerCapture(event.pointerId)
    setDrag([indexAt(event), indexAt(event)])
  }
  const onPointerUp = (event: PointerEvent): void => {
    if (drag !== undefined) choose([drag[0], indexAt(event)])
    setDrag(undefined)
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const next = index + (event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0)
    if (next !== index && bins[next] !== undefined) {
      setTabStop(next)
      track.current?.querySelectorAll("button")[next]?.focus()
      if (event.shiftKey) onRange(extend(range, bins[index] as Bin, bins[next]))
    } else if (event.key === "Enter" || event.key === " ") choose([index, index])
    else return
    event.preventDefault()
  }
  return (
    <div className="bars">
      <div
        className="bars-track"
        ref={track}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => drag !== undefined && setDrag([drag[0], indexAt(event)])}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrag(undefined)}
      >
        {bins.map((bin, index) => (
          <Bar
            key={bin.from}
            {...{ bin, highest }}
            isIn={shownRange === undefined || (bin.from <= shownRange.to && bin.to >= shownRange.from)}
            isChosen={shownRange !== undefined}
            tabIndex={index === Math.min(tabStop, bins.length - 1) ? 0 : -1}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        ))}
      </div>
      <Axis bins={bins} />
    </div>
  )
}

const toRange = (bins: Bin[], [a, b]: Drag): DateRange => ({
  from: (bins[Math.min(a, b)] as Bin).from,
  to: (bins[Math.max(a, b)] as Bin).to,
})

const extend = (range: DateRange | undefined, here: Bin, next: Bin): DateRange => {
  const dates = [range?.from ?? here.from, range?.to ?? here.to, next.from, next.to].sort()
  return { from: dates[0] as string, to: dates.at(-1) as string }
}

/** Percent of the track, leaving room for the gaps between the parts of a bar. */
const TALLEST = 94

interface BarProps {
  bin: Bin
  highest: number
  isIn: boolean
  isChosen: boolean
  tabIndex: number
  onKeyDown: (event: KeyboardEvent) => void
}

function Bar({ bin, highest, isIn, isChosen, tabIndex, onKeyDown }: BarProps) {
  const label = `${nameOf(bin)}: ${count(bin.total, "event")}`
  return (
    <button
      type="button"
      className="bar"
      data-overflow={bin.overflow}
      data-out={!isIn || undefined}
      aria-pressed={isChosen && isIn}
      {...{ tabIndex, onKeyDown }}
      aria-label={label}
      title={label}
    >
      {QUADS.map((quad) => (
        <span
          key={quad}
          data-quad={quad}
          style={{ height: `${(bin.counts[quad] / Math.max(1, highest)) * TALLEST}%` }}
        />
      ))}
    </button>
  )
}

function nameOf({ from, to, overflow }: Bin): string {
  if (overflow === "earlier") return `until ${formatDate(to)}`
  if (overflow === "later") return `from ${formatDate(from)}`
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`
}

/** Dates under a few of the bars; the year only where it changes. */
function Axis({ bins }: { bins: Bin[] }) {
  const every = Math.max(1, Math.ceil(bins.length / (window.innerWidth < 600 ? 4 : 8)))
  const named = bins.map((bin, index) =>
    bin.overflow === undefined && index % every === 0 ? bin : undefined,
  )
  return (
    <div className="axis" aria-hidden>
      {bins.map((bin, index) => {
        const last = named.slice(0, index).findLast((other) => other !== undefined)
        const isSameYear = last?.from.slice(0, 4) === bin.from.slice(0, 4)
        const date = isSameYear ? formatDate(bin.from).replace(/ \d{4}$/, "") : formatDate(bin.from)
        return (
          <span key={bin.from} className="axis-mark">
            {bin.overflow ?? (named[index] && date)}
          </span>
        )
      })}
    </div>
  )
}
