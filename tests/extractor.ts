// The extractor on the runtime that CHANCERY_RUNTIME names, so that the same tests run on both.
import { readConfig } from "../src/config.js"
import { createExtractor, type Extractor } from "../src/pipeline/index.js"

export const openExtractor = (): Promise<Extractor> =>
  createExtractor({ runtime: readConfig(process.env).runtime })
