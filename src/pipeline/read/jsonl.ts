// JSON lines: one article a line, with the columns id, text, title, url, published, outlet.
import { z } from "zod"
import { AppError } from "../../errors.js"
import { listIssues } from "./issues.js"
import type { RawResult } from "./types.js"

const text = z.string().refine((value) => value.trim() !== "", "is empty")
const optional = z.string().nullish()
const record = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  text,
  title: optional,
  url: optional,
  published: optional,
  outlet: optional,
  language: optional,
})

/** A broken line is an error of its own, with its number; a record without an id goes by its line: `L7`. */
export function readJsonl(content: string, path: string): RawResult[] {
  const results: RawResult[] = []
  const lineOf = new Map<string, number>()
  for (const [index, line] of content.split("\n").entries()) {
    if (line.trim() === "") continue
    const result = readRecord(line, index + 1, path)
    const former = lineOf.get(result.id)
    if (former !== undefined) {
      results.push(
        failure(path, index + 1, `its id "${result.id}" is that of line ${former}; give each its own.`),
      )
    } else {
      lineOf.set(result.id, index + 1)
      results.push(result)
    }
  }
  if (results.length === 0) throw new AppError("BAD_INPUT", `${path}: empty.`)
  return results
}

type Named = RawResult & { id: string }

const failure = (path: string, number: number, reason: string): Named => ({
  id: `L${number}`,
  error: new AppError("BAD_INPUT", `${path}:${number}: ${reason}`),
})

function readRecord(line: string, number: number, path: string): Named {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (error) {
    return failure(path, number, `not JSON: ${(error as Error).message}`)
  }
  const parsed = record.safeParse(json)
  if (!parsed.success) return failure(path, number, `not an article: ${listIssues(parsed.error)}`)
  const { id, title, url, published, outlet, language } = parsed.data
  return {
    // It goes into the name of the source, which stores keep too.
    id: String(id ?? `L${number}`).toWellFormed(),
    text: parsed.data.text,
    title: title ?? undefined,
    url: url ?? undefined,
    published: published ?? undefined,
    outlet: outlet ?? undefined,
    language: language ?? undefined,
  }
}
