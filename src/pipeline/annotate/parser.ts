// One sentence through the joint model: tags, dependency tree, names and triggers of events in one pass.
import { readFileSync } from "node:fs"
import type { Tensor } from "onnxruntime-web"
import { z } from "zod"
import { dataPath } from "../../paths.js"
import type { NameSpan, TriggerReading } from "../../types.js"
import { decodeNames } from "./names.js"
import { type LoadedModel, loadModel, type Runtime } from "./runtime.js"
import { arcCertainty, decodeTree } from "./tree.js"
import { decodeTriggers } from "./triggers.js"
import { WordPiece } from "./wordpiece.js"

export interface ParsedWord {
  upos: string
  xpos: string
  /** -1 for the root. */
  head: number
  deprel: string
  certainty: number
}

export interface Parse {
  words: ParsedWord[]
  names: NameSpan[]
  triggers: TriggerReading[]
}

export interface Parser {
  readonly runtime: Runtime
  parse(words: string[]): Promise<Parse>
  close(): Promise<void>
}

const labelsSchema = z.object({
  lab: z.array(z.string()),
  tag: z.array(z.string()),
  ner: z.array(z.string()),
  event: z.array(z.string()),
})
type Labels = z.infer<typeof labelsSchema>

/** Loads model, labels and vocabulary. One sentence a call: int8 scales activations by what is in the batch. */
export async function createParser(runtime?: Runtime): Promise<Parser> {
  const labels = labelsSchema.parse(JSON.parse(readFileSync(dataPath("model", "labels.json"), "utf8")))
  const wordPiece = new WordPiece()
  const model = await loadModel(runtime)
  return {
    runtime: model.runtime,
    async parse(words) {
      const output = await run(model, wordPiece, words)
      return decode(output, words.length, labels)
    },
    close: () => model.release(),
  }
}

type Output = Record<"arc" | "lab" | "tag" | "ner" | "trigger" | "party", Tensor>

async function run(model: LoadedModel, wordPiece: WordPiece, words: string[]): Promise<Output> {
  const { ids, shapes, first, last, wordShapes } = wordPiece.encode(words)
  const { int64 } = model
  return (await model.run({
    ids: int64(ids),
    mask: int64(ids.map(() => 1)),
    ft: int64(shapes),
    first: int64(first),
    last: int64(last),
    wf: int64(wordShapes),
  })) as Output
}

const floats = (tensor: Tensor): Float32Array => tensor.data as Float32Array

function decode(output: Output, count: number, labels: Labels): Parse {
  const width = count + 1
  const arcs = floats(output.arc)
  const relations = output.lab.data as Int32Array
  const tags = output.tag.data as Int32Array
  const scores = Array.from({ length: width }, (_, row) => {
    return Float64Array.from(arcs.subarray(row * width, (row + 1) * width))
  })
  const heads = decodeTree(scores)
  const words = Array.from({ length: count }, (_, index): ParsedWord => {
    const row = index + 1
    const head = heads[row] as number
    const [upos = "X", xpos = "XX"] = (labels.tag[tags[row] as number] as string).split("_")
    return {
      upos,
      xpos,
      head: head - 1,
      deprel: head === 0 ? "root" : (labels.lab[relations[row * width + head] as number] as string),
      certainty: arcCertainty(scores[row] as Float64Array, row, head),
    }
  })
  const nameScores = floats(output.ner).subarray(labels.ner.length)
  return {
    words,
    names: decodeNames(nameScores, count, labels.ner),
    triggers: decodeTriggers(floats(output.trigger), floats(output.party), count, labels.event),
  }
}
