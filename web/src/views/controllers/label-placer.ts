// Finds room for labels: a grid of the boxes already taken, and four places to try beside a node.
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const CELL_PX = 48
const GAP_PX = 4

export class LabelPlacer {
  readonly #cells = new Map<string, Box[]>()
  constructor(readonly canvas: { width: number; height: number }) {}

  reserve(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell)
      if (boxes === undefined) this.#cells.set(cell, [box])
      else boxes.push(box)
    }
  }

  isFree(box: Box): boolean {
    return !cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)))
  }

  /** Where a label beside a node may stand: right of it, left, below, above; none where the node is off. */
  beside(
    { x, y }: { x: number; y: number },
    radius: number,
    { width, height }: { width: number; height: number },
  ): Box[] {
    if (x < -radius || y < -radius || x > this.canvas.width + radius || y > this.canvas.height + radius)
      return []
    const gap = radius + GAP_PX
    const corners = [
      { x: x + gap, y: y - height / 2 },
      { x: x - gap - width, y: y - height / 2 },
      { x: x - width / 2, y: y + gap },
      { x: x - width / 2, y: y - gap - height },
    ]
    return corners.map((corner): Box => ({ ...corner, width, height })).filter((box) => this.#isInside(box))
  }

  #isInside({ x, y, width, height }: Box): boolean {
    return x >= 0 && y >= 0 && x + width <= this.canvas.width && y + height <= this.canvas.height
  }
}

function cellsOf({ x, y, width, height }: Box): string[] {
  const cells: string[] = []
  for (let column = Math.floor(x / CELL_PX); column <= Math.floor((x + width) / CELL_PX); column++)
    for (let row = Math.floor(y / CELL_PX); row <= Math.floor((y + height) / CELL_PX); row++)
      cells.push(`${column},${row}`)
  return cells
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The box that a node of this radius fills. */
export const boxAround = ({ x, y }: { x: number; y: number }, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
})
