// No tracked file may share eight words in a row with the texts that tests read beside the project: their
// licences let us measure with them, not ship them.
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const WORDS = 8
const FOLDERS = [
  "articles",
  "articles-guardian",
  "articles-re3d",
  "gold",
  "treebank",
  "resources/re3d",
  "resources/uner",
]
const NOT_OURS = /^(?:LICENSE|package-lock\.json|data\/model\/(?:tokenizer\.json|.*\.onnx))$/

const shared = process.argv[2]
if (shared === undefined || !FOLDERS.every((folder) => existsSync(join(shared, folder)))) {
  console.error(`no-leak: give the folder that holds ${FOLDERS.join(", ")}`)
  process.exit(2)
}

/** The running text of a file: of column formats the forms, of JSON lines every string. */
function textsOf(path) {
  const text = readFileSync(path, "utf8")
  if (path.endsWith(".conllu")) return text.match(/^# text = .*$/gm).map((line) => line.slice(9))
  if (path.endsWith(".iob2")) return [text.replace(/^#.*$/gm, "").replace(/^\d+\t([^\t]*)\t.*$/gm, "$1")]
  if (path.endsWith(".jsonl"))
    return text
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => stringsOf(JSON.parse(line)))
  return [text]
}

function stringsOf(value) {
  if (typeof value === "string") return [value]
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : []
}

/** A run ends where a table's cell does: names that stand beside each other are no sentence. */
function partsOf(path) {
  const text = readFileSync(path, "utf8")
  return path.endsWith(".tsv") ? text.split(/[\t\n;]/) : [text]
}

function* runsOf(text) {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? []
  for (let at = 0; at + WORDS <= words.length; at++) yield words.slice(at, at + WORDS).join(" ")
}

const foreign = new Set()
for (const folder of FOLDERS) {
  for (const name of readdirSync(join(shared, folder))) {
    if (!/\.(?:txt|md|jsonl|conllu|iob2)$/.test(name) || /^(?:LICEN[CS]E|README)/.test(name)) continue
    for (const text of textsOf(join(shared, folder, name))) for (const run of runsOf(text)) foreign.add(run)
  }
}

let leaks = 0
for (const path of execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0")) {
  if (path === "" || NOT_OURS.test(path) || !existsSync(path)) continue
  for (const run of partsOf(path).flatMap((part) => [...runsOf(part)])) {
    if (!foreign.has(run)) continue
    console.error(`no-leak: ${path}: "${run}" stands in ${shared}; say it in our own words`)
    leaks++
  }
}
console.log(`no-leak: ${foreign.size} runs of ${WORDS} words, ${leaks} of them in our files`)
process.exit(leaks > 0 ? 1 : 0)
