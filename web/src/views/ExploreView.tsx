// Explore: legend, canvas, detail panel and timeline around one view of the graph.
import { CalendarRange, List, SlidersHorizontal, Waypoints } from "lucide-react"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { ViewGraph } from "../../../src/types.js"
import { getNeighbourhood } from "../api.js"
import { Legend } from "../components/Legend.js"
import { Lists } from "../components/Lists.js"
import { Timeline } from "../components/Timeline.js"
import { filterView, NO_FILTERS } from "../core/filters/index.js"
import { mergeViews } from "../core/graph/index.js"
import { back, type Detail, follow, selectedIn, type Trail } from "../core/selection/index.js"
import type { Theme } from "../theme.js"
import { useKeys } from "../use-keys.js"
import { useOntology } from "../use-ontology.js"
import type { Flight } from "./controllers/CameraController.js"
import { DetailPanel } from "./DetailPanel.js"
import { GraphCaption } from "./GraphCaption.js"
import { GraphView } from "./GraphView.js"

interface Props {
  /** The first look; what searches add to it is kept here. */
  view: ViewGraph
  isWhole: boolean
  theme: Theme
  /** What search or the console asked to see; a new object is a new wish. */
  asked: { detail: Detail } | undefined
  hidden: boolean
}

/** On narrow screens one of these lies over the canvas at a time. */
type Sheet = "filters" | "timeline" | "details" | undefined

export function ExploreView({ view: firstLook, isWhole, theme, asked, hidden }: Props) {
  const ontology = useOntology()
  const [view, setView] = useState(firstLook)
  const [filters, setFilters] = useState(NO_FILTERS)
  const [trail, setTrail] = useState<Trail>([])
  const [flight, setFlight] = useState<Flight>()
  const [sheet, setSheet] = useState<Sheet>()
  const [listsShown, setListsShown] = useState(() => window.innerWidth >= 1200)
  const filtered = useMemo(() => filterView(view, filters, ontology), [view, filters, ontology])
  const selected = useMemo(() => selectedIn(trail), [trail])
  const detail = trail.at(-1)

  const open = useCallback((next: Detail) => {
    setTrail((last) => follow(last, next))
    setSheet("details")
  }, [])
  const latestView = useRef(view)
  latestView.current = view
  /** Opens a detail and brings its actors into view, with their neighbourhoods where they are not drawn. */
  const openAndFly = useCallback(
    async (next: Detail) => {
      open(next)
      const actors = actorsOf(next)
      for (const actor of actors) {
        if (latestView.current.nodes.some((node) => node.id === actor)) continue
        const added = await getNeighbourhood(actor).catch(() => undefined)
        if (added !== undefined) setView((last) => mergeViews(last, added))
      }
      if (actors.length > 0) setFlight({ actors })
    },
    [open],
  )
  useEffect(() => {
    if (asked !== undefined) void openAndFly(asked.detail)
  }, [asked, openAndFly])

  const onActor = useCallback((id: string) => open({ kind: "actor", id }), [open])
  const onEdge = useCallback(
    (id: string) => {
      const edge = latestView.current.edges.find((candidate) => candidate.id === id)
      if (edge !== undefined)
        open({ kind: "edge", source: edge.source, target: edge.target, type: edge.type })
    },
    [open],
  )
  const close = useCallback(() => {
    setTrail([])
    setSheet(undefined)
  }, [])
  const goBack = useCallback(() => {
    setTrail(back)
    if (trail.length <= 1) setSheet(undefined)
  }, [trail.length])
  useKeys(hidden ? {} : { Escape: goBack })

  const hasSide = detail !== undefined || listsShown
  return (
    <main className="explore" hidden={hidden} data-sheet={sheet} data-side={hasSide}>
      <aside className="side legend-side" aria-label="Filters">
        <Legend {...{ view, filters, filtered }} onChange={setFilters} />
      </aside>
      <div className="stage">
        <GraphView
          {...{ view, filters, filtered, selected, theme, flight, onActor, onEdge }}
          onNothing={close}
        />
        <GraphCaption {...{ view, filters, filtered, isWhole }} onReset={() => setFilters(NO_FILTERS)} />
        {!hasSide && (
          <button type="button" className="button list-button" onClick={() => setListsShown(true)}>
            <List aria-hidden /> List
          </button>
        )}
      </div>
      {hasSide && (
        <aside className="side detail-side" aria-label="Details">
          {detail !== undefined ? (
            <DetailPanel
              key={JSON.stringify(withoutQuote(detail))}
              detail={detail}
              onOpen={(next) => void (next.kind === "actor" ? openAndFly(next) : open(next))}
              onBack={trail.length > 1 ? goBack : undefined}
              onClose={close}
            />
          ) : (
            <Lists
              {...{ view, filtered }}
              onOpen={(next) => void openAndFly(next)}
              onClose={() => setListsShown(false)}
            />
          )}
        </aside>
      )}
      <footer className="timeline-side">
        <Timeline
          dated={filtered.dated}
          undated={filtered.undated}
          range={filters.dates}
          onRange={(dates) => setFilters((last) => ({ ...last, dates }))}
        />
      </footer>
      <SheetTabs
        sheet={sheet}
        onSheet={(next) => {
          setSheet(next)
          if (next === "details") setListsShown(true)
        }}
      />
    </main>
  )
}

function actorsOf(detail: Detail): string[] {
  if (detail.kind === "actor") return [detail.id]
  if (detail.kind === "edge") return [detail.source, detail.target]
  return detail.kind === "event" ? [detail.actor] : []
}

/** Another sentence of the same article is no other panel: it scrolls there. */
const withoutQuote = (detail: Detail): Detail =>
  detail.kind === "article" ? { kind: "article", id: detail.id } : detail

const TABS = [
  [undefined, "Graph", Waypoints],
  ["filters", "Filters", SlidersHorizontal],
  ["timeline", "Timeline", CalendarRange],
  ["details", "Details", List],
] as const

function SheetTabs({ sheet, onSheet }: { sheet: Sheet; onSheet: (sheet: Sheet) => void }) {
  return (
    <nav className="sheet-tabs" aria-label="Panels">
      {TABS.map(([value, name, Icon]) => (
        <button
          key={name}
          type="button"
          aria-pressed={sheet === value}
          onClick={() => onSheet(sheet === value ? undefined : value)}
        >
          <Icon aria-hidden />
          {name}
        </button>
      ))}
    </nav>
  )
}
