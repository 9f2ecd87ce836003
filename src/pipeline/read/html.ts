// Web pages: the article by Readability, what is said about it by its metadata.
import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom"
import { AppError } from "../../errors.js"
import { onOneLine } from "./article.js"
import type { RawArticle, RawResult } from "./types.js"
import { canonicalUrl } from "./url.js"

const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, pre, td"

/** The one article of a page. Throws `BAD_INPUT` where Readability finds none. */
export function readHtml(content: string, path: string): RawResult[] {
  const { document } = parseHTML(content)
  if (document.documentElement === null) throw new AppError("BAD_INPUT", `${path}: not a web page.`)
  const metadata = readMetadata(document)
  // linkedom's document is a DOM but for its type.
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()
  const text = article?.content == null ? "" : blocksOf(article.content)
  if (text === "") throw new AppError("BAD_INPUT", `${path}: no article found in this page.`)
  return [{ ...metadata, title: metadata.title ?? article?.title ?? undefined, text }]
}

/** One paragraph a block element, so that sentences do not run over headings and list items. */
function blocksOf(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const blocks = [...document.querySelectorAll(BLOCKS)].filter((node) => node.querySelector(BLOCKS) === null)
  const texts = blocks.length > 0 ? blocks.map((node) => node.textContent) : [document.body.textContent]
  return texts
    .map((block) => onOneLine(block ?? ""))
    .filter((block) => block !== "")
    .join("\n\n")
}

type PageDocument = ReturnType<typeof parseHTML>["document"]

function readMetadata(document: PageDocument): Omit<RawArticle, "text"> {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const node = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      )
      const value = node?.getAttribute("content")?.trim()
      if (value) return value
    }
    return undefined
  }
  const linked = linkedData(document)
  return {
    title: meta("og:title", "twitter:title") ?? linked.headline,
    url: [document.querySelector('link[rel="canonical"]')?.getAttribute("href"), meta("og:url")].find(
      isAddress,
    ),
    published:
      meta("article:published_time", "datePublished", "date", "dc.date", "pubdate") ??
      linked.datePublished ??
      document.querySelector("time[datetime]")?.getAttribute("datetime") ??
      undefined,
    outlet: meta("og:site_name", "application-name") ?? linked.publisher,
    language: document.documentElement?.getAttribute("lang")?.slice(0, 2) || undefined,
  }
}

/** Pages also give their address relative to itself, which says nothing in a file. */
const isAddress = (address: string | null | undefined): address is string =>
  address != null && canonicalUrl(address) !== null

interface LinkedData {
  headline?: string
  datePublished?: string
  publisher?: string
}

/** The first JSON-LD object of the page that says when it was published. */
function linkedData(document: PageDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const json: unknown = JSON.parse(script.textContent ?? "")
      const candidates = [json]
        .flat()
        .flatMap((item) => [item, (item as { "@graph"?: unknown })["@graph"]].flat())
      for (const candidate of candidates) {
        const found = candidate as {
          headline?: string
          datePublished?: string
          publisher?: { name?: string }
        }
        if (typeof found?.datePublished !== "string") continue
        return {
          datePublished: found.datePublished,
          ...(typeof found.headline === "string" && { headline: found.headline }),
          ...(typeof found.publisher?.name === "string" && { publisher: found.publisher.name }),
        }
      }
    } catch {
      // Broken JSON-LD is common and says nothing; the other metadata stand.
    }
  }
  return {}
}
