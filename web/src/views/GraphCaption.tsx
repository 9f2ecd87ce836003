// Says how much of the graph is on the canvas, and why some is not.
import type { ViewGraph } from "../../../src/types.js"
import { type Filtered, type Filters, isFiltering } from "../core/filters/index.js"
import { count, formatNumber } from "../format.js"

interface Props {
  view: ViewGraph
  filters: Filters
  filtered: Filtered
  isWhole: boolean
  onReset: () => void
}

export function GraphCaption({ view, filters, filtered, isWhole, onReset }: Props) {
  if (view.nodes.length === 0)
    return (
      <div className="state stage-state">
        <h2>No events yet</h2>
        <p>
          Load articles that tell who did what to whom, then reload this page:{" "}
          <code>npm start -- path/to/articles</code>
        </p>
      </div>
    )
  if (filtered.eventCount === 0)
    return (
      <div className="state stage-state">
        <h2>Nothing passes the filters</h2>
        <p>The actors stay where they are; their events are filtered out.</p>
        <button type="button" className="button" onClick={onReset}>
          Reset filters
        </button>
      </div>
    )
  const actors = isWhole
    ? count(filtered.actors.size, "actor")
    : `showing ${formatNumber(view.nodes.length)} of ${count(view.total.actors, "actor")}`
  return (
    <output className="caption">
      {actors} · {count(filtered.eventCount, "event")} · {count(view.total.articles, "article")}
      {isFiltering(filters) && (
        <>
          {" · "}
          <button type="button" className="text-button" onClick={onReset}>
            reset filters
          </button>
        </>
      )}
    </output>
  )
}
