// The model itself, on the runtime that CHANCERY_RUNTIME names.
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { readConfig } from "../../../src/config.js"
import { type Annotator, createAnnotator } from "../../../src/pipeline/annotate/index.js"
import { loadModel } from "../../../src/pipeline/annotate/runtime.js"
import { toArticle } from "../../../src/pipeline/read/article.js"
import type { AnnotatedArticle, Sentence, Token } from "../../../src/types.js"

const { runtime } = readConfig(process.env)
let annotator: Annotator

beforeAll(async () => {
  annotator = await createAnnotator({ runtime })
})
afterAll(() => annotator.close())

const annotate = (text: string): Promise<AnnotatedArticle> =>
  annotator.annotate(toArticle({ text }, { path: "a.txt", source: "/a.txt" }, {}))

async function onlySentence(text: string): Promise<Sentence> {
  const { sentences } = await annotate(text)
  expect(sentences).toHaveLength(1)
  return sentences[0] as Sentence
}

/** `<relation> of <head>` of the first token with this text. */
function relationOf(sentence: Sentence, word: string): string {
  const token = sentence.tokens.find(({ text }) => text === word) as Token
  return token.head < 0 ? "root" : `${token.deprel} of ${sentence.tokens[token.head]?.text}`
}

describe("trees", () => {
  test.each([
    ["Ruritania condemned the raid.", "Ruritania", "nsubj of condemned"],
    ["Ruritania condemned the raid.", "raid", "obj of condemned"],
    ["The raid was condemned by Ruritania.", "raid", "nsubj:pass of condemned"],
    ["The raid was condemned by Ruritania.", "Ruritania", "obl:agent of condemned"],
    ["The minister flew to Vienna on Monday.", "Vienna", "obl of flew"],
    ["Italy and Spain signed a treaty.", "Spain", "conj of Italy"],
    ["He refused to meet the envoy.", "meet", "xcomp of refused"],
    ["The rebels who attacked the town fled.", "attacked", "acl:relcl of rebels"],
    ["France's president called.", "France", "nmod:poss of president"],
  ])("%s: %s is %s", async (text, word, relation) => {
    expect(relationOf(await onlySentence(text), word)).toBe(relation)
  })

  test("tags and lemmas come with them", async () => {
    const { tokens } = await onlySentence("The envoys left Geneva.")
    expect(tokens.map(({ upos }) => upos)).toEqual(["DET", "NOUN", "VERB", "PROPN", "PUNCT"])
    expect(tokens.map(({ xpos }) => xpos)).toEqual(["DT", "NNS", "VBD", "NNP", "."])
    expect(tokens.map(({ lemma }) => lemma)).toEqual(["the", "envoy", "leave", "Geneva", "."])
  })
})

test.each([
  ["President Maria Torres met John Smith in Cairo.", ["PER Maria Torres", "PER John Smith", "LOC Cairo"]],
  ["Syrian forces left Damascus.", ["NAT Syrian", "LOC Damascus"]],
  ["They met on Monday.", []],
])("names of %s", async (text, expected) => {
  const sentence = await onlySentence(text)
  const names = sentence.names.map(({ first, last, type }) => {
    const [from, to] = [sentence.tokens[first] as Token, sentence.tokens[last] as Token]
    return `${type} ${text.slice(from.start, to.end)}`
  })
  expect(names).toEqual(expected)
})

test("a boilerplate sentence is kept in its place and not parsed", async () => {
  const text = "Envoys met.\nSubscribe to our newsletter\nThey agreed."
  const { sentences } = await annotate(text)
  expect(sentences.map(({ boilerplate }) => boilerplate)).toEqual([false, true, false])
  expect(sentences[1]).toMatchObject({ index: 1, tokens: [], names: [] })
  expect(text.slice(sentences[1]?.start, sentences[1]?.end)).toBe("Subscribe to our newsletter")
})

