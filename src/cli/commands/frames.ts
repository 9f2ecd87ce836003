// `frames`: reads a folder of one's own frames and holds them against their examples.
import { resolve } from "node:path"
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { declaredTypes } from "../../ontology.js"
import type { Extractor } from "../../pipeline/index.js"
import { isDrawn } from "../../status.js"
import type { Article } from "../../types.js"
import { importPipeline } from "../import-pipeline.js"

export function addFrames(program: Command, config: Config): void {
  program
    .command("frames")
    .argument("<folder>", "a folder of .yaml files, as for --frames")
    .description("check frames of your own: reads the files, then extracts from their examples")
    .addHelpText(
      "after",
      "\nExample: chancery frames data/frames/own; data/frames/README.md tells how to write them",
    )
    .action(async (folder: string) => {
      const { createExtractor, loadFrames, toArticle } = await importPipeline()
      const examples = loadFrames(folder).examples.filter(({ file }) =>
        resolve(file).startsWith(resolve(folder)),
      )
      const extractor = await createExtractor({ runtime: config.runtime, frames: folder })
      let failed = 0
      for (const { file, type, sentence, edges } of examples) {
        const article = toArticle({ text: sentence }, { path: file, source: file }, {})
        const found = await edgesOf(extractor, article, type)
        if (found.join() === [...edges].sort().join()) continue
        failed++
        console.log(
          `${file}: "${sentence}"\n  wanted: ${edges.join(", ") || "nothing"}\n  found:  ${found.join(", ") || "nothing"}`,
        )
      }
      await extractor.close()
      const own = declaredTypes().map(({ type }) => type)
      console.log(`types of your own: ${own.join(", ") || "none"}`)
      console.log(
        `${examples.length} examples, ${failed === 0 ? "all come out" : `${failed} do not come out`}`,
      )
      if (failed > 0) process.exitCode = 1
    })
}

/** Edges of one type as "Source TYPE Target", sorted. */
async function edgesOf(extractor: Extractor, article: Article, wanted: string): Promise<string[]> {
  const { contribution } = await extractor.extract(article)
  const names = new Map(contribution.actors.map((actor) => [actor.id, actor.name]))
  return contribution.reports
    .filter(({ type, status }) => type === wanted && isDrawn(status))
    .flatMap(({ source, type, target }) =>
      source !== null && target !== null ? `${names.get(source)} ${type} ${names.get(target)}` : [],
    )
    .sort()
}
