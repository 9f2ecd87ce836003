// The main job on real articles, extracted once: the samples, and the annotated articles where they lie beside
// the project.

import { dataPath } from "../../src/paths.js"
import { createExtractor } from "../../src/pipeline/index.js"
import { readPaths } from "../../src/pipeline/read/index.js"
import type { SourcedContribution } from "../../src/store/types.js"
import { hasShared, sharedPath } from "../shared.js"

const PATHS = [dataPath("articles"), ...(hasShared ? [sharedPath("articles")] : [])]

let extraction: Promise<SourcedContribution[]> | undefined

/** What the pipeline reads in the articles, the same for every store. */
export function extracted(): Promise<SourcedContribution[]> {
  extraction ??= extract()
  return extraction
}

async function extract(): Promise<SourcedContribution[]> {
  const extractor = await createExtractor()
  const items: SourcedContribution[] = []
  for await (const result of readPaths(PATHS, {})) {
    if ("error" in result) throw result.error
    const { contribution } = await extractor.extract(result.article)
    items.push({ source: result.article.source, contribution })
  }
  await extractor.close()
  return items
}
