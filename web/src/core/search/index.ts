// The search box's state: asks the server shortly after the last key, drops answers that come too late.
import { useEffect, useState } from "react"
import { getSearch } from "../../api.js"
import { asApiError } from "../../use-resource.js"
import type { SearchState } from "./types.js"
import { groupHits } from "./utils.js"

export type { HitGroup, SearchState } from "./types.js"

const PAUSE_MS = 120

export function useSearch(text: string): SearchState {
  const [state, setState] = useState<SearchState>({ state: "idle" })
  const wanted = text.trim()
  useEffect(() => {
    if (wanted === "") return setState({ state: "idle" })
    setState((last) => ({ state: "searching", groups: "groups" in last ? last.groups : [] }))
    const controller = new AbortController()
    const timer = setTimeout(() => {
      getSearch(wanted, controller.signal)
        .then((hits): SearchState => ({ state: "found", groups: groupHits(hits) }))
        .catch((error: unknown): SearchState => ({ state: "failed", error: asApiError(error) }))
        .then((next) => {
          if (!controller.signal.aborted) setState(next)
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [wanted])
  return state
}
