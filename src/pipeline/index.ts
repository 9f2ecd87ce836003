// Composes the pure stages: annotate, resolve, code, identify. Reading comes before it, loading after.
import type { Article, Contribution, ResolvedArticle } from "../types.js"
import { type Annotator, createAnnotator, type Runtime } from "./annotate/index.js"
import { code, loadFrames } from "./code/index.js"
import { extractorDigest } from "./digest.js"
import { identify } from "./identify.js"
import { loadActorIndex, resolve } from "./resolve/index.js"

export interface ExtractorOptions {
  /** Forces an ONNX runtime; by default the native one where it loads, else WASM. */
  runtime?: Runtime
  /** A folder of the user's own frames, added to ours. */
  frames?: string
}

export interface Extraction {
  resolved: ResolvedArticle
  contribution: Contribution
}

export interface Extractor {
  /** Changes with code, model, actor tables, frames and runtime: what is promised to be equal, is so within it. */
  readonly digest: string
  readonly runtime: Runtime
  extract(article: Article): Promise<Extraction>
  close(): Promise<void>
}

/** Loads model, tables and frames once. Throws `MODEL_UNAVAILABLE` or `BAD_DATA`. */
export async function createExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const actorIndex = loadActorIndex()
  const frames = loadFrames(options.frames)
  const annotator: Annotator = await createAnnotator({ runtime: options.runtime })
  const digest = extractorDigest(annotator.runtime, options.frames)
  return {
    digest,
    runtime: annotator.runtime,
    async extract(article) {
      const resolved = resolve(await annotator.annotate(article), actorIndex)
      return { resolved, contribution: identify(resolved, code(resolved, frames), digest) }
    },
    close: () => annotator.close(),
  }
}
