// Writes an edge's type in the middle of its curve.
import type Sigma from "sigma"
import type { Palette } from "../../theme.js"
import type { Box, LabelPlacer } from "./label-placer.js"
import { FONT } from "./names.js"

export interface EdgeType {
  edge: string
  text: string
  color: string
  /** Written whatever stands there. */
  isImportant: boolean
}

const TEXT_PX = 11

export function drawEdgeTypes<Node extends object, Edge extends { curvature: number }>(
  context: CanvasRenderingContext2D,
  sigma: Sigma<Node, Edge>,
  types: EdgeType[],
  labels: LabelPlacer,
  palette: Palette,
): void {
  context.font = `600 ${TEXT_PX}px ${FONT}`
  for (const { edge, text, color, isImportant } of types) {
    const size = { width: context.measureText(text).width + 12, height: TEXT_PX + 8 }
    const { x, y } = middleOf(sigma, edge)
    const box = { x: x - size.width / 2, y: y - size.height / 2, ...size }
    if (!labels.isFree(box) && !isImportant) continue
    labels.reserve(box)
    drawPill(context, text, box, color, palette)
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
function middleOf<Node extends object, Edge extends { curvature: number }>(
  sigma: Sigma<Node, Edge>,
  edge: string,
): { x: number; y: number } {
  const graph = sigma.getGraph()
  const viewport = (node: string) =>
    sigma.framedGraphToViewport(sigma.getNodeDisplayData(node) ?? { x: 0, y: 0 })
  const [source, target] = [viewport(graph.source(edge)), viewport(graph.target(edge))]
  const half = graph.getEdgeAttributes(edge).curvature / 2
  return {
    x: (source.x + target.x) / 2 + (target.y - source.y) * half,
    y: (source.y + target.y) / 2 - (target.x - source.x) * half,
  }
}
