// Plain text, and Markdown with front matter.
import { LineCounter, parseDocument } from "yaml"
import { z } from "zod"
import { AppError } from "../../errors.js"
import { listIssues } from "./issues.js"
import type { RawResult } from "./types.js"

const frontMatter = z.looseObject({
  title: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional(),
  date: z.string().optional(),
  outlet: z.string().optional(),
  language: z.string().optional(),
})

const FRONT_MATTER = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/

/** A first line that stands apart and ends like no sentence is the title; it stays in the text. */
export function readText(content: string, path: string): RawResult[] {
  if (content.trim() === "") throw new AppError("BAD_INPUT", `${path}: empty.`)
  return [{ text: content, title: findTitle(content) }]
}

/** The front matter is a YAML block between two lines of `---`; keys: title, url, published, outlet, language. */
export function readMarkdown(content: string, path: string): RawResult[] {
  const match = FRONT_MATTER.exec(content)
  if (match === null) {
    if (!/^---[ \t]*\n\w+:/.test(content)) return readText(content, path)
    throw new AppError("BAD_INPUT", `${path}:1: front matter without an end; close it by a line of "---".`)
  }
  const text = content.slice(match[0].length).replace(/^\n+/, "")
  if (text.trim() === "") throw new AppError("BAD_INPUT", `${path}: front matter without a text.`)
  const { title, url, published, date, outlet, language } = parseFrontMatter(match[1] as string, path)
  return [{ text, title: title || findTitle(text), url, published: published ?? date, outlet, language }]
}

function findTitle(text: string): string | undefined {
  const [, heading, line] =
    /^\s*(?:#+ +(.+)|(\S.{0,148}[^\s.…:,;])(?<![.!?…]["”’]))[ \t]*\n\s*?\n/.exec(text) ?? []
  return heading ?? line
}

function parseFrontMatter(yaml: string, path: string): z.infer<typeof frontMatter> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, schema: "failsafe" })
  const [error] = document.errors
  if (error !== undefined) {
    // The block begins on the file's second line.
    const line = lines.linePos(error.pos[0]).line + 1
    throw new AppError(
      "BAD_INPUT",
      `${path}:${line}: broken front matter: ${error.message.split(" at line ")[0]}.`,
    )
  }
  const parsed = frontMatter.safeParse(document.toJS() ?? {})
  if (parsed.success) return parsed.data
  throw new AppError("BAD_INPUT", `${path}:2: front matter: ${listIssues(parsed.error)}`)
}
