// Articles as the pipeline reads them, to be held against what people read.
import type { Extraction, Extractor } from "../pipeline/index.js"
import { readPaths } from "../pipeline/read/index.js"
import type { Article } from "../types.js"

export interface Reading {
  article: Article
  extraction: Extraction
}

/** Reads every article of a folder. */
export async function readAll(extractor: Extractor, articles: string): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const result of readPaths([articles], {})) {
    if ("error" in result) throw result.error
    readings.push({ article: result.article, extraction: await extractor.extract(result.article) })
  }
  return readings
}
