// Names on the canvas: the most active actors first, none over another; types of the edges in focus.
import { useSigma } from "@react-sigma/core"
import { useEffect } from "react"
import type Sigma from "sigma"
import type { Filtered } from "../../core/filters/index.js"
import type { EdgeAttributes, NodeAttributes } from "../../core/graph/index.js"
import type { Selected } from "../../core/selection/index.js"
import { type Palette, readPalette, type Theme } from "../../theme.js"
import type { Hovered } from "./EventsController.js"
import { type Focus, focusOn } from "./focus.js"
import { type Box, LabelPlacer } from "./label-placer.js"

interface Props {
  filtered: Filtered
  selected: Selected
  hovered: Hovered
  theme: Theme
}

type Canvas = Sigma<NodeAttributes, EdgeAttributes>

const FONT = "system-ui, sans-serif"
const TEXT_PX = 13
const EDGE_TEXT_PX = 11
/** More edges in focus than this and their types would hide the graph. */
const MOST_EDGE_LABELS = 16
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
  drawEdgeLabels(context, sigma, labels, look)
  drawNames(context, sigma, labels, look)
}

function drawNames(
  context: CanvasRenderingContext2D,
  sigma: Canvas,
  labels: LabelPlacer,
  { palette, focus, filtered }: Look,
): void {
  const nodes = namedNodes(sigma, focus, filtered)
  const discs = new LabelPlacer(sigma.getDimensions())
  for (const { at, radius } of nodes) discs.reserve(boxAround(at, radius))
  for (const [rank, { id, at, radius, node, inFocus }] of nodes.entries()) {
    context.font = nameFont(node.kind, inFocus)
    const width = context.measureText(node.label).width
    const free = labels.beside(at, radius, { width, height: TEXT_PX + 3 }).filter((box) => labels.isFree(box))
    // The most important names may cover a smaller actor's disc; the others stay out of the way.
    const box =
      free.find((box) => discs.isFree(box)) ?? (rank < ALWAYS_NAMED || inFocus ? free[0] : undefined)
    if (box === undefined) continue
    labels.reserve(box)
    context.globalAlpha = focus.by === "nothing" || focus.actors.has(id) ? 1 : 0.35
    drawText(context, node.label, box, palette)
  }
  context.globalAlpha = 1
}

/** In focus first, then by size. */
function namedNodes(sigma: Canvas, focus: Focus, filtered: Filtered) {
  const zoom = Math.sqrt(sigma.getCamera().getState().ratio)
  return sigma
    .getGraph()
    .mapNodes((id, node) => ({ id, node, shown: sigma.getNodeDisplayData(id) }))
    .flatMap(({ id, node, shown }) => {
      if (shown === undefined || shown.hidden || !filtered.actors.has(id)) return []
      const inFocus = focus.actors.has(id)
      const radius = sigma.scaleSize(shown.size)
      if (!inFocus && (focus.by === "hover" || radius < SMALLEST_NAMED_PX * Math.min(1, zoom))) return []
      return [{ id, node, radius, inFocus, at: sigma.framedGraphToViewport(shown) }]
    })
    .sort((a, b) => Number(b.inFocus) - Number(a.inFocus) || b.radius - a.radius)
}

const boxAround = ({ x, y }: { x: number; y: number }, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
})

/** States bold, persons italic: the kind never shows by colour alone. */
function nameFont(kind: NodeAttributes["kind"], inFocus: boolean): string {
  const weight = kind === "State" || inFocus ? 600 : 400
  return `${kind === "Person" ? "italic " : ""}${weight} ${TEXT_PX}px ${FONT}`
}

/** Text with a halo of the background, readable over edges. */
function drawText(context: CanvasRenderingContext2D, text: string, box: Box, palette: Palette): void {
  context.textBaseline = "middle"
  context.textAlign = "left"
  context.lineJoin = "round"
  context.lineWidth = 4
  context.strokeStyle = palette.canvas
  context.fillStyle = palette.ink
  const y = box.y + box.height / 2
  context.strokeText(text, box.x, y)
  context.fillText(text, box.x, y)
}

function drawEdgeLabels(
  context: CanvasRenderingContext2D,
  sigma: Canvas,
  labels: LabelPlacer,
  { palette, focus, filtered }: Look,
): void {
  const shown = [...focus.edges].filter((edge) => filtered.events.has(edge))
  if (shown.length > MOST_EDGE_LABELS) return
  context.font = `600 ${EDGE_TEXT_PX}px ${FONT}`
  for (const edge of shown) {
    const { eventType, quad } = sigma.getGraph().getEdgeAttributes(edge)
    const events = filtered.events.get(edge) ?? []
    const planned = events.every((event) => event.status === "planned") ? " (planned)" : ""
    const text = `${eventType}${events.length > 1 ? ` ×${events.length}` : ""}${planned}`
    const size = { width: context.measureText(text).width + 12, height: EDGE_TEXT_PX + 8 }
    const { x, y } = middleOf(sigma, edge)
    const box = { x: x - size.width / 2, y: y - size.height / 2, ...size }
    if (!labels.isFree(box) && edge !== focus.edge) continue
    labels.reserve(box)
    drawPill(context, text, box, palette.quads[quad], palette)
  }
}

function drawPill(
  context: CanvasRenderingContext2D,
  text: string,
  box: Box,
  color: string,
  palette: Palette,
): void {
  context.beginPath()
  context.roundRect(box.x, box.y, box.width, box.height, box.height / 2)
  context.fillStyle = palette.canvas
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = color
  context.stroke()
  context.fillStyle = palette.ink
  context.textAlign = "center"
  context.textBaseline = "middle"
  context.fillText(text, box.x + box.width / 2, box.y + box.height / 2 + 0.5)
}

/** The middle of the drawn curve, a quadratic Bézier whose control point lies `curvature` lengths aside. */
function middleOf(sigma: Canvas, edge: string): { x: number; y: number } {
  const graph = sigma.getGraph()
  const viewport = (node: string) =>
    sigma.framedGraphToViewport(sigma.getNodeDisplayData(node) ?? { x: 0, y: 0 })
  const [source, target] = [viewport(graph.source(edge)), viewport(graph.target(edge))]
  const half = graph.getEdgeAttribute(edge, "curvature") / 2
  return {
    x: (source.x + target.x) / 2 + (target.y - source.y) * half,
    y: (source.y + target.y) / 2 - (target.x - source.x) * half,
  }
}
