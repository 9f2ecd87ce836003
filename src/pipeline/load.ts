// The last stage: articles into a store, in batches, each all or nothing. Run again, it goes on where it stopped.
import { resolve, sep } from "node:path"
import { AppError, type ErrorCode } from "../errors.js"
import { versionKey } from "../graph/rows.js"
import { addChange, noChange } from "../store/change-summary.js"
import type { ChangeSummary, LoadingStore, SourcedContribution, SourceRecord } from "../store/types.js"
import type { Article, Contribution } from "../types.js"
import type { Extraction } from "./index.js"
import type { IsKnown, KnownResult, ReadResult } from "./read/index.js"
import { describeRefresh, type RefreshedArticle } from "./refresh.js"

export interface LoadOptions {
  /** Retract articles that came from these paths and are there no more. */
  prune?: string[]
  /** Extract unchanged articles again that another extractor read. */
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
  /** What `refresh` read again. */
  refreshed: RefreshedArticle[]
  seconds: number
}

/** What loading asks of an extractor. */
export interface ContributionSource {
  readonly digest: string
  extract(article: Article): Promise<Pick<Extraction, "contribution">>
}

/** Articles a transaction: many where they come fast, few where each takes its time to be read. */
const BATCH = 200
const BATCH_MS = 2000

/**
 * Loads what `read` gives, which may pass over what is known. A bad article is a failure in the summary and stops
 * nothing; a store that fails stops the load.
 */
export async function load(
  read: (isKnown: IsKnown) => AsyncIterable<ReadResult | KnownResult>,
  extractor: ContributionSource,
  store: LoadingStore,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const started = performance.now()
  const known = new Map((await store.sources()).map((record) => [record.source, record]))
  const former = options.refresh
    ? await readByOthers(store, extractor.digest)
    : new Map<string, Contribution>()
  const summary = emptySummary()
  const seen = new Set<string>()
  const failed: string[] = []
  let batch: SourcedContribution[] = []
  let batchBegan = started
  let done = 0
  const flush = async (): Promise<void> => {
    if (batch.length > 0) addChange(summary, await store.upsert(batch))
    batch = []
    batchBegan = performance.now()
  }
  // What the same extractor read from the same bytes need not be read to be known as unchanged.
  const isKnown: IsKnown = (source, fingerprint) => {
    const record = known.get(source)
    return record?.fingerprint === fingerprint && record.extractor === extractor.digest
  }
  for await (const result of read(isKnown)) {
    if ("isKnown" in result) {
      seen.add(result.source)
      summary.articles.unchanged++
    } else if ("error" in result) {
      summary.failures.push(toFailure(result.path, result.error))
      failed.push(result.source)
    } else {
      const { article, fingerprint } = result
      seen.add(article.source)
      const record = known.get(article.source)
      const isOthers = record?.extractor !== extractor.digest
      if (isUnchanged(article, record) && !(options.refresh && isOthers)) {
        summary.articles.unchanged++
        if (isOthers) summary.otherExtractor++
      } else {
        const item = await extract(extractor, article, summary)
        const before = former.get(versionKey(article))
        if (item !== undefined) batch.push({ ...item, fingerprint })
        if (item !== undefined && before !== undefined)
          summary.refreshed.push(describeRefresh(article.path, before, item.contribution))
      }
    }
    if (batch.length >= BATCH || performance.now() - batchBegan >= BATCH_MS) await flush()
    options.onProgress?.(++done)
  }
  await flush()
  if (options.prune !== undefined) {
    const paths = options.prune.map((path) => resolve(path))
    // What could not be read is not gone: a broken file keeps what it told before.
    const gone = [...known.keys()].filter(
      (source) => !seen.has(source) && isUnder(source, paths) && !isUnder(source, failed),
    )
    if (gone.length > 0) addChange(summary, await store.release(gone))
  }
  summary.seconds = Math.round(performance.now() - started) / 1000
  return summary
}

/** By version, what other extractors read. */
async function readByOthers(store: LoadingStore, digest: string): Promise<Map<string, Contribution>> {
  const found = new Map<string, Contribution>()
  for await (const contribution of store.contributions()) {
    const { article } = contribution
    if (article.extractor !== digest) found.set(versionKey(article), contribution)
  }
  return found
}

const isUnchanged = (article: Article, record: SourceRecord | undefined): boolean =>
  record !== undefined && record.articleId === article.id && record.contentHash === article.contentHash

/** Whether a source is one of these absolute paths, in one of these folders, or a record of one of these files. */
export const isUnder = (source: string, paths: string[]): boolean =>
  paths.some((path) => source === path || source.startsWith(path + sep) || source.startsWith(`${path}#`))

async function extract(
  extractor: ContributionSource,
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

const emptySummary = (): LoadSummary => ({
  ...noChange(),
  failures: [],
  otherExtractor: 0,
  refreshed: [],
  seconds: 0,
})
