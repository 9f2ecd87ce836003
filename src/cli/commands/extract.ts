// `extract`: prints what articles tell, without a store.
import { once } from "node:events"
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { extractLine } from "../extract-line.js"
import { importPipeline } from "../import-pipeline.js"

export function addExtract(program: Command, config: Config): void {
  program
    .command("extract")
    .argument("<path...>", "files, folders, globs, or - for standard input")
    .description("print actors and events, one JSON line an article; no store is touched")
    .option("--published <date>", "publication day of articles that name none, YYYY-MM-DD")
    .option("--frames <folder>", "frames of your own beside ours")
    .addHelpText("after", "\nExample: chancery extract news/*.txt > events.jsonl")
    .action(async (paths: string[], options: { published?: string; frames?: string }) => {
      const { countFiles, createExtractor, readPaths } = await importPipeline()
      await countFiles(paths)
      const extractor = await createExtractor({ runtime: config.runtime, frames: options.frames })
      for await (const result of readPaths(paths, options)) {
        try {
          if ("error" in result) throw result.error
          const extraction = await extractor.extract(result.article)
          await print(`${JSON.stringify(extractLine(result.article, extraction))}\n`)
        } catch (error) {
          console.error(`chancery: ${(error as Error).message}`)
          process.exitCode = 1
        }
      }
      await extractor.close()
    })
}

/** Waits for a slow reader, so that what it has not read yet does not fill the memory. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, "drain")
}
