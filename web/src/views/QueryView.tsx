// The console: Cypher in, a table and a graph out. Read-only; loaded when its door is first opened.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import type { QueryResult } from "../../../src/types.js"
import { type ExampleQuery, postQuery } from "../api.js"
import type { ApiError } from "../api-error.js"
import { ErrorState } from "../components/ErrorState.js"
import { QueryHelp } from "../components/QueryHelp.js"
import { parametersOf, parseParameter, printParameter } from "../core/query.js"
import type { Theme } from "../theme.js"
import { useKeys } from "../use-keys.js"
import { asApiError } from "../use-resource.js"
import { QueryFrame } from "./QueryFrame.js"

interface Props {
  theme: Theme
  onActor: (id: string) => void
}

type Run =
  | { state: "idle" }
  | { state: "running" }
  | { state: "cancelled" }
  | { state: "done"; result: QueryResult }
  | { state: "failed"; error: ApiError }

const DRAFT_KEY = "chancery-query"
const FIRST_QUERY = "MATCH (a:Actor)-[r:CONDEMNED]->(b:Actor)\nRETURN a, r, b\nLIMIT 50"

export default function QueryView({ theme, onActor }: Props) {
  const fieldId = useId()
  const [cypher, setCypher] = useState(() => sessionStorage.getItem(DRAFT_KEY) ?? FIRST_QUERY)
  const [values, setValues] = useState<Record<string, string>>({})
  const [run, setRun] = useState<Run>({ state: "idle" })
  const running = useRef<AbortController>(undefined)
  const editor = useRef<HTMLTextAreaElement>(null)
  const parameters = parametersOf(cypher)
  const isRunning = run.state === "running"
  useEffect(() => sessionStorage.setItem(DRAFT_KEY, cypher), [cypher])
  useEffect(() => () => running.current?.abort(), [])

  const start = async (): Promise<void> => {
    if (cypher.trim() === "") return
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setRun({ state: "running" })
    const given = Object.fromEntries(parameters.map((name) => [name, parseParameter(values[name] ?? "")]))
    const next = await postQuery(cypher, given, controller.signal)
      .then((result): Run => ({ state: "done", result }))
      .catch((error: unknown): Run => ({ state: "failed", error: asApiError(error) }))
    if (!controller.signal.aborted) setRun(next)
  }
  const cancel = (): void => {
    running.current?.abort()
    setRun({ state: "cancelled" })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void start()
  }
  useKeys(isRunning ? { Escape: cancel } : {})
  const take = (query: string): void => {
    setCypher(query)
    editor.current?.focus()
  }
  const takeExample = (example: ExampleQuery): void => {
    take(example.cypher)
    setValues(
      Object.fromEntries(example.parameters.map(({ name, example }) => [name, printParameter(example)])),
    )
  }

  return (
    <main className="query">
      <div className="query-main">
        <section className="editor">
          <label className="eyebrow" htmlFor={fieldId}>
            Cypher
          </label>
          <textarea
            id={fieldId}
            ref={editor}
            value={cypher}
            rows={Math.min(14, Math.max(5, cypher.split("\n").length + 1))}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onChange={(event) => setCypher(event.target.value)}
            onKeyDown={onKeyDown}
          />
          {parameters.length > 0 && (
            <fieldset className="parameters" aria-label="Parameters">
              {parameters.map((name) => (
                <label key={name}>
                  ${name}
                  <input
                    value={values[name] ?? ""}
                    spellCheck={false}
                    onKeyDown={onKeyDown}
                    onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                  />
                </label>
              ))}
            </fieldset>
          )}
          <div className="editor-foot">
            {isRunning ? (
              <button type="button" className="button" onClick={cancel}>
                Cancel <kbd>Esc</kbd>
              </button>
            ) : (
              <button type="button" className="button primary" onClick={() => void start()}>
                Run <kbd>Ctrl ⏎</kbd>
              </button>
            )}
            <span className="muted">Read-only · stops after 10 s · first 1,000 rows</span>
          </div>
        </section>
        <section className="frame" aria-label="Result" aria-live="polite">
          <Outcome {...{ run, theme, onActor }} onRetry={() => void start()} />
        </section>
      </div>
      <aside className="side query-side" aria-label="Examples and schema">
        <QueryHelp onExample={takeExample} onCypher={take} />
      </aside>
    </main>
  )
}

interface OutcomeProps extends Props {
  run: Run
  onRetry: () => void
}

const REASONS: Record<string, string> = {
  QUERY_REFUSED: "Refused",
  QUERY_INVALID: "The database could not run this query",
  QUERY_TIMEOUT: "Stopped at the time limit",
  QUERY_FAILED: "The query process died",
}

function Outcome({ run, theme, onActor, onRetry }: OutcomeProps) {
  switch (run.state) {
    case "idle":
      return <p className="state">Run the query, or take an example from the side.</p>
    case "running":
      return (
        <p className="state">
          <span className="spinner" aria-hidden /> Running …
        </p>
      )
    case "cancelled":
      return <p className="state">Cancelled. Nothing was changed.</p>
    case "failed": {
      const reason = REASONS[run.error.code]
      if (reason === undefined) return <ErrorState error={run.error} onRetry={onRetry} />
      return (
        <div className="refusal" role="alert">
          <h2>{reason}</h2>
          <p>{run.error.message}</p>
        </div>
      )
    }
    case "done":
      return <QueryFrame result={run.result} {...{ theme, onActor }} />
  }
}
