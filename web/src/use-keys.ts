// Single-key shortcuts, deaf while the reader types, holds a modifier or has a dialog open.
import { useEffect, useRef } from "react"

export function useKeys(handlers: Record<string, () => void>): void {
  const latest = useRef(handlers)
  latest.current = handlers
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      // The browser closes a dialog by Escape wherever the focus is, unless somebody takes the key from it.
      if (document.querySelector("dialog[open]") !== null) return
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select")
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
