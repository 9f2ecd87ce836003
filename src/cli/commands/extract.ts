import type { Command } from "commander"
import type { Config } from "../../config.js"
import { createExtractor } from "../../pipeline/index.js"
import { readPaths } from "../../pipeline/read/index.js"
import { extractLine } from "../extract-line.js"

export function addExtract(program: Command, config: Config): void {
  program
    .command("extract")
    .argument("<path...>", "files, folders, globs, or - for standard input")
    .description("print actors and events, one JSON line an article; no store is touched")
    .option("--published <date>", "publication day of articles that name none, YYYY-MM-DD")
    .option("--frames <folder>", "frames of your own beside ours")
    .addHelpText("after", "\nExample: chancery extract news/*.txt > events.jsonl")
    .action(async (paths: string[], options: { published?: string; frames?: string }) => {
      const extractor = await createExtractor({ runtime: config.runtime, frames: options.frames })
      for await (const result of readPaths(paths, options)) {
        if ("error" in result) {
          console.error(`chancery: ${result.error.message}`)
          process.exitCode = 1
          continue
        }
        const extraction = await extractor.extract(result.article)
        process.stdout.write(`${JSON.stringify(extractLine(result.article, extraction))}\n`)
      }
      await extractor.close()
    })
}
