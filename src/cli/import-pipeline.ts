// The pipeline, imported by the commands that read articles alone: the others start a second sooner without it.

import type * as Code from "../pipeline/code/index.js"
import type * as Pipeline from "../pipeline/index.js"
import type * as Read from "../pipeline/read/index.js"

/** What reads articles and extracts from them. */
export async function importPipeline(): Promise<
  Pick<typeof Pipeline, "createExtractor"> &
    Pick<typeof Code, "loadFrames"> &
    Pick<typeof Read, "countFiles" | "readPaths" | "toArticle">
> {
  const [{ createExtractor }, { loadFrames }, { countFiles, readPaths, toArticle }] = await Promise.all([
    import("../pipeline/index.js"),
    import("../pipeline/code/index.js"),
    import("../pipeline/read/index.js"),
  ])
  return { createExtractor, loadFrames, countFiles, readPaths, toArticle }
}
