// `load`: articles into the store, with a progress bar on a terminal.
import { SingleBar } from "cli-progress"
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { type LoadOptions, type LoadSummary, load } from "../../pipeline/load.js"
import type { IsKnown } from "../../pipeline/read/index.js"
import type { RefreshedArticle } from "../../pipeline/refresh.js"
import type { LoadingStore } from "../../store/types.js"
import { importPipeline } from "../import-pipeline.js"
import { withLoadingStore } from "../with-store.js"

interface Options {
  published?: string
  frames?: string
  prune?: boolean
  refresh?: boolean
  json?: boolean
}

export function addLoad(program: Command, config: Config): void {
  program
    .command("load")
    .argument("<path...>", "files, folders, globs, or - for standard input")
    .description("put articles into the store; run again, it loads what is new or changed")
    .option("--prune", "retract articles that came from these paths and are there no more")
    .option(
      "--refresh",
      "extract again what another version of the extractor read, and say what changed and why",
    )
    .option("--published <date>", "publication day of articles that name none, YYYY-MM-DD")
    .option("--frames <folder>", "frames of your own beside ours")
    .option("--json", "print the summary as JSON")
    .addHelpText("after", "\nExample: chancery load news/ --prune")
    .action((paths: string[], options: Options, command: Command) =>
      withLoadingStore(command, config, async (store) => {
        const summary = await loadPaths(store, paths, options, config)
        if (options.json) console.log(JSON.stringify(summary))
        else printSummary(summary)
        if (summary.failures.length > 0) process.exitCode = 1
      }),
    )
}

/** Loads with a progress bar on a terminal. */
export async function loadPaths(
  store: LoadingStore,
  paths: string[],
  options: Options,
  config: Config,
): Promise<LoadSummary> {
  const { countFiles, createExtractor, readPaths } = await importPipeline()
  const files = await countFiles(paths)
  const extractor = await createExtractor({ runtime: config.runtime, frames: options.frames })
  const bar = new SingleBar({ format: "{bar} {value}/{total} articles, {eta} s left" })
  const showBar = process.stderr.isTTY && !options.json
  if (showBar) bar.start(files, 0)
  // A file may hold many articles: the total then grows with what was found.
  const onProgress = (done: number): void => {
    bar.setTotal(Math.max(files, done))
    bar.update(done)
  }
  const loadOptions: LoadOptions = {
    refresh: options.refresh ?? false,
    ...(options.prune && { prune: paths }),
    ...(showBar && { onProgress }),
  }
  try {
    const read = (isKnown: IsKnown) => readPaths(paths, { published: options.published, isKnown })
    return await load(read, extractor, store, loadOptions)
  } finally {
    bar.stop()
    await extractor.close()
  }
}

/** The counts of a load to stdout, its failures to stderr. */
export function printSummary({
  articles,
  nodes,
  relationships,
  failures,
  otherExtractor,
  refreshed,
  seconds,
}: LoadSummary): void {
  for (const { message } of failures) console.error(`chancery: ${message}`)
  const { unchanged, removed } = articles
  console.log(
    `${articles.new} new, ${articles.changed} changed, ${unchanged} unchanged, ${removed} removed, ${failures.length} failed`,
  )
  const say = (what: string, { created, updated, removed }: LoadSummary["nodes"]): void =>
    console.log(`${what}: ${created} created, ${updated} updated, ${removed} removed`)
  say("nodes", nodes)
  say("relationships", relationships)
  if (otherExtractor > 0)
    console.log(`${countOf(otherExtractor)} from another extractor; --refresh reads them again`)
  if (refreshed.length > 0) printRefreshed(refreshed)
  console.log(`${seconds} s`)
}

const countOf = (articles: number): string => `${articles} ${articles === 1 ? "article" : "articles"}`

/** One line a difference: + added, - removed, ~ told otherwise. */
function printRefreshed(refreshed: RefreshedArticle[]): void {
  const because = [...new Set(refreshed.flatMap((article) => article.because))]
  console.log(
    `${countOf(refreshed.length)} extracted again, since what read them before differs: ${because.join(", ")}`,
  )
  for (const { path, added, removed, changed } of refreshed) {
    for (const item of added) console.log(`${path}: + ${item}`)
    for (const item of removed) console.log(`${path}: - ${item}`)
    for (const item of changed) console.log(`${path}: ~ ${item}`)
  }
}
