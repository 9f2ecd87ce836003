// Reads the analysts' example queries: cypher/queries/*.cypher, whose leading comments say what they are.
import { readdirSync, readFileSync } from "node:fs"
import { basename } from "node:path"
import { AppError } from "../errors.js"
import { cypherPath } from "../paths.js"
import type { QueryValue } from "../types.js"

export interface ExampleQuery {
  /** The file's name without its ending. */
  name: string
  title: string
  explanation: string
  parameters: { name: string; example: QueryValue }[]
  cypher: string
}

let examples: ExampleQuery[] | undefined

/** In the order of their names. Throws `BAD_DATA` for a file that does not say what it is. */
export function loadExamples(): ExampleQuery[] {
  examples ??= readdirSync(cypherPath("queries"))
    .filter((file) => file.endsWith(".cypher"))
    .sort()
    .map((file) => parseExample(basename(file, ".cypher"), readFileSync(cypherPath("queries", file), "utf8")))
  return examples
}

/** `// title`, `// explanation` on one or more lines, `// $name: example as JSON`, then the query. */
function parseExample(name: string, text: string): ExampleQuery {
  const lines = text.trim().split("\n")
  const end = lines.findIndex((line) => !line.startsWith("//"))
  const [title, ...rest] = lines.slice(0, end).map((line) => line.slice(2).trim())
  if (title === undefined || rest.length === 0)
    throw new AppError(
      "BAD_DATA",
      `cypher/queries/${name}.cypher: begin with "// title" and "// explanation".`,
    )
  return {
    name,
    title,
    explanation: rest.filter((line) => !line.startsWith("$")).join(" "),
    parameters: rest.flatMap((line) => {
      const [, parameter, example] = /^\$(\w+): (.+)$/.exec(line) ?? []
      return parameter === undefined ? [] : [{ name: parameter, example: JSON.parse(example as string) }]
    }),
    cypher: lines.slice(end).join("\n").trim(),
  }
}
