// First stage: paths to articles. One bad file or record is a result of its own and never stops the rest.
import { hash } from "node:crypto"
import { readFileSync } from "node:fs"
import { extname, resolve } from "node:path"
import { AppError } from "../../errors.js"
import { contentId } from "../../graph/ids.js"
import type { Article } from "../../types.js"
import { toArticle } from "./article.js"
import { toDay } from "./day.js"
import { findFiles } from "./files.js"
import { readJsonl } from "./jsonl.js"
import { readMarkdown, readText } from "./text.js"
import type { Reader, ReadOptions } from "./types.js"

export { toArticle } from "./article.js"

export type ReadResult =
  /** The fingerprint is that of a file that is one article. */
  { article: Article; fingerprint?: string } | { path: string; source: string; error: AppError }

/** Of a file that was read before. */
export interface KnownResult {
  source: string
  isKnown: true
}

/** Whether a file of this fingerprint has been read from there before: it is then passed over. */
export type IsKnown = (source: string, fingerprint: string) => boolean

/** Its DOM takes a fifth of a second to load, which those do not wait for who have no pages. */
const html = async (): Promise<Reader> => (await import("./html.js")).readHtml

const READERS: Record<string, () => Reader | Promise<Reader>> = {
  ".txt": () => readText,
  ".md": () => readMarkdown,
  ".html": html,
  ".htm": html,
  ".jsonl": () => readJsonl,
}

/**
 * Articles of files, folders (recursively, by code point), globs and `-` (standard input, plain text).
 * Throws `BAD_USAGE` for `published` that is no day. Formats: `.txt`, `.md` with front matter, `.html`, `.jsonl`; other files in a folder are passed over.
 */
export function readPaths(
  paths: string[],
  options: ReadOptions & { isKnown: IsKnown },
): AsyncGenerator<ReadResult | KnownResult>
export function readPaths(paths: string[], options: ReadOptions): AsyncGenerator<ReadResult>
export async function* readPaths(
  paths: string[],
  options: ReadOptions & { isKnown?: IsKnown },
): AsyncGenerator<ReadResult | KnownResult> {
  if (options.published !== undefined && toDay(options.published) === null) {
    throw new AppError("BAD_USAGE", `published "${options.published}" is no day; write YYYY-MM-DD.`)
  }
  for (const path of paths) {
    try {
      for (const file of await findFiles(path, Object.keys(READERS))) yield* readOne(file, options)
    } catch (error) {
      yield { path, source: resolve(path), error: asInputError(path, error) }
    }
  }
}

/** The files that these paths name, for a progress bar. Throws `BAD_INPUT` for a path that names none. */
export async function countFiles(paths: string[]): Promise<number> {
  const files = await Promise.all(paths.map((path) => findFiles(path, Object.keys(READERS))))
  return files.flat().length
}

async function* readOne(
  path: string,
  options: ReadOptions & { isKnown?: IsKnown },
): AsyncGenerator<ReadResult | KnownResult> {
  const source = path === "-" ? "-" : resolve(path)
  try {
    const reader = await (path === "-" ? readText : READERS[extname(path).toLowerCase()]?.())
    if (reader === undefined) {
      const formats = Object.keys(READERS).join(", ")
      throw new AppError("BAD_INPUT", `${path}: not a format we read; give one of ${formats}.`)
    }
    const bytes = await readBytes(path)
    const fingerprint = fingerprintOf(bytes, options)
    if (options.isKnown?.(source, fingerprint)) {
      yield { source, isKnown: true }
      return
    }
    for (const raw of reader(decode(path, bytes), path)) {
      const suffix = raw.id === undefined ? "" : `#${raw.id}`
      const place = { path: path + suffix, source: source + suffix }
      if ("error" in raw) yield { ...place, error: raw.error }
      else {
        const article = toArticle(raw, place, options)
        // Each text piped in stands for itself: a later one must not release the former.
        if (path === "-") yield { article: { ...article, source: `-#${article.id}` } }
        else yield raw.id === undefined ? { article, fingerprint } : { article }
      }
    }
  } catch (error) {
    yield { path, source, error: asInputError(path, error) }
  }
}

async function readBytes(path: string): Promise<Buffer> {
  // Articles are small: waiting for a thread to read one takes ten times as long as reading it.
  if (path !== "-") return readFileSync(path)
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A hash of all that decides what is read from a file, but for its name and the readers. */
export const fingerprintOf = (bytes: Buffer, { published }: ReadOptions): string =>
  contentId("file", [hash("sha256", bytes), published ?? null])

function decode(path: string, bytes: Buffer): string {
  if (bytes.includes(0))
    throw new AppError("BAD_INPUT", `${path}: has NUL bytes: a binary file, or UTF-16; give text in UTF-8.`)
  try {
    // Drops a byte order mark; line ends become "\n", so that offsets do not hang on the system that wrote it.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n")
  } catch (cause) {
    throw new AppError("BAD_INPUT", `${path}: not valid UTF-8; convert it first.`, { cause })
  }
}

function asInputError(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new AppError("BAD_INPUT", `${path}: ${reason}`, { cause: error })
}
