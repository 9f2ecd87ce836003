// Reads a text and says who is meant by its words.
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readConfig } from "../../../src/config.js"
import { type Annotator, createAnnotator } from "../../../src/pipeline/annotate/index.js"
import { loadActorIndex, resolve } from "../../../src/pipeline/resolve/index.js"
import type { Article, ResolvedArticle } from "../../../src/types.js"

const index = loadActorIndex()
let annotator: Annotator
beforeAll(async () => {
  annotator = await createAnnotator({ runtime: readConfig(process.env).runtime })
})
afterAll(() => annotator.close())

/** Resolves a text. */
export async function read(
  text: string,
  published: string | null,
  outlet: string | null,
): Promise<ResolvedArticle> {
  const article: Article = {
    ...{
      id: "article:test",
      path: "test.txt",
      source: "test.txt",
      url: null,
      title: null,
      outlet,
      published,
    },
    ...{ language: "en", text, contentHash: "", boilerplate: [] },
  }
  return resolve(await annotator.annotate(article), index)
}

/** `Surface`, or `surface#2` for its second place in the text, and who is meant: ids, or "" for nobody. */
export type Row = [
  text: string,
  expected: Record<string, string>,
  published?: string | null,
  outlet?: string | null,
]

/** Actors of the longest mention that ends or begins where the surface does. */
function meant({ mentions }: ResolvedArticle, text: string, surface: string): string {
  const [form = "", nth = "1"] = surface.split("#")
  let start = -1
  for (let time = 0; time < Number(nth); time++) start = text.indexOf(form, start + 1)
  expect(start, `"${surface}" is in the text`).toBeGreaterThanOrEqual(0)
  const end = start + form.length
  const at = mentions.filter(
    (mention) => mention.start <= start && end <= mention.end && mention.kind !== "outlet",
  )
  const exact = at.filter((mention) => mention.start === start && mention.end === end)
  return [...new Set((exact.length > 0 ? exact : at).flatMap((mention) => mention.actors))].join(" ")
}

/** One test for each row: who its words mean. */
export function check(name: string, rows: Row[]): void {
  describe(name, () => {
    test.each(rows)("%s", async (text, expected, published = null, outlet = null) => {
      const resolved = await read(text, published, outlet)
      const found = Object.keys(expected).map((surface) => [surface, meant(resolved, text, surface)])
      expect(Object.fromEntries(found)).toEqual(expected)
    })
  })
}
