// Draws an edge as a curve with an arrow at its target.
import { createEdgeCurveProgram } from "@sigma/edge-curve"
import type { Attributes } from "graphology-types"

export const createCurveProgram = <Node extends Attributes, Edge extends Attributes>() =>
  createEdgeCurveProgram<Node, Edge>({
    arrowHead: { extremity: "target", lengthToThicknessRatio: 4.5, widenessToThicknessRatio: 3.5 },
  })
