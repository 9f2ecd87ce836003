// What a load says of articles that another extractor read, what --refresh does with them, and what is not read again.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest"
import type { Extractor } from "../../src/pipeline/index.js"
import { type LoadOptions, type LoadSummary, load } from "../../src/pipeline/load.js"
import { toArticle } from "../../src/pipeline/read/article.js"
import { type IsKnown, type KnownResult, type ReadResult, readPaths } from "../../src/pipeline/read/index.js"
import type { ReadOptions } from "../../src/pipeline/read/types.js"
import type { GraphStore } from "../../src/store/types.js"
import type { Contribution, Report, ResolvedArticle } from "../../src/types.js"
import { contribution, report } from "../store/contributions.js"
import { bytesOf, embeddedStore } from "../store/stores.js"

const OLD = "00000000-11111111-22222222-33333333-node"
const NEW = "00000000-11111111-22222222-44444444-wasm"
const [A, B] = ["person:anna-berg", "person:boris-kral"]
const ARTICLES = ["one", "two"].map((name) =>
  toArticle({ text: `Text ${name}.` }, { path: name, source: `/${name}` }, {}),
)

const tested = embeddedStore()
let store: GraphStore
beforeEach(async () => {
  store = await tested.empty()
})
afterAll(() => tested.close())

/** Reads the same in every article. */
function extractor(digest: string, reports: Report[]): Extractor & { read: string[] } {
  const read: string[] = []
  return {
    digest,
    runtime: "node",
    read,
    async extract(article) {
      read.push(article.path)
      const said: Contribution = contribution({ id: article.id, text: article.text }, reports)
      const { contentHash } = article
      const resolved = article as ResolvedArticle
      return {
        resolved,
        contribution: { ...said, article: { ...said.article, contentHash, extractor: digest } },
      }
    },
    close: async () => undefined,
  }
}

async function* results(): AsyncGenerator<ReadResult> {
  for (const article of ARTICLES) yield { article }
}

const run = (by: Extractor, options: LoadOptions = {}): Promise<LoadSummary> =>
  load(results, by, store, options)

const CALLED = report("CALLED", A, B)
const MET = report("MET", A, B)
const CONDEMNED = report("CONDEMNED", B, A)

test("a plain load keeps what another extractor read, and counts it", async () => {
  await run(extractor(OLD, [CALLED]))
  const later = extractor(NEW, [MET])
  expect(await run(later)).toMatchObject({ articles: { unchanged: 2 }, otherExtractor: 2, refreshed: [] })
  expect(later.read).toEqual([])
})

test("a refresh reads it again, says what differs and why, and equals a clean load", async () => {
  await run(extractor(OLD, [CALLED, MET]))
  const later = extractor(NEW, [{ ...CALLED, confidence: 0.5 }, CONDEMNED])
  const because = ["frames", "runtime"]
  const differences = {
    added: [`${B} CONDEMNED ${A} 2021-05-13`],
    removed: [`${A} MET ${B} 2021-05-13`],
    changed: [`${A} CALLED ${B} 2021-05-13`],
  }
  const summary = await run(later, { refresh: true })
  expect(summary).toMatchObject({ articles: { changed: 2, unchanged: 0 }, otherExtractor: 0 })
  expect(summary.refreshed).toEqual(["one", "two"].map((path) => ({ path, because, ...differences })))
  const refreshed = await bytesOf(store)
  store = await tested.empty()
  await run(later)
  expect(await bytesOf(store)).toBe(refreshed)
})

test("a refresh leaves alone what this extractor read", async () => {
  await run(extractor(OLD, [CALLED]))
  const again = extractor(OLD, [CALLED])
  expect(await run(again, { refresh: true })).toMatchObject({ articles: { unchanged: 2 }, refreshed: [] })
  expect(again.read).toEqual([])
})

test("a refresh that reads the same lists no difference", async () => {
  await run(extractor(OLD, [CALLED]))
  const [first] = (await run(extractor(NEW, [CALLED]), { refresh: true })).refreshed
  expect(first).toMatchObject({ path: "one", added: [], removed: [], changed: [] })
})

describe("files", () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "chancery-files-"))
    writeFileSync(join(folder, "a.md"), "---\ntitle: One\n---\nAnna called Boris.\n")
    writeFileSync(join(folder, "b.txt"), "Boris called Anna.\n")
    writeFileSync(join(folder, "c.jsonl"), '{"text": "Anna met Boris."}\n')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** How each file came to the loader. */
  async function reload(
    by: Extractor,
    options: LoadOptions & ReadOptions = {},
  ): Promise<[string[], LoadSummary]> {
    const came: string[] = []
    const { published, ...loadOptions } = options
    async function* read(isKnown: IsKnown): AsyncGenerator<ReadResult | KnownResult> {
      for await (const result of readPaths([folder], { published, isKnown })) {
        came.push("isKnown" in result ? "passed over" : "read")
        yield result
      }
    }
    return [came, await load(read, by, store, loadOptions)]
  }

  test("are passed over where the same extractor read the same bytes", async () => {
    expect((await reload(extractor(OLD, [])))[0]).toEqual(["read", "read", "read"])
    const [came, summary] = await reload(extractor(OLD, []), { prune: [folder] })
    // A record of a file of many is always read.
    expect(came).toEqual(["passed over", "passed over", "read"])
    expect(summary.articles).toEqual({ new: 0, changed: 0, unchanged: 3, removed: 0 })
  })

  test.each<[string, string, LoadOptions & ReadOptions, Partial<LoadSummary["articles"]>]>([
    ["another extractor", NEW, {}, { unchanged: 3 }],
    ["another extractor that reads anew", NEW, { refresh: true }, { changed: 3 }],
    ["another day of publication", OLD, { published: "2021-05-14" }, { changed: 3 }],
  ])("are read again for %s", async (_, digest, options, counts) => {
    await reload(extractor(OLD, []))
    const [came, { articles }] = await reload(extractor(digest, []), options)
    expect(came).toEqual(["read", "read", "read"])
    expect(articles).toMatchObject(counts)
  })

  test("that changed are read, though they say the same", async () => {
    await reload(extractor(OLD, []))
    writeFileSync(join(folder, "b.txt"), "Boris called Anna.\r\n")
    const [came, { articles }] = await reload(extractor(OLD, []))
    expect(came).toEqual(["passed over", "read", "read"])
    expect(articles.unchanged).toBe(3)
  })
})
