// One answer: how long, how many rows, and the rows as a table or as a graph.
import { useState } from "react"
import type { QueryResult } from "../../../src/types.js"
import { ResultTable } from "../components/ResultTable.js"
import { count, formatNumber } from "../format.js"
import type { Theme } from "../theme.js"
import { ResultGraphView } from "./ResultGraphView.js"

interface Props {
  result: QueryResult
  theme: Theme
  onActor: (id: string) => void
}

export function QueryFrame({ result, theme, onActor }: Props) {
  const [shown, setShown] = useState<"table" | "graph">("table")
  const { rows, truncated, ms, graph } = result
  const canDraw = graph.nodes.length > 0
  const isGraph = shown === "graph" && canDraw
  return (
    <>
      <div className="frame-head">
        <fieldset className="segments" aria-label="Show as">
          <button type="button" aria-pressed={!isGraph} onClick={() => setShown("table")}>
            Table
          </button>
          <button
            type="button"
            aria-pressed={isGraph}
            disabled={!canDraw}
            title={canDraw ? undefined : "Return nodes or relationships to see them drawn"}
            onClick={() => setShown("graph")}
          >
            Graph
          </button>
        </fieldset>
        <output className="muted">
          {truncated ? `first ${formatNumber(rows.length)} rows, there are more` : count(rows.length, "row")}{" "}
          · {formatNumber(Math.round(ms))} ms
        </output>
      </div>
      {isGraph ? (
        <ResultGraphView {...{ graph, theme, onActor }} />
      ) : (
        <ResultTable {...{ result, onActor }} />
      )}
    </>
  )
}
