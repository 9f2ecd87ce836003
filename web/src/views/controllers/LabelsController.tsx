// Names on the canvas: the most active actors first, none over another; types of the edges in focus.
import { useSigma } from "@react-sigma/core"
import { useEffect } from "react"
import type Sigma from "sigma"
import type { Filtered } from "../../core/filters/index.js"
import type { EdgeAttributes, NodeAttributes } from "../../core/graph/index.js"
import type { Selected } from "../../core/selection/index.js"
import { type Palette, readPalette, type Theme } from "../../theme.js"
import type { Hovered } from "./EventsController.js"
import { drawEdgeTypes, type EdgeType } from "./edge-types.js"
import { type Focus, focusOn } from "./focus.js"
import { type Box, boxAround, LabelPlacer } from "./label-placer.js"
import { drawNames, type Name } from "./names.js"

interface Props {
  filtered: Filtered
  selected: Selected
  hovered: Hovered
  theme: Theme
}

type Canvas = Sigma<NodeAttributes, EdgeAttributes>

const MOST_EDGE_TYPES = 16
/** At zoom 1 a name needs a node of this radius; zooming in lowers it. */
const SMALLEST_NAMED_PX = 3
const ALWAYS_NAMED = 16
/** Where the caption stands over the canvas. */
const CAPTION: Box = { x: 0, y: 0, width: 300, height: 36 }

export function LabelsController({ filtered, selected, hovered, theme }: Props) {
  const sigma = useSigma<NodeAttributes, EdgeAttributes>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read again when the theme changes
  useEffect(() => {
    const palette = readPalette()
    const focus = focusOn(sigma.getGraph(), selected, hovered)
    const draw = (): void => drawLabels(sigma, { palette, focus, filtered })
    sigma.on("afterRender", draw)
    sigma.scheduleRender()
    return () => {
      sigma.off("afterRender", draw)
    }
  }, [sigma, filtered, selected, hovered, theme])
  return null
}

interface Look {
  palette: Palette
  focus: Focus
  filtered: Filtered
}

function drawLabels(sigma: Canvas, look: Look): void {
  const context = sigma.getCanvases().labels?.getContext("2d")
  if (!context) return
  const labels = new LabelPlacer(sigma.getDimensions())
  labels.reserve(CAPTION)
  const types = edgeTypesOf(sigma, look)
  const [chosen, others] = [
    types.filter((type) => type.isImportant),
    types.filter((type) => !type.isImportant),
  ]
  const names = namesOf(sigma, look)
  drawEdgeTypes(context, sigma, chosen, labels, look.palette)
  drawNames(context, names, labels, look.palette)
  for (const { at, radius, inFocus } of names) if (inFocus) labels.reserve(boxAround(at, radius))
  drawEdgeTypes(context, sigma, others, labels, look.palette)
}

/** What is hovered or selected itself first, then its neighbours, then by size. */
function namesOf(sigma: Canvas, { focus, filtered }: Look): Name[] {
  const zoom = Math.sqrt(sigma.getCamera().getState().ratio)
  return sigma
    .getGraph()
    .mapNodes((id, node) => ({ id, node, shown: sigma.getNodeDisplayData(id) }))
    .flatMap(({ id, node, shown }) => {
      if (shown === undefined || shown.hidden) return []
      if (!filtered.actors.has(id) && id !== focus.actor) return []
      const inFocus = focus.actors.has(id)
      const radius = sigma.scaleSize(shown.size)
      if (!inFocus && (focus.by === "hover" || radius < SMALLEST_NAMED_PX * Math.min(1, zoom))) return []
      const rank = Number(id === focus.actor) + Number(inFocus)
      return [{ node, radius, rank, inFocus, at: sigma.framedGraphToViewport(shown) }]
    })
    .sort((a, b) => b.rank - a.rank || b.radius - a.radius)
    .map(({ node, radius, inFocus, at }, position) => ({
      text: node.label,
      kind: node.kind,
      at,
      radius,
      inFocus,
      isImportant: inFocus || position < ALWAYS_NAMED,
      opacity: focus.by === "nothing" || inFocus ? 1 : 0.35,
    }))
}

/** None where they are so many that they would hide the graph. */
function edgeTypesOf(sigma: Canvas, { palette, focus, filtered }: Look): EdgeType[] {
  const shown = [...focus.edges].filter((edge) => filtered.events.has(edge))
  if (shown.length > MOST_EDGE_TYPES) return []
  return shown.map((edge) => {
    const { eventType, quad } = sigma.getGraph().getEdgeAttributes(edge)
    const events = filtered.events.get(edge) ?? []
    const planned = events.every((event) => event.status === "planned") ? " (planned)" : ""
    return {
      edge,
      text: `${eventType}${events.length > 1 ? ` ×${events.length}` : ""}${planned}`,
      color: palette.quads[quad],
      isImportant: edge === focus.edge,
    }
  })
}
