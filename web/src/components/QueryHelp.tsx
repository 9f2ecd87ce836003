// Beside the console: example queries, and the schema with its counts; a click writes a query.
import { type ExampleQuery, getQueries, getStats } from "../api.js"
import { formatNumber } from "../format.js"
import { useResource } from "../use-resource.js"

interface Props {
  onExample: (example: ExampleQuery) => void
  onCypher: (cypher: string) => void
}

export function QueryHelp({ onExample, onCypher }: Props) {
  const queries = useResource("queries", getQueries)
  const stats = useResource("stats", getStats)
  const failed = [queries, stats].find((resource) => resource.state === "failed")
  return (
    <div className="legend">
      {failed !== undefined && (
        <p className="muted" role="alert">
          {failed.error.message}{" "}
          <button type="button" className="text-button" onClick={failed.retry}>
            Retry
          </button>
        </p>
      )}
      {queries.state === "ready" && queries.data.length > 0 && (
        <section>
          <h2 className="eyebrow">Examples</h2>
          <ul className="examples">
            {queries.data.map((example) => (
              <li key={example.name}>
                <button type="button" onClick={() => onExample(example)}>
                  <b>{example.title}</b>
                  <span>{example.explanation}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {stats.state === "ready" && (
        <>
          <Schema
            title="Nodes"
            counts={stats.data.nodes}
            toCypher={(label) => `MATCH (n:${label})\nRETURN n\nLIMIT 25`}
            onCypher={onCypher}
          />
          <Schema
            title="Relationships"
            counts={stats.data.relationships}
            toCypher={(type) => `MATCH (a)-[r:${type}]->(b)\nRETURN a, r, b\nLIMIT 25`}
            onCypher={onCypher}
          />
        </>
      )}
    </div>
  )
}

interface SchemaProps {
  title: string
  counts: Record<string, number>
  toCypher: (name: string) => string
  onCypher: (cypher: string) => void
}

function Schema({ title, counts, toCypher, onCypher }: SchemaProps) {
  return (
    <section>
      <h2 className="eyebrow">{title}</h2>
      <ul className="list">
        {Object.entries(counts).map(([name, amount]) => (
          <li key={name}>
            <button type="button" onClick={() => onCypher(toCypher(name))} title="Write a query for it">
              <span className="list-name">{name}</span>
              <span className="number">{formatNumber(amount)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
