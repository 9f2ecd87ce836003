// Accuracy of sentences, words, tags and trees on the test files of a folder of treebanks.
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { AppError } from "../errors.js"
import { createAnnotator, type Runtime } from "../pipeline/annotate/index.js"
import { createParser, type ParsedWord } from "../pipeline/annotate/parser.js"
import { toArticle } from "../pipeline/read/article.js"
import { readTreebank, type TreebankDocument, type TreeWord } from "./conllu.js"
import { addScores, f1, METRICS, noScores, type ParseScores } from "./parse-scores.js"

/** A row a test file and a way to its words: "raw text" (ours) or "gold words" (the treebank's). */
export async function scoreTreebanks(folder: string, runtime: Runtime | undefined): Promise<string[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith("-test.conllu"))
  if (files.length === 0) throw new AppError("BAD_INPUT", `${folder}: no file *-test.conllu here.`)
  const rows = [["treebank", "from", ...METRICS].join("\t")]
  for (const file of files) {
    const documents = readTreebank(join(folder, file))
    rows.push(toRow(file, "raw text", await scoreText(documents, runtime)))
    rows.push(toRow(file, "gold words", await scoreWords(documents, runtime)))
  }
  return rows
}

const toRow = (file: string, from: string, scores: ParseScores): string =>
  [file, from, ...METRICS.map((metric) => f1(scores[metric]).toFixed(2))].join("\t")

async function scoreText(documents: TreebankDocument[], runtime: Runtime | undefined): Promise<ParseScores> {
  const annotator = await createAnnotator({ runtime })
  const scores = noScores()
  for (const { text, sentences } of documents) {
    const article = { ...toArticle({ text }, { path: "", source: "" }, {}), boilerplate: [] }
    const annotated = await annotator.annotate(article)
    addScores(
      scores,
      sentences,
      annotated.sentences.map(({ tokens }) => tokens),
    )
  }
  await annotator.close()
  return scores
}

async function scoreWords(documents: TreebankDocument[], runtime: Runtime | undefined): Promise<ParseScores> {
  const parser = await createParser(runtime)
  const scores = noScores()
  for (const { text, sentences } of documents) {
    const ours: TreeWord[][] = []
    for (const words of sentences) {
      const parse = await parser.parse(words.map(({ start, end }) => text.slice(start, end)))
      ours.push(words.map((word, index) => ({ ...word, ...(parse.words[index] as ParsedWord) })))
    }
    addScores(scores, sentences, ours)
  }
  await parser.close()
  return scores
}
