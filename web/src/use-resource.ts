// What a component fetched: loading, ready or failed, with a way to try again.
import { useCallback, useEffect, useRef, useState } from "react"
import { ApiError } from "./api-error.js"

export type Resource<Data> =
  | { state: "loading" }
  | { state: "ready"; data: Data }
  | { state: "failed"; error: ApiError; retry: () => void }

/** Loads when `key` changes and on retry; an answer that comes too late is dropped. */
export function useResource<Data>(key: string, load: (signal: AbortSignal) => Promise<Data>): Resource<Data> {
  const [settled, setSettled] = useState<{ key: string; resource: Resource<Data> }>()
  const [attempt, setAttempt] = useState(0)
  const latestLoad = useRef(load)
  latestLoad.current = load
  const retry = useCallback(() => {
    setSettled(undefined)
    setAttempt((count) => count + 1)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt is there to run it again
  useEffect(() => {
    const controller = new AbortController()
    latestLoad
      .current(controller.signal)
      .then((data): Resource<Data> => ({ state: "ready", data }))
      .catch((error: unknown): Resource<Data> => ({ state: "failed", error: asApiError(error), retry }))
      .then((resource) => {
        if (!controller.signal.aborted) setSettled({ key, resource })
      })
    return () => controller.abort()
  }, [key, attempt, retry])
  return settled?.key === key ? settled.resource : { state: "loading" }
}

/** Anything thrown, as an error the page can show. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError(500, "INTERNAL", error instanceof Error ? error.message : String(error))
}
