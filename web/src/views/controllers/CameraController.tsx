// Zoom, fit and flights to what was chosen elsewhere; nothing glides where the reader wants less motion.
import { useSigma } from "@react-sigma/core"
import { Maximize, Minus, Plus } from "lucide-react"
import { useCallback, useEffect } from "react"
import type { Coordinates } from "sigma/types"
import { wantsLessMotion } from "../../theme.js"
import { useKeys } from "../../use-keys.js"

/** Actors to bring into view; a new object is a new flight. */
export interface Flight {
  actors: readonly string[]
}

const NEAREST_RATIO = 0.35
const ZOOM = 1.5
const duration = (): number => (wantsLessMotion() ? 0 : 350)

export function CameraController({ flight }: { flight: Flight | undefined }) {
  const sigma = useSigma()
  const zoomIn = useCallback(
    () => void sigma.getCamera().animatedZoom({ factor: ZOOM, duration: duration() }),
    [sigma],
  )
  const zoomOut = useCallback(
    () => void sigma.getCamera().animatedUnzoom({ factor: ZOOM, duration: duration() }),
    [sigma],
  )
  const fit = useCallback(() => void sigma.getCamera().animatedReset({ duration: duration() }), [sigma])
  useKeys({ "+": zoomIn, "=": zoomIn, "-": zoomOut, f: fit })

  useEffect(() => {
    if (flight === undefined) return
    const graph = sigma.getGraph()
    // Display data may wait for the next frame to be scaled; the graph's own positions do not.
    const places = flight.actors
      .filter((actor) => graph.hasNode(actor))
      .map((actor) => sigma.graphToViewport(graph.getNodeAttributes(actor) as Coordinates))
      .map((place) => sigma.viewportToFramedGraph(place))
    if (places.length === 0) return
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)]
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    const extent = Math.max(right - left, bottom - top) * 1.6
    const ratio = Math.max(Math.min(NEAREST_RATIO, sigma.getCamera().ratio), extent)
    const state = { x: (left + right) / 2, y: (top + bottom) / 2, ratio }
    void sigma.getCamera().animate(state, { duration: duration() })
  }, [sigma, flight])

  return (
    <fieldset className="camera" aria-label="Zoom">
      <button type="button" className="icon-button" onClick={zoomIn} title="Zoom in (+)" aria-label="Zoom in">
        <Plus aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        onClick={zoomOut}
        title="Zoom out (-)"
        aria-label="Zoom out"
      >
        <Minus aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        onClick={fit}
        title="Fit (F)"
        aria-label="Fit the whole graph"
      >
        <Maximize aria-hidden />
      </button>
    </fieldset>
  )
}
