// Draws names beside their nodes, the first ones first, none over another.
import type { ActorKind } from "../../../../src/types.js"
import type { Palette } from "../../theme.js"
import { type Box, boxAround, LabelPlacer } from "./label-placer.js"

export interface Name {
  text: string
  kind: ActorKind | undefined
  /** Of the node, in pixels on the canvas. */
  at: { x: number; y: number }
  radius: number
  inFocus: boolean
  /** May cover other nodes; the rest stay out of their way. */
  isImportant: boolean
  /** 0..1. */
  opacity: number
}

export const FONT = "system-ui, sans-serif"
const TEXT_PX = 13

export function drawNames(
  context: CanvasRenderingContext2D,
  names: Name[],
  labels: LabelPlacer,
  palette: Palette,
): void {
  const nodes = new LabelPlacer(labels.canvas)
  for (const { at, radius } of names) nodes.reserve(boxAround(at, radius))
  for (const { text, kind, at, radius, inFocus, isImportant, opacity } of names) {
    context.font = fontOf(kind, inFocus)
    const width = context.measureText(text).width
    const free = labels.beside(at, radius, { width, height: TEXT_PX + 3 }).filter((box) => labels.isFree(box))
    const box = free.find((box) => nodes.isFree(box)) ?? (isImportant ? free[0] : undefined)
    if (box === undefined) continue
    labels.reserve(box)
    context.globalAlpha = opacity
    drawText(context, text, box, palette)
  }
  context.globalAlpha = 1
}

/** States bold, persons italic: the kind never shows by colour alone. */
function fontOf(kind: ActorKind | undefined, inFocus: boolean): string {
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
