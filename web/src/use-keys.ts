// Single-key shortcuts, deaf while the reader types or holds a modifier.
import { useEffect, useRef } from "react"

export function useKeys(handlers: Record<string, () => void>): void {
  const latest = useRef(handlers)
  latest.current = handlers
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const isTyping =
        event.target instanceof Element && event.target.closest("input, textarea, select, dialog")
      if (isTyping && event.key !== "Escape") return
      const handler = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (handler === undefined) return
      event.preventDefault()
      handler()
    }
    window.addEventListener("keydown", onKeyDown)
    return () => window.removeEventListener("keydown", onKeyDown)
  }, [])
}
