// What analysts may not run on the embedded store, judged by the plan that the engine makes of it.
import type { GrafeoValue } from "@grafeo-db/js"
import type { ErrorCode } from "../../errors.js"

/** Operators that change the graph, read files or leave the query language. */
const REFUSED =
  /^\s*(Create\w*|Merge\w*|Set\w*|Remove\w*|Delete\w*|Detach\w*|Add\w*|Drop\w*|Insert\w*|LoadCsv|LoadData|CallProcedure|Copy\w*)\b/m

const CLAUSES: Record<string, string> = { LoadCsv: "LOAD CSV", CallProcedure: "CALL" }

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
  if (/^\s*(?:EXPLAIN|PROFILE)\b/i.test(text)) return refusal("EXPLAIN and PROFILE")
  // Inside a subquery expression a clause may not show in the plan.
  if (/\bLOAD\s+(?:CSV|DATA)\b/i.test(text)) return refusal("LOAD CSV")
  if (
    /^\s*(?:CREATE|DROP|ALTER)\s+(?:OR\s+REPLACE\s+)?\w*\s*(?:INDEX|CONSTRAINT|GRAPH|TYPE|SCHEMA|DATABASE|PROCEDURE)\b/i.test(
      text,
    )
  ) {
    return refusal("a change of the schema")
  }
  try {
    const plan = (await explain(`EXPLAIN ${cypher}`)).flat().join("\n")
    const operator = REFUSED.exec(plan)?.[1]
    return operator === undefined ? undefined : refusal(CLAUSES[operator] ?? operator)
  } catch (error) {
    return {
      code: "QUERY_INVALID",
      message: error instanceof Error ? error.message.replace(/EXPLAIN /, "") : String(error),
    }
  }
}

const refusal = (what: string): Refusal => ({
  code: "QUERY_REFUSED",
  message: `Refused: the console only reads, and this query uses ${what}. Load or retract articles to change the graph.`,
})

/** The query without comments, strings and quoted names, in which anything may stand. */
function withoutLiterals(cypher: string): string {
  return cypher.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/g, " ")
}
