// Second stage: an article's sentences with words, tags, dependency tree, names and triggers of events.
import type { AnnotatedArticle, Article, Sentence, Span, Token } from "../../types.js"
import { lemma } from "./lemma.js"
import { createParser, type ParsedWord, type Parser } from "./parser.js"
import { repairTree } from "./repair.js"
import type { Runtime } from "./runtime.js"
import { type SentenceWords, splitSentences, type WordSpan } from "./sentences.js"

export type { Runtime } from "./runtime.js"

export interface Annotator {
  readonly runtime: Runtime
  /** A function of the article's text alone. */
  annotate(article: Article): Promise<AnnotatedArticle>
  close(): Promise<void>
}

/** Loads the model once; `runtime` forces the native or the WASM build. Throws `MODEL_UNAVAILABLE`. */
export async function createAnnotator(options: { runtime?: Runtime | undefined } = {}): Promise<Annotator> {
  const parser = await createParser(options.runtime)
  return {
    runtime: parser.runtime,
    async annotate(article) {
      const sentences: Sentence[] = []
      for (const [index, words] of splitSentences(article.text).entries()) {
        sentences.push(await annotateSentence(parser, index, words, article.boilerplate))
      }
      return { ...article, sentences }
    },
    close: () => parser.close(),
  }
}

async function annotateSentence(
  parser: Parser,
  index: number,
  words: SentenceWords,
  boilerplate: Span[],
): Promise<Sentence> {
  const start = (words[0] as WordSpan).start
  const end = (words.at(-1) as WordSpan).end
  const skipped = boilerplate.some((span) => span.start <= start && end <= span.end)
  if (skipped) return { index, start, end, tokens: [], names: [], triggers: [], boilerplate: true }
  const parse = await parser.parse(words.map((word) => word.text))
  const tokens = words.map((word, position): Token => {
    const parsed = parse.words[position] as ParsedWord
    return { ...word, ...parsed, lemma: lemma(word.text, parsed.upos, parsed.xpos) }
  })
  repairTree(tokens)
  const { names, triggers } = parse
  return { index, start, end, tokens, names, triggers, boilerplate: false }
}
