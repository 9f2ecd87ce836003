import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readTreebank, type TreeWord } from "../../src/bench/conllu.js"
import { addScores, f1, METRICS, noScores } from "../../src/bench/parse-scores.js"

const ROWS = [
  "# newdoc id = d1",
  "# newpar id = p1",
  "1\tEnvoys\tenvoy\tNOUN\tNNS\t_\t4\tnsubj\t_\t_",
  "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
  "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_",
  "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_",
  "4\tmeet\tmeet\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No",
  "4.1\tagain\tagain\tADV\tRB\t_\t_\t_\t_\t_",
  "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_",
  "",
  "# newpar id = p2",
  "1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj:pass\t_\t_",
  "2\tended\tend\tVERB\tVBD\t_\t0\troot\t_\t_",
  "",
]

function treebank(): ReturnType<typeof readTreebank> {
  const path = join(mkdtempSync(join(tmpdir(), "chancery-treebank-")), "x.conllu")
  writeFileSync(path, ROWS.join("\n"))
  return readTreebank(path)
}

describe("readTreebank", () => {
  test("restores the raw text, paragraphs apart and spaces as they were", () => {
    expect(treebank().map(({ text }) => text.trim())).toEqual(["Envoys didn't meet.\n\nTalks ended"])
  })

  test("gives each word of a multiword token its own characters and leaves empty nodes out", () => {
    const [document] = treebank()
    const words = document?.sentences.map((sentence) =>
      sentence.map(({ start, end }) => document.text.slice(start, end)),
    )
    expect(words).toEqual([
      ["Envoys", "did", "n't", "meet", "."],
      ["Talks", "ended"],
    ])
  })
})

describe("addScores", () => {
  const gold = treebank()[0]?.sentences ?? []
  const score = (ours: TreeWord[][]): Record<string, number> => {
    const scores = noScores()
    addScores(scores, gold, ours)
    return Object.fromEntries(METRICS.map((metric) => [metric, Math.round(f1(scores[metric]))]))
  }
  const change = (words: TreeWord[], at: number, part: Partial<TreeWord>): TreeWord[] =>
    words.map((word, index) => (index === at ? { ...word, ...part } : word))

  test("the treebank itself scores 100 everywhere", () => {
    expect(score(gold)).toEqual(Object.fromEntries(METRICS.map((metric) => [metric, 100])))
  })

  test("a wrong head costs UAS and LAS, a wrong subtype LAS* alone", () => {
    const [first = [], second = []] = gold
    expect(score([change(first, 0, { head: 1 }), second])).toMatchObject({ words: 100, UAS: 86, LAS: 86 })
    expect(score([first, change(second, 0, { deprel: "nsubj" })])).toMatchObject({
      UAS: 100,
      LAS: 100,
      "LAS*": 83,
    })
  })

  test("one sentence for two costs both, and the root that is one no more", () => {
    const [first = [], second = []] = gold
    const joined = [
      ...first,
      ...second.map((word) => ({ ...word, head: word.head < 0 ? 3 : word.head + first.length })),
    ]
    expect(score([joined])).toMatchObject({ sentences: 0, words: 100, UAS: 86 })
  })

  test("a word left whole is a missing and a superfluous one", () => {
    const [first = [], second = []] = gold
    const [envoys, did, not, ...rest] = first as [TreeWord, TreeWord, TreeWord, TreeWord, TreeWord]
    const whole = [envoys, { ...did, end: not.end }, ...rest].map((word) => ({
      ...word,
      head: word.head < 0 ? -1 : 2,
    }))
    // Five of seven and of six words agree.
    expect(score([whole, second])).toMatchObject({ sentences: 100, words: 77, UAS: 77 })
  })
})
