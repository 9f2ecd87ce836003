// What analysts may not run on Neo4j. READ access mode stops writes alone: files, procedures and
// administration are judged by the plan.
import type { Plan, Session } from "neo4j-driver"
import { AppError } from "../../errors.js"

/** Procedures that only read the schema. */
const PROCEDURES =
  /^(?:db\.labels|db\.relationshipTypes|db\.propertyKeys|db\.schema\.visualization|db\.index\.fulltext\.query(?:Nodes|Relationships))\b/
const REFUSED_OPERATORS =
  /^(?:LoadCSV|Create\w*|Merge\w*|Delete\w*|Detach\w*|Set\w*|Remove\w*|Foreach\w*|Show\w*|Terminate\w*|Do\w*|Drop\w*|Alter\w*|Grant\w*|Deny\w*|Revoke\w*|Enable\w*|Start\w*|Stop\w*|EmptyResult|TransactionForeach|TransactionApply|Lock\w*|SubqueryForeach)$/
/** A subquery inside an expression becomes no operator: it shows in the details of the one around it. */
const REFUSED_DETAILS = /LOAD CSV|ResolvedCall\(|\bCALL\s*\{|\bCALL\s+[a-z]/i
/** Beyond this an expression over a range cannot be interrupted in time. */
const RANGE_LIMIT = 1_000_000

/** Throws `QUERY_REFUSED` with the clause, or `QUERY_INVALID` when the text does not parse. */
export async function refuse(
  session: Session,
  cypher: string,
  parameters: Record<string, unknown>,
): Promise<void> {
  if (/^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/[^\n]*\n\s*)*(?:EXPLAIN|PROFILE)\b/i.test(cypher))
    throw refusal("EXPLAIN and PROFILE")
  for (const [, end] of cypher.matchAll(/\brange\s*\([^,()]*,\s*(\d[\d_e+]*)/gi)) {
    if (Number(end) > RANGE_LIMIT) throw refusal(`a range beyond ${RANGE_LIMIT}`)
  }
  const { summary } = await session.run(`EXPLAIN ${cypher}`, parameters)
  if (summary.queryType !== "r") throw refusal("a clause that writes")
  if (summary.plan !== false) checkPlan(summary.plan)
}

function checkPlan(plan: Plan): void {
  const operator = plan.operatorType.replace(/@.*$/, "")
  const details = String(plan.arguments.Details ?? "")
  if (operator === "ProcedureCall") {
    if (!PROCEDURES.test(details)) throw refusal(`the procedure ${details.split("(")[0]}`)
  } else if (REFUSED_OPERATORS.test(operator)) throw refusal(operator)
  else if (REFUSED_DETAILS.test(details)) throw refusal("LOAD CSV or CALL inside an expression")
  for (const child of plan.children) checkPlan(child)
}

const refusal = (what: string): AppError =>
  new AppError(
    "QUERY_REFUSED",
    `Refused: the console only reads, and this query uses ${what}. Load or retract articles to change the graph.`,
  )
