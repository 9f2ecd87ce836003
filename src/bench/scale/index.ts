// How loading and commands fare as a store grows: `npm run bench -- scale [ARTICLES]`.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { derive } from "../../graph/derive.js"
import { type Row, toRows } from "../../graph/rows.js"
import { createExtractor } from "../../pipeline/index.js"
import { type ContributionSource, load } from "../../pipeline/load.js"
import { fingerprintOf, type ReadResult } from "../../pipeline/read/index.js"
import { isDrawn } from "../../status.js"
import { openStore } from "../../store/index.js"
import type { GraphStore } from "../../store/types.js"
import type { Contribution } from "../../types.js"
import { measureCommands, measureInside, measureThroughServer } from "./commands.js"
import { toFile } from "./files.js"
import { measureRaw, type Part } from "./raw.js"
import { type SyntheticArticle, syntheticArticle } from "./synthetic.js"
import { isEmpty, type Target, withTarget } from "./targets.js"
import { NONE, perArticle, shortest, sum, type Time, timed } from "./time.js"

const STEP = 1000
/** After how many articles the curve has a point. */
const POINTS = [1000, 3000, 10_000, 30_000, 100_000]
/** How many edges there have to be when commands are measured. */
const EDGES = 100_000
const FILES = 10_000
/** Of the comparison with the engine alone, and as many in a transaction as loading takes. */
const COMPARED = 2000
const A_TRANSACTION = 200
/** How often each is measured, in turn; the least counts, since other work on the machine only adds. */
const ROUNDS = 3

/** Measures the embedded store, and the Neo4j at `url` where it is given and empty; prints lines as they come. */
export async function measureScale(
  articles: number,
  url: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  await withTarget("embedded", "", (target) => measureStore(target, articles, print))
  if (url === undefined) print("neo4j: skipped, since NEO4J_URL names no server")
  else if (!(await isEmpty(url))) print(`neo4j: skipped, since ${url} is not empty and would be emptied`)
  else await withTarget("neo4j", url, (target) => measureStore(target, articles, print))
}

async function measureStore(target: Target, articles: number, print: (line: string) => void): Promise<void> {
  print(`${target.name}:`)
  print(await compareWithEngine(target))
  const news = join(target.folder, "news")
  mkdirSync(news)
  const extractor = await createExtractor()
  await extractor.close()
  let store = await open(target)
  const edges = new Set<string>()
  let isMeasured = false
  let since = { articles: 0, time: NONE }
  for (let done = STEP; done <= articles; done += STEP) {
    const items = stream(done - STEP, done, news)
    for (const { article } of items.slice(0, Math.max(0, FILES + STEP - done)))
      writeFileSync(article.source, toFile(article))
    since.time = sum(since.time, await loadItems(store, items, extractor.digest))
    if (POINTS.includes(done)) {
      print(`  article ${since.articles + 1} to ${done}: ${perArticle(since.time, done - since.articles)}`)
      since = { articles: done, time: NONE }
    }
    for (const edge of items.flatMap(edgesOf)) edges.add(edge)
    if (isMeasured || (edges.size < EDGES && done < articles)) continue
    isMeasured = true
    await store.close()
    print(`  with ${done} articles stored:`)
    const unchanged = { folder: news, files: Math.min(FILES, done) }
    for (const line of measureCommands(target, unchanged)) print(line)
    if (target.name === "embedded")
      for (const line of await measureThroughServer(target, unchanged)) print(line)
    print(await measureInside(target))
    store = await open(target)
  }
  await store.close()
}

async function open({ address, credentials }: Target): Promise<GraphStore> {
  const store = openStore(address, credentials)
  await store.init()
  return store
}

function stream(start: number, end: number, folder: string): SyntheticArticle[] {
  return Array.from({ length: end - start }, (_, index) => syntheticArticle(start + index, folder))
}

/** What is drawn of it; some few are one in the graph, where a report without a day joins another. */
const edgesOf = ({ contribution }: SyntheticArticle): string[] =>
  contribution.reports.flatMap(({ id, target, status }) => (target !== null && isDrawn(status) ? id : []))

/**
 * Loads what is read already: the loader's own path, with nothing left to extract. `digest` says by what it was read:
 * by our own extractor, files are not read again.
 */
async function loadItems(store: GraphStore, items: SyntheticArticle[], digest = "bench"): Promise<Time> {
  const contributions = new Map(items.map(({ article, contribution }) => [article, contribution]))
  const extractor: ContributionSource = {
    digest,
    async extract(article) {
      const contribution = contributions.get(article) as Contribution
      return { contribution: { ...contribution, article: { ...contribution.article, extractor: digest } } }
    },
  }
  return timed(async () => {
    const { failures } = await load(() => resultsOf(items), extractor, store)
    if (failures.length > 0) throw new Error(failures[0]?.message)
  })
}

async function* resultsOf(items: SyntheticArticle[]): AsyncGenerator<ReadResult> {
  yield* items.map(({ article }) => ({
    article,
    fingerprint: fingerprintOf(Buffer.from(toFile(article)), {}),
  }))
}

/** A line: the engine alone against loading, each from nothing. */
async function compareWithEngine(target: Target): Promise<string> {
  const items = stream(0, COMPARED, target.folder)
  const parts = partsOf(items)
  const [engine, ours]: [Time[], Time[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    await target.empty()
    engine.push(await measureRaw(parts, target))
    await target.empty()
    const store = await open(target)
    ours.push(await loadItems(store, items))
    await store.close()
  }
  await target.empty()
  const [least, most] = [shortest(engine), shortest(ours)]
  const kept = (of: keyof Time): string => `${((100 * least[of]) / most[of]).toFixed(0)} %`
  return (
    `  ${COMPARED} articles from nothing: ${perArticle(most, COMPARED)}; the engine alone writes their nodes and ` +
    `relationships in ${perArticle(least, COMPARED)}: ${kept("wall")} of its rate is kept (${kept("cpu")} by CPU time)`
  )
}

/** The graph of these articles as it is in the end, each item in the transaction that first tells of it. */
function partsOf(items: SyntheticArticle[]): Part[] {
  const rowsOf = (some: SyntheticArticle[]): Row[] => some.flatMap(({ contribution }) => toRows(contribution))
  const { nodes, relationships } = derive(rowsOf(items))
  const parts: Part[] = []
  for (let start = 0; start < items.length; start += A_TRANSACTION) {
    const told = derive(rowsOf(items.slice(start, start + A_TRANSACTION)))
    parts.push({ nodes: take(nodes, told.nodes), relationships: take(relationships, told.relationships) })
  }
  // What hangs on several parts comes with the last.
  parts.at(-1)?.nodes.push(...nodes.values())
  parts.at(-1)?.relationships.push(...relationships.values())
  return parts
}

/** Takes from `items` those whose ids are among the others'. */
function take<Item>(items: Map<string, Item>, others: Map<string, unknown>): Item[] {
  const taken: Item[] = []
  for (const id of others.keys()) {
    const item = items.get(id)
    if (item !== undefined) taken.push(item)
    items.delete(id)
  }
  return taken
}
