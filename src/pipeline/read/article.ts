// What a reader found, to an Article with its identity.
import { basename } from "node:path"
import { contentId } from "../../graph/ids.js"
import type { Article } from "../../types.js"
import { findBoilerplate } from "./boilerplate.js"
import { toDay } from "./day.js"
import type { RawArticle, ReadOptions } from "./types.js"
import { canonicalUrl } from "./url.js"

/**
 * The id is that of the address, so that a changed text replaces the former one; without one, of the text. A half of
 * a surrogate pair becomes U+FFFD, as one unit for one: it has no UTF-8, so that a store would alter it.
 */
export function toArticle(
  raw: RawArticle,
  place: { path: string; source: string },
  options: ReadOptions,
): Article {
  const text = raw.text.toWellFormed()
  const url = raw.url === undefined ? null : canonicalUrl(raw.url)
  const title = lineOf(raw.title)
  const outlet = lineOf(raw.outlet)
  const published =
    toDay(raw.published) ??
    toDay(/\d{4}-\d{2}-\d{2}/.exec(basename(place.path))?.[0]) ??
    toDay(options.published)
  const language = raw.language?.toWellFormed() ?? "en"
  return {
    ...place,
    id: contentId("article", [url ?? onOneLine(text.normalize("NFC"))]),
    url,
    title,
    outlet,
    published,
    language,
    text,
    // A new date or title is a change too: dates of events hang on the one, the reader sees the other.
    contentHash: contentId("content", [text, title, outlet, published, url, language]).slice(
      "content:".length,
    ),
    boilerplate: findBoilerplate(text),
  }
}

/** So that one outlet is one however a page spaces its name; null for nothing but white space. */
const lineOf = (text = ""): string | null => onOneLine(text.toWellFormed()) || null

/** White space folded. Single spaces, which are most of it, are passed over: loading again folds every text. */
export const onOneLine = (text: string): string => text.replace(/[^\S ]\s*| \s+/g, " ").trim()
