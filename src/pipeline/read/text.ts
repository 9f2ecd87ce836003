// Plain text, and Markdown with front matter.
import { LineCounter, parseDocument } from "yaml"
import { z } from "zod"
import { AppError } from "../../errors.js"
import type { RawResult } from "./index.js"

const frontMatter = z.looseObject({
  title: z.coerce.string().optional(),
  url: z.string().optional(),
  published: z.coerce.string().optional(),
  date: z.coerce.string().optional(),
  outlet: z.coerce.string().optional(),
  language: z.string().optional(),
})

export function readText(content: string, path: string): RawResult[] {
  if (content.trim() === "") throw new AppError("BAD_INPUT", `${path}: empty.`)
  return [{ text: content }]
}

/** The front matter is a YAML block between two lines of `---`; keys: title, url, published, outlet, language. */
export function readMarkdown(content: string, path: string): RawResult[] {
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(content)
  if (match === null) return readText(content, path)
  const text = content.slice(match[0].length).replace(/^\n+/, "")
  if (text.trim() === "") throw new AppError("BAD_INPUT", `${path}: front matter without a text.`)
  const { title, url, published, date, outlet, language } = parseFrontMatter(match[1] as string, path)
  return [{ text, title: title?.trim(), url, published: published ?? date, outlet: outlet?.trim(), language }]
}

function parseFrontMatter(yaml: string, path: string): z.infer<typeof frontMatter> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, schema: "failsafe" })
  const [error] = document.errors
  if (error !== undefined) {
    // The block begins on the file's second line.
    const line = lines.linePos(error.pos[0]).line + 1
    throw new AppError("BAD_INPUT", `${path}:${line}: broken front matter: ${error.message.split("\n")[0]}`)
  }
  const parsed = frontMatter.safeParse(document.toJS() ?? {})
  if (parsed.success) return parsed.data
  throw new AppError("BAD_INPUT", `${path}:2: front matter: ${z.prettifyError(parsed.error)}`)
}
