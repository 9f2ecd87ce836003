// From the recogniser's scores to name spans: the best path in which I-X follows only B-X or I-X. An argmax
// per word would cut names in pieces.
import type { NameSpan, NameType } from "../../types.js"

/** `scores` holds `count` rows of one score a label; labels are BIO, "O" first. */
export function decodeNames(scores: Float32Array, count: number, labels: string[]): NameSpan[] {
  const path = bestPath(scores, count, labels)
  const spans: NameSpan[] = []
  for (const [word, index] of path.entries()) {
    const label = labels[index] as string
    const open = spans.at(-1)
    if (label.startsWith("B-")) spans.push({ first: word, last: word, type: label.slice(2) as NameType })
    else if (label.startsWith("I-") && open !== undefined) open.last = word
  }
  return spans
}

/** Viterbi search without transition scores, only with forbidden transitions. */
function bestPath(scores: Float32Array, count: number, labels: string[]): number[] {
  const width = labels.length
  const begins = labels.map((label) => (label.startsWith("I-") ? labels.indexOf(`B-${label.slice(2)}`) : -1))
  let total = new Float64Array(width)
  const back: Uint8Array[] = []
  for (let word = 0; word < count; word++) {
    const next = new Float64Array(width)
    const from = new Uint8Array(width)
    const top = indexOfMax(total)
    for (let label = 0; label < width; label++) {
      const begin = begins[label] as number
      const score = scores[word * width + label] as number
      if (begin < 0) {
        from[label] = top
        next[label] = (total[top] as number) + score
      } else if (word === 0) {
        next[label] = -1e6
      } else {
        from[label] = (total[begin] as number) > (total[label] as number) ? begin : label
        next[label] = (total[from[label] as number] as number) + score
      }
    }
    back.push(from)
    total = next
  }
  const path = new Array<number>(count)
  let label = indexOfMax(total)
  for (let word = count - 1; word >= 0; word--) {
    path[word] = label
    label = (back[word] as Uint8Array)[label] as number
  }
  return path
}

function indexOfMax(values: Float64Array): number {
  let top = 0
  for (let index = 1; index < values.length; index++) {
    if ((values[index] as number) > (values[top] as number)) top = index
  }
  return top
}
