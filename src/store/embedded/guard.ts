// What analysts may not run on the embedded store, judged by the plan that the engine makes of it.
import type { GrafeoValue } from "@grafeo-db/js"
import type { ErrorCode } from "../../errors.js"

/** Operators that change the graph or read files. */
const REFUSED =
  /^\s*(Create\w*|Merge\w*|Set\w*|Remove\w*|Delete\w*|Detach\w*|Add\w*|Drop\w*|Insert\w*|LoadCsv|LoadData|Copy\w*)\b/m
const PROCEDURE = /^\s*CallProcedure \(([^)]*)/m
/** What the engine says of a schema command, which it does not plan. */
const IS_SCHEMA = /Schema commands/

export interface Refusal {
  code: ErrorCode
  message: string
}

/** Why a query may not run; undefined when it may. `explain` runs a statement that only plans. */
export async function refuse(
  cypher: string,
  explain: (statement: string) => Promise<GrafeoValue[][]>,
): Promise<Refusal | undefined> {
  const text = withoutLiterals(cypher)
  if (/^\s*(?:EXPLAIN|PROFILE)\b/i.test(text)) return refusal("EXPLAIN or PROFILE")
  // Inside a subquery expression a clause may not show in the plan.
  if (/\bLOAD\s+(?:CSV|DATA)\b/i.test(text)) return refusal("LOAD CSV")
  try {
    const plan = (await explain(`EXPLAIN ${cypher}`)).flat().join("\n")
    const procedure = PROCEDURE.exec(plan)?.[1]
    if (procedure !== undefined) return refusal(`the procedure ${procedure}`)
    const operator = REFUSED.exec(plan)?.[1]
    return operator === undefined ? undefined : refusal(operator)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (IS_SCHEMA.test(message)) return refusal("a schema command")
    return { code: "QUERY_INVALID", message: withoutExplain(message) }
  }
}

const refusal = (what: string): Refusal => ({
  code: "QUERY_REFUSED",
  message: `Refused: the console only reads, and this query uses ${what}. Load or retract articles to change the graph.`,
})

/** The first line of a fault and its place in the query, which the engine met behind our word. */
function withoutExplain(message: string): string {
  const [reason] = message.split("\n") as [string]
  const [, line, column] = (/query:(\d+):(\d+)/.exec(message) ?? []).map(Number)
  if (line === undefined || column === undefined) return reason
  return `${reason} (line ${line}, column ${line === 1 ? column - "EXPLAIN ".length : column})`
}

/** The query without comments, strings and quoted names, in which anything may stand. */
function withoutLiterals(cypher: string): string {
  return cypher.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/g, " ")
}
