// JSON lines: one article a line, with the columns id, text, title, url, published, outlet.
import { z } from "zod"
import { AppError } from "../../errors.js"
import type { RawResult } from "./index.js"

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

/** A broken line is an error of its own, with its number; a record without an id goes by its line number. */
export function readJsonl(content: string, path: string): RawResult[] {
  const results: RawResult[] = []
  for (const [index, line] of content.split("\n").entries()) {
    if (line.trim() !== "") results.push(readRecord(line, index + 1, path))
  }
  if (results.length === 0) throw new AppError("BAD_INPUT", `${path}: empty.`)
  return results
}

function readRecord(line: string, number: number, path: string): RawResult {
  const fail = (reason: string): RawResult => ({
    id: String(number),
    error: new AppError("BAD_INPUT", `${path}:${number}: ${reason}`),
  })
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (error) {
    return fail(`not JSON: ${(error as Error).message}`)
  }
  const parsed = record.safeParse(json)
  if (!parsed.success) return fail(`not an article with a "text": ${z.prettifyError(parsed.error)}`)
  const { id, title, url, published, outlet, language } = parsed.data
  return {
    id: String(id ?? number),
    text: parsed.data.text,
    title: title ?? undefined,
    url: url ?? undefined,
    published: published ?? undefined,
    outlet: outlet ?? undefined,
    language: language ?? undefined,
  }
}
