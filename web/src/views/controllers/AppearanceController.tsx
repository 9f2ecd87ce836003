// State to appearance: filters, selection and hover become colour, width and order. Data stay as they are.
import { useSigma } from "@react-sigma/core"
import { useEffect, useRef } from "react"
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types"
import type { Filtered, Filters } from "../../core/filters/index.js"
import type { EdgeAttributes, NodeAttributes } from "../../core/graph/index.js"
import type { Selected } from "../../core/selection/index.js"
import { mix, type Palette, readPalette, type Theme } from "../../theme.js"
import type { Hovered } from "./EventsController.js"
import { type Focus, focusOn } from "./focus.js"

interface Props {
  filters: Filters
  filtered: Filtered
  selected: Selected
  hovered: Hovered
  theme: Theme
}

/** How much of its colour an element keeps. */
const KEPT = { whole: 1, planned: 0.5, besideSelection: 0.4, besideHover: 0.12, filteredOut: 0.2 }
const [THINNEST, WIDEST] = [1.6, 7]

export function AppearanceController({ filters, filtered, selected, hovered, theme }: Props) {
  const sigma = useSigma<NodeAttributes, EdgeAttributes>()
  const look = useRef<Look>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read again when the theme changes
  useEffect(() => {
    const palette = readPalette()
    look.current = { palette, focus: focusOn(sigma.getGraph(), selected, hovered), filters, filtered }
    // Scheduled, so that it shares its frame with the labels.
    sigma.scheduleRefresh()
  }, [sigma, filters, filtered, selected, hovered, theme])
  // After the look is there: Sigma draws at once when it gets its reducers.
  useEffect(() => {
    const scale = (): number => scaleFor(sigma.getDimensions(), sigma.getGraph().order)
    sigma.setSettings({
      nodeReducer: (id, node) =>
        look.current === undefined ? node : drawNode(id, node, look.current, scale()),
      edgeReducer: (id, edge) =>
        look.current === undefined ? edge : drawEdge(id, edge, look.current, scale()),
    })
  }, [sigma])
  return null
}

/** Small canvases and large graphs get smaller marks. */
const scaleFor = ({ width, height }: { width: number; height: number }, order: number): number =>
  Math.max(0.4, Math.min(1, Math.min(width, height) / 640, Math.sqrt(400 / order)))

interface Look {
  palette: Palette
  focus: Focus
  filters: Filters
  filtered: Filtered
}

function drawNode(
  id: string,
  node: NodeAttributes,
  { palette, focus, filters, filtered }: Look,
  scale: number,
): Partial<NodeDisplayData> {
  const color = palette.kinds[node.kind]
  const place = { x: node.x, y: node.y, size: node.size * scale, label: node.label }
  // A filtered kind goes; an actor that merely has nothing left to show stays as a ghost in its place.
  if (filters.hiddenKinds.has(node.kind)) return { ...place, hidden: true }
  if (!filtered.actors.has(id) && id !== focus.actor)
    return {
      ...place,
      size: place.size * 0.6,
      color: mix(color, palette.canvas, KEPT.filteredOut),
      zIndex: 0,
    }
  if (focus.actors.has(id)) return { ...place, color, zIndex: 2 }
  return { ...place, color: mix(color, palette.canvas, keptBeside(focus)), zIndex: 1 }
}

function drawEdge(
  id: string,
  edge: EdgeAttributes,
  { palette, focus, filtered }: Look,
  scale: number,
): Partial<EdgeDisplayData> {
  const events = filtered.events.get(id)
  if (events === undefined) return { hidden: true }
  const reports = events.reduce((sum, event) => sum + event.reports, 0)
  const isPlanned = events.every((event) => event.status === "planned")
  const inFocus = focus.edges.has(id)
  const kept = (isPlanned ? KEPT.planned : KEPT.whole) * (inFocus ? 1 : keptBeside(focus))
  const size = Math.min(WIDEST, THINNEST + Math.log2(reports) * 1.1) * scale
  return {
    ...edge,
    size: focus.edge === id ? size + 2 : size,
    color: mix(palette.quads[edge.quad], palette.canvas, kept),
    zIndex: inFocus ? 2 : 1,
  }
}

const keptBeside = ({ by }: Focus): number =>
  by === "hover" ? KEPT.besideHover : by === "selection" ? KEPT.besideSelection : KEPT.whole
