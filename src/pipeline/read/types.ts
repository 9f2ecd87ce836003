// What passes between the readers of formats and the stage that makes articles of it.
import type { AppError } from "../../errors.js"

/** What a reader finds in a file: the text and what the file says about it. */
export interface RawArticle {
  /** Names a record of a larger file. */
  id?: string | undefined
  text: string
  title?: string | undefined
  url?: string | undefined
  published?: string | undefined
  outlet?: string | undefined
  language?: string | undefined
}

export type RawResult = RawArticle | { id?: string; error: AppError }

/** A format: the content of one file to the articles in it. Throws `BAD_INPUT` when it holds none. */
export type Reader = (content: string, path: string) => RawResult[]

export interface ReadOptions {
  /** Publication day for articles that name none. */
  published?: string | undefined
}
