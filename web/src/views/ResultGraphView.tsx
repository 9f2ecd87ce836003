// The nodes and relationships of an answer on a canvas of their own; an actor opens in Explore.
import { SigmaContainer, useRegisterEvents, useSigma } from "@react-sigma/core"
import forceAtlas2 from "graphology-layout-forceatlas2"
import { useEffect, useMemo } from "react"
import { drawDiscNodeLabel } from "sigma/rendering"
import type { ActorId, Subgraph } from "../../../src/types.js"
import { toResultGraph } from "../core/graph/index.js"
import { kindOf } from "../core/query.js"
import { useOntology } from "../ontology.js"
import { readPalette, type Theme } from "../theme.js"
import { CameraController } from "./controllers/CameraController.js"
import { createCurveProgram } from "./curve-program.js"

interface Props {
  graph: Subgraph
  theme: Theme
  onActor: (id: ActorId) => void
}

const MOST_EDGE_LABELS = 60

export function ResultGraphView({ graph: subgraph, theme, onActor }: Props) {
  const ontology = useOntology()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read again when the theme changes
  const [graph, settings] = useMemo(() => {
    const palette = readPalette()
    const graph = toResultGraph(subgraph, palette, ontology)
    // More iterations than this show no difference at the sizes a console answers with.
    const iterations = graph.order > 500 ? 60 : 300
    forceAtlas2.assign(graph, { iterations, settings: forceAtlas2.inferSettings(graph) })
    return [
      graph,
      {
        allowInvalidContainer: true,
        edgeProgramClasses: { curve: createCurveProgram() },
        defaultEdgeType: "curve",
        labelColor: { color: palette.ink },
        edgeLabelColor: { color: palette.muted },
        labelFont: "system-ui, sans-serif",
        edgeLabelFont: "system-ui, sans-serif",
        labelSize: 13,
        edgeLabelSize: 10,
        labelRenderedSizeThreshold: 4,
        renderEdgeLabels: graph.size <= MOST_EDGE_LABELS,
        defaultDrawNodeHover: drawDiscNodeLabel,
        stagePadding: 60,
      },
    ]
  }, [subgraph, ontology, theme])
  const actors = useMemo(
    () => new Set(subgraph.nodes.filter((node) => kindOf(node) !== undefined).map((node) => node.id)),
    [subgraph],
  )
  return (
    <div className="result-graph">
      <SigmaContainer className="graph-canvas" graph={graph} settings={settings}>
        <Clicks actors={actors} onActor={onActor} />
        <CameraController flight={undefined} />
      </SigmaContainer>
    </div>
  )
}

function Clicks({ actors, onActor }: { actors: ReadonlySet<string>; onActor: (id: ActorId) => void }) {
  const registerEvents = useRegisterEvents()
  const sigma = useSigma()
  useEffect(() => {
    const point = (cursor: string): void => {
      sigma.getContainer().style.cursor = cursor
    }
    registerEvents({
      clickNode: ({ node }) => actors.has(node) && onActor(node),
      enterNode: ({ node }) => actors.has(node) && point("pointer"),
      leaveNode: () => point(""),
    })
  }, [registerEvents, sigma, actors, onActor])
  return null
}
