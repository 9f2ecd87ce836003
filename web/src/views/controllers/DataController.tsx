// Puts what the view gained onto the canvas; what is there never moves.
import { useSigma } from "@react-sigma/core"
import { useEffect } from "react"
import type { ViewGraph } from "../../../../src/types.js"
import { addToCanvas, type EdgeAttributes, type NodeAttributes } from "../../core/graph/index.js"
import { useOntology } from "../../use-ontology.js"

export function DataController({ view }: { view: ViewGraph }) {
  const sigma = useSigma<NodeAttributes, EdgeAttributes>()
  const ontology = useOntology()
  useEffect(() => {
    // Without a fixed frame Sigma would rescale everything for each actor that is added.
    if (sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox())
    addToCanvas(sigma.getGraph() as Parameters<typeof addToCanvas>[0], view, ontology)
  }, [sigma, view, ontology])
  return null
}
