// The sentences of data/gold/triggers with their words, one JSON object a line on stdout: node event_sentences.mjs DATA
// Words are cut by the program itself (npm run build first). Rows whose text DATA does not hold are counted and left out.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { splitSentences } from "../../../dist/pipeline/annotate/sentences.js"

const [data] = process.argv.slice(2)
if (data === undefined) throw new Error("usage: node event_sentences.mjs DATA > events.jsonl")
const gold = join(import.meta.dirname, "..", "..", "gold")

const linesOf = (file) => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line))

/** Treebank documents by name: their `# text` lines, joined by line ends. */
function treebankTexts() {
  const texts = new Map()
  for (const file of readdirSync(join(data, "treebank")).filter((name) => name.endsWith(".conllu"))) {
    let document = ""
    for (const line of readFileSync(join(data, "treebank", file), "utf8").split("\n")) {
      if (line.startsWith("# newdoc id = ")) document = line.slice("# newdoc id = ".length)
      if (!line.startsWith("# text = ")) continue
      const text = line.slice("# text = ".length)
      texts.set(document, texts.has(document) ? `${texts.get(document)}\n${text}` : text)
    }
  }
  return texts
}

function re3dTexts() {
  const files = readdirSync(join(data, "resources", "re3d")).filter((name) => name.endsWith(".jsonl"))
  const documents = files.flatMap((file) => linesOf(join(data, "resources", "re3d", file)))
  return new Map(documents.map(({ id, text }) => [id.slice(0, 10), text]))
}

const passages = () => new Map(linesOf(join(gold, "passages-dev.jsonl")).map(({ id, text }) => [id, text]))

let missing = 0
for (const [name, texts] of [
  ["written", new Map()],
  ["passages", passages()],
  ["treebank", treebankTexts()],
  ["re3d", re3dTexts()],
]) {
  const sentences = new Map()
  for (const { id, piece, words: own, length, events } of linesOf(join(gold, "triggers", `${name}.jsonl`))) {
    const [document, at] = id.split("#")
    const text = texts.get(document)
    if (text !== undefined && !sentences.has(document)) sentences.set(document, splitSentences(text))
    const words = own ?? sentences.get(document)?.[Number(at)]?.map((word) => word.text)
    if (words === undefined || (length !== undefined && words.length !== length)) missing++
    else console.log(JSON.stringify({ set: name, document: piece ?? document, words, events }))
  }
}
if (missing > 0) console.error(`${missing} sentences are not in ${data}`)
