// The canvas: Sigma over one graph that only grows, and the controllers that feed, draw and steer it.
import { SigmaContainer } from "@react-sigma/core"
import { MultiDirectedGraph } from "graphology"
import { useState } from "react"
import type { Settings } from "sigma/settings"
import type { ActorId, ViewGraph } from "../../../src/types.js"
import type { Filtered, Filters } from "../core/filters/index.js"
import {
  addToCanvas,
  type CanvasGraph,
  type EdgeAttributes,
  type NodeAttributes,
} from "../core/graph/index.js"
import type { Selected } from "../core/selection/index.js"
import type { Theme } from "../theme.js"
import { useOntology } from "../use-ontology.js"
import { AppearanceController } from "./controllers/AppearanceController.js"
import { CameraController, type Flight } from "./controllers/CameraController.js"
import { DataController } from "./controllers/DataController.js"
import { EventsController, type Hovered } from "./controllers/EventsController.js"
import { LabelsController } from "./controllers/LabelsController.js"
import { createCurveProgram } from "./curve-program.js"
import { HoverReadout } from "./HoverReadout.js"

const SETTINGS: Partial<Settings<NodeAttributes, EdgeAttributes>> = {
  allowInvalidContainer: true,
  defaultEdgeType: "curve",
  edgeProgramClasses: {
    curve: createCurveProgram<NodeAttributes, EdgeAttributes>(),
  },
  enableEdgeEvents: true,
  minEdgeThickness: 1.5,
  // LabelsController draws them: by importance, over the whole canvas, without collisions.
  renderLabels: false,
  defaultDrawNodeHover: () => undefined,
  zIndex: true,
  minCameraRatio: 0.02,
  maxCameraRatio: 4,
}

/** As in `frame.css`. */
const NARROW_PX = 820

interface Props {
  view: ViewGraph
  filters: Filters
  filtered: Filtered
  selected: Selected
  theme: Theme
  flight: Flight | undefined
  onActor: (id: ActorId) => void
  onEdge: (id: string) => void
  onNothing: () => void
}

export function GraphView({ view, filters, filtered, selected, theme, flight, ...handlers }: Props) {
  const ontology = useOntology()
  const [hovered, setHovered] = useState<Hovered>({})
  const [settings] = useState(() => ({ ...SETTINGS, stagePadding: window.innerWidth < NARROW_PX ? 28 : 56 }))
  const [graph] = useState(() => {
    const created: CanvasGraph = new MultiDirectedGraph()
    addToCanvas(created, view, ontology)
    return created
  })
  return (
    <section className="graph" aria-label="Graph of actors and events" data-pointing={isPointing(hovered)}>
      <SigmaContainer className="graph-canvas" graph={graph} settings={settings}>
        <DataController view={view} />
        <EventsController {...handlers} onHover={setHovered} />
        <AppearanceController {...{ filters, filtered, selected, hovered, theme }} />
        <LabelsController {...{ filtered, selected, hovered, theme }} />
        <CameraController flight={flight} />
      </SigmaContainer>
      <HoverReadout {...{ view, filtered, hovered }} />
    </section>
  )
}

const isPointing = ({ actor, edge }: Hovered): boolean => actor !== undefined || edge !== undefined
