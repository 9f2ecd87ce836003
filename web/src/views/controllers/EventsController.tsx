// Pointer on the canvas: what it is over, and what it opens.
import { useRegisterEvents, useSigma } from "@react-sigma/core"
import { useEffect } from "react"
import type { ActorId } from "../../../../src/types.js"

export interface Hovered {
  actor?: ActorId
  edge?: string
}

interface Props {
  onActor: (id: ActorId) => void
  onEdge: (id: string) => void
  onNothing: () => void
  onHover: (hovered: Hovered) => void
}

export function EventsController({ onActor, onEdge, onNothing, onHover }: Props) {
  const registerEvents = useRegisterEvents()
  const sigma = useSigma()
  useEffect(() => {
    registerEvents({
      clickNode: ({ node }) => onActor(node),
      clickEdge: ({ edge }) => onEdge(edge),
      clickStage: onNothing,
      enterNode: ({ node }) => onHover({ actor: node }),
      enterEdge: ({ edge }) => onHover({ edge }),
      leaveNode: () => onHover({}),
      leaveEdge: () => onHover({}),
    })
  }, [registerEvents, onActor, onEdge, onNothing, onHover])
  useEffect(() => {
    // Panels come and go beside the canvas; Sigma itself watches the window only.
    const observer = new ResizeObserver(() => sigma.resize().scheduleRefresh())
    observer.observe(sigma.getContainer())
    return () => observer.disconnect()
  }, [sigma])
  return null
}
