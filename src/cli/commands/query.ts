// `query`: runs analysts' Cypher and prints its rows as a table, JSON or CSV.
import { type Command, InvalidArgumentError, Option } from "commander"
import type { Config } from "../../config.js"
import { csvField, csvLine } from "../../csv.js"
import type { QueryResult, QueryValue } from "../../types.js"
import { withStore } from "../with-store.js"

interface Options {
  format: "table" | "json" | "csv"
  param: Record<string, QueryValue>
  limit: number
  timeout: number
}

export function addQuery(program: Command, config: Config): void {
  program
    .command("query")
    .argument("<cypher>", "the query; $name in it is a parameter")
    .description("run a read-only Cypher query")
    .addOption(
      new Option("--format <format>", "how to print the rows")
        .choices(["table", "json", "csv"])
        .default("table"),
    )
    .addOption(
      new Option("--param <name=value>", "a parameter, JSON or text; may be repeated")
        .argParser(addParameter)
        .default({}, "none"),
    )
    .option("--limit <rows>", "at most this many rows", toNumber, 1000)
    .option("--timeout <seconds>", "stop the query after this", toNumber, 30)
    .addHelpText(
      "after",
      "\nExample: chancery query 'MATCH (a:Actor)-[r:CONDEMNED]->(b:Actor) RETURN a.name AS who, b.name AS whom'",
    )
    .action((cypher: string, options: Options, command: Command) =>
      withStore(
        command,
        config,
        async (store) => {
          const limits = { rows: options.limit, timeoutMs: options.timeout * 1000 }
          print(await store.query(cypher, options.param, limits), options.format)
        },
        { readOnly: true },
      ),
    )
}

function toNumber(text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError("give a number above 0")
  return number
}

function addParameter(text: string, parameters: Record<string, QueryValue>): Record<string, QueryValue> {
  const [name, ...rest] = text.split("=")
  if (!name || rest.length === 0) throw new InvalidArgumentError("give NAME=VALUE")
  const value = rest.join("=")
  try {
    return { ...parameters, [name]: JSON.parse(value) as QueryValue }
  } catch {
    return { ...parameters, [name]: value }
  }
}

function print({ columns, rows, truncated }: QueryResult, format: Options["format"]): void {
  if (format === "json")
    console.log(
      JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))),
    )
  else if (format === "csv")
    for (const row of [columns, ...rows]) process.stdout.write(csvLine(row.map(toField)))
  else printTable(columns, rows)
  if (truncated) console.error(`chancery: only the first ${rows.length} rows; raise --limit for more`)
}

const toText = (value: QueryValue): string => (typeof value === "string" ? value : JSON.stringify(value))
const toField = (value: QueryValue): string => csvField(value === null ? "" : toText(value))

const MAX_WIDTH = 60

function printTable(columns: string[], rows: QueryValue[][]): void {
  const cells = [columns, ...rows.map((row) => row.map(toText))].map((row) =>
    row.map((cell) => shorten(cell)),
  )
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd()
  const [head = [], ...body] = cells
  console.log(line(head))
  console.log(widths.map((width) => "─".repeat(width)).join("  "))
  for (const row of body) console.log(line(row))
}

const shorten = (text: string): string =>
  (text.length <= MAX_WIDTH ? text : `${text.slice(0, MAX_WIDTH - 1)}…`).replaceAll("\n", " ")
