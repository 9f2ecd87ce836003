// The nodes and relationships of an answer on a canvas of their own; an actor opens in Explore.
import { SigmaContainer, useRegisterEvents, useSigma } from "@react-sigma/core"
import forceAtlas2 from "graphology-layout-forceatlas2"
import type AbstractGraph from "graphology-types"
import { useEffect, useMemo, useState } from "react"
import type Sigma from "sigma"
import type { ActorId, Subgraph } from "../../../src/types.js"
import { type ResultEdge, type ResultNode, toResultGraph } from "../core/graph/index.js"
import { kindOf } from "../core/query.js"
import { type Palette, readPalette, type Theme } from "../theme.js"
import { useOntology } from "../use-ontology.js"
import { CameraController } from "./controllers/CameraController.js"
import { drawEdgeTypes, type EdgeType } from "./controllers/edge-types.js"
import { boxAround, LabelPlacer } from "./controllers/label-placer.js"
import { drawNames, type Name } from "./controllers/names.js"
import { createCurveProgram } from "./curve-program.js"

interface Props {
  graph: Subgraph
  theme: Theme
  onActor: (id: ActorId) => void
}

const MOST_EDGE_TYPES = 100
const MOST_IMPORTANT = 12
/** Gravity that keeps what is not connected near the rest. */
const FORCES = { strongGravityMode: true, gravity: 0.3, scalingRatio: 12 }
const SETTINGS = {
  allowInvalidContainer: true,
  edgeProgramClasses: { curve: createCurveProgram() },
  defaultEdgeType: "curve",
  renderLabels: false,
  defaultDrawNodeHover: () => undefined,
  enableEdgeEvents: true,
  minEdgeThickness: 1.5,
  stagePadding: 60,
}

export function ResultGraphView({ graph: subgraph, theme, onActor }: Props) {
  const ontology = useOntology()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read again when the theme changes
  const [graph, palette] = useMemo(() => {
    const palette = readPalette()
    const graph = toResultGraph(subgraph, palette, ontology)
    // More iterations than this show no difference at the sizes a console answers with.
    forceAtlas2.assign(graph, { iterations: graph.order > 500 ? 60 : 300, settings: FORCES })
    return [graph, palette]
  }, [subgraph, ontology, theme])
  const actors = useMemo(
    () => new Set(subgraph.nodes.filter((node) => kindOf(node) !== undefined).map((node) => node.id)),
    [subgraph],
  )
  return (
    <div className="result-graph">
      <SigmaContainer className="graph-canvas" graph={graph} settings={SETTINGS}>
        <Labels palette={palette} />
        <Clicks actors={actors} onActor={onActor} />
        <CameraController flight={undefined} />
      </SigmaContainer>
    </div>
  )
}

/** Names where there is room, types of edges where there is room, and of the one under the pointer always. */
function Labels({ palette }: { palette: Palette }) {
  const sigma = useSigma<ResultNode, ResultEdge>()
  const registerEvents = useRegisterEvents()
  const [pointedAt, setPointedAt] = useState<string>()
  useEffect(() => {
    registerEvents({
      enterEdge: ({ edge }) => setPointedAt(edge),
      leaveEdge: () => setPointedAt(undefined),
    })
  }, [registerEvents])
  useEffect(() => {
    const draw = (): void => {
      const context = sigma.getCanvases().labels?.getContext("2d")
      if (!context) return
      const labels = new LabelPlacer(sigma.getDimensions())
      const names = namesOf(sigma)
      drawNames(context, names, labels, palette)
      for (const { at, radius } of names) labels.reserve(boxAround(at, radius))
      drawEdgeTypes(context, sigma, edgeTypesOf(sigma.getGraph(), pointedAt), labels, palette)
    }
    sigma.on("afterRender", draw)
    sigma.scheduleRender()
    return () => {
      sigma.off("afterRender", draw)
    }
  }, [sigma, palette, pointedAt])
  return null
}

/** Those with the most edges first. */
function namesOf(sigma: Sigma<ResultNode, ResultEdge>): Name[] {
  const graph = sigma.getGraph()
  return graph
    .mapNodes((id, { label, kind, size }) => ({ id, label, kind, size, degree: graph.degree(id) }))
    .sort((a, b) => b.degree - a.degree)
    .map(({ id, label, kind, size }, rank) => ({
      text: label,
      kind,
      at: sigma.framedGraphToViewport(sigma.getNodeDisplayData(id) ?? { x: 0, y: 0 }),
      radius: sigma.scaleSize(size),
      inFocus: false,
      isImportant: rank < MOST_IMPORTANT,
      opacity: 1,
    }))
}

function edgeTypesOf(
  graph: AbstractGraph<ResultNode, ResultEdge>,
  pointedAt: string | undefined,
): EdgeType[] {
  return graph
    .mapEdges((edge, { label, color }) => ({ edge, text: label, color, isImportant: edge === pointedAt }))
    .filter(({ isImportant }) => isImportant || graph.size <= MOST_EDGE_TYPES)
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
