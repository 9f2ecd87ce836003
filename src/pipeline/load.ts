// The last stage: articles into a store, in batches, each all or nothing. Run again, it goes on where it stopped.
import { resolve, sep } from "node:path"
import { AppError, type ErrorCode } from "../errors.js"
import type { ChangeSummary, GraphStore, SourcedContribution, SourceRecord } from "../store/types.js"
import type { Article } from "../types.js"
import type { Extractor } from "./index.js"
import type { ReadResult } from "./read/index.js"

export interface LoadOptions {
  /** Retract articles that came from these paths and are there no more. */
  prune?: string[]
  /** Extract unchanged articles again. */
  refresh?: boolean
  onProgress?: (done: number) => void
}

export interface LoadFailure {
  path: string
  code: ErrorCode
  message: string
}

export interface LoadSummary extends ChangeSummary {
  failures: LoadFailure[]
  /** Unchanged articles that another extractor read; `refresh` reads them again. */
  otherExtractor: number
  seconds: number
}

/** Articles a transaction. */
const BATCH = 25

/** A bad article is a failure in the summary and stops nothing; a store that fails stops the load. */
export async function load(
  results: AsyncIterable<ReadResult>,
  extractor: Extractor,
  store: GraphStore,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const started = performance.now()
  const known = new Map((await store.sources()).map((record) => [record.source, record]))
  const summary = emptySummary()
  const seen = new Set<string>()
  const failed: string[] = []
  let batch: SourcedContribution[] = []
  let done = 0
  const flush = async (): Promise<void> => {
    if (batch.length > 0) add(summary, await store.upsert(batch))
    batch = []
  }
  for await (const result of results) {
    if ("error" in result) {
      summary.failures.push(toFailure(result.path, result.error))
      failed.push(result.source)
    } else {
      const { article } = result
      seen.add(article.source)
      const record = known.get(article.source)
      if (isUnchanged(article, record) && !options.refresh) {
        summary.articles.unchanged++
        if (record?.extractor !== extractor.digest) summary.otherExtractor++
      } else {
        const contribution = await extract(extractor, article, summary)
        if (contribution !== undefined) batch.push(contribution)
      }
    }
    if (batch.length >= BATCH) await flush()
    options.onProgress?.(++done)
  }
  await flush()
  if (options.prune !== undefined) {
    const paths = options.prune.map((path) => resolve(path))
    // What could not be read is not gone: a broken file keeps what it told before.
    const gone = [...known.keys()].filter(
      (source) => !seen.has(source) && isUnder(source, paths) && !isUnder(source, failed),
    )
    if (gone.length > 0) add(summary, await store.release(gone))
  }
  summary.seconds = Math.round(performance.now() - started) / 1000
  return summary
}

const isUnchanged = (article: Article, record: SourceRecord | undefined): boolean =>
  record !== undefined && record.articleId === article.id && record.contentHash === article.contentHash

/** Whether a source is one of these absolute paths, in one of these folders, or a record of one of these files. */
export const isUnder = (source: string, paths: string[]): boolean =>
  paths.some((path) => source === path || source.startsWith(path + sep) || source.startsWith(`${path}#`))

async function extract(
  extractor: Extractor,
  article: Article,
  summary: LoadSummary,
): Promise<SourcedContribution | undefined> {
  try {
    return { source: article.source, contribution: (await extractor.extract(article)).contribution }
  } catch (error) {
    summary.failures.push(toFailure(article.path, error))
    return undefined
  }
}

function toFailure(path: string, error: unknown): LoadFailure {
  const message = error instanceof Error ? error.message : String(error)
  return { path, code: error instanceof AppError ? error.code : "INTERNAL", message }
}

function emptySummary(): LoadSummary {
  return {
    articles: { new: 0, changed: 0, unchanged: 0, removed: 0 },
    nodes: { created: 0, updated: 0, removed: 0 },
    relationships: { created: 0, updated: 0, removed: 0 },
    failures: [],
    otherExtractor: 0,
    seconds: 0,
  }
}

function add(summary: LoadSummary, change: ChangeSummary): void {
  for (const part of ["articles", "nodes", "relationships"] as const) {
    const [sum, more] = [summary[part] as Record<string, number>, change[part] as Record<string, number>]
    for (const [name, number] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + number
  }
}