test("a sentence is read the same whatever stands around it", async () => {
  const alone = await onlySentence("The premier called his counterpart.")
  const { sentences } = await annotate(
    "It rained. The premier called his counterpart. Then he left the city.",
  )
  const parse = ({ tokens }: Sentence): unknown[] => tokens.map(({ start: _, end: __, ...rest }) => rest)
  expect(parse(sentences[1] as Sentence)).toEqual(parse(alone))
})

/** Offsets exact, one tree a sentence, names inside it and apart. */
function expectSound({ text, sentences }: AnnotatedArticle): void {
  let cursor = 0
  sentences.forEach((sentence, index) => {
    expect(sentence.index).toBe(index)
    expect(sentence.start).toBeGreaterThanOrEqual(cursor)
    for (const token of sentence.tokens) {
      expect(token.text).toBe(text.slice(token.start, token.end))
      expect(token.start).toBeGreaterThanOrEqual(cursor)
      cursor = token.end
      expect(token.certainty).toBeGreaterThan(0)
      expect(token.certainty).toBeLessThanOrEqual(1)
    }
    cursor = sentence.end
    if (sentence.boilerplate) return
    expect(sentence.tokens.filter(({ head }) => head < 0)).toHaveLength(1)
    sentence.tokens.forEach((_, start) => {
      let at = start
      for (let step = 0; at >= 0 && step <= sentence.tokens.length; step++)
        at = sentence.tokens[at]?.head as number
      expect(at, "a way to the root").toBe(-1)
    })
    let last = -1
    for (const name of sentence.names) {
      expect(name.first).toBeGreaterThan(last)
      expect(name.last).toBeGreaterThanOrEqual(name.first)
      last = name.last
    }
    expect(last).toBeLessThan(sentence.tokens.length)
  })
}

describe("whatever the text", () => {
  test("offsets are exact and trees are trees", async () => {
    const words = fc.constantFrom(
      "Envoys",
      "met",
      "the",
      "U.S.",
      "“",
      "”",
      ".",
      ",",
      "n't",
      "\n",
      "😀",
      "مرحبا",
      "和",
      "\u0000",
      "\u202e",
      "-",
    )
    const anyText = fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(anyText, async (parts) => expectSound(await annotate(parts.join(" ")))),
      { numRuns: 60 },
    )
  })

  test.each([
    ["five thousand words without a stop", "the envoys met and ".repeat(1250)],
    ["words of many pieces beyond the encoder's 512", "qzxv-wkjq.zzvx/qqj?kxz=wvj ".repeat(150)],
    ["foreign script", "你好世界，".repeat(200)],
    ["one word of ten thousand letters", "x".repeat(10_000)],
    ["control characters", "\u0001 \u0002 \u0007 a \u001b[31m b"],
  ])("%s", async (_, text) => {
    const article = await annotate(text)
    expectSound(article)
    expect(article.sentences.length).toBeGreaterThan(0)
  })
})

describe("the runtime", () => {
  test("is the forced one", () => {
    if (runtime !== undefined) expect(annotator.runtime).toBe(runtime)
  })

  test("falls back to WASM where the native one does not load, and warns once", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockReturnValue()
    const packages = { node: "onnxruntime-not-installed", wasm: "onnxruntime-web" }
    for (let load = 0; load < 2; load++) {
      const model = await loadModel(undefined, packages)
      expect(model.runtime).toBe("wasm")
      await model.release()
    }
    expect(warn.mock.calls).toEqual([
      [expect.stringContaining("onnxruntime-not-installed"), "RuntimeFallback"],
    ])
    warn.mockRestore()
  })

  test("that is forced and does not load is an error that says what to do", async () => {
    const packages = { node: "onnxruntime-not-installed", wasm: "onnxruntime-web" }
    await expect(loadModel("node", packages)).rejects.toMatchObject({
      code: "MODEL_UNAVAILABLE",
      message: expect.stringContaining("CHANCERY_RUNTIME=wasm"),
    })
  })
})
