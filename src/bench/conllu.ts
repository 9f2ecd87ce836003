// Treebanks in CoNLL-U: documents with their raw text restored, every word with its place in it.
import { readFileSync } from "node:fs"
import type { Span } from "../types.js"

/** A syntactic word of a treebank or of ours; `head` is an index into its sentence, -1 for the root. */
export interface TreeWord extends Span {
  upos: string
  xpos: string
  head: number
  deprel: string
}

export interface TreebankDocument {
  /** Sentences of a paragraph joined as they were, paragraphs by an empty line. */
  text: string
  sentences: TreeWord[][]
}

/** Documents of a `.conllu` file in order. Empty nodes are left out. */
export function readTreebank(path: string): TreebankDocument[] {
  const documents: TreebankDocument[] = []
  for (const block of readFileSync(path, "utf8").split(/\n{2,}/)) {
    const lines = block.split("\n")
    const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"))
    if (rows.length === 0) continue
    const opens = (comment: string): boolean => lines.some((line) => line.startsWith(`# ${comment}`))
    if (documents.length === 0 || opens("newdoc")) documents.push({ text: "", sentences: [] })
    const document = documents.at(-1) as TreebankDocument
    if (opens("newpar") && document.text !== "") document.text = `${document.text.trimEnd()}\n\n`
    addSentence(document, rows)
  }
  return documents
}

function addSentence(document: TreebankDocument, rows: string[][]): void {
  const words: TreeWord[] = []
  let start = 0
  // A multiword token ("don't", row 3-4) stands before its words and holds their characters.
  let range = { last: 0, end: 0 }
  for (const [id = "", form = "", , upos = "", xpos = "", , head, deprel = "", , misc = ""] of rows) {
    if (id.includes(".")) continue
    const isInside = Number(id) <= range.last
    if (!isInside) {
      start = document.text.length
      document.text += /(?:^|\|)SpaceAfter=No/.test(misc) ? form : `${form} `
    }
    const lastInside = /^\d+-(\d+)$/.exec(id)?.[1]
    if (lastInside !== undefined) {
      range = { last: Number(lastInside), end: start + form.length }
      continue
    }
    const isLast = Number(id) === range.last
    const end = isLast ? range.end : start + form.length
    words.push({ start, end, upos, xpos, head: Number(head) - 1, deprel })
    start = end
  }
  document.sentences.push(words)
}
