// "each other", "one another", "the other": the parties of an act do it to one another.
import type { Sentence } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"

/** Whether a phrase, or what it belongs to, is the doers themselves in turn: "each other's envoys". */
export function isReciprocal(sentence: Sentence, token: number): boolean {
  return [token, ...childrenWith(sentence, token, "nmod:poss", "nummod")].some((at) =>
    isEachOther(sentence, at),
  )
}

function isEachOther(sentence: Sentence, token: number): boolean {
  const words = [token, ...childrenWith(sentence, token, "fixed", "det", "compound", "flat")]
    .sort((a, b) => a - b)
    .map((at) => tokenAt(sentence, at).text.toLowerCase())
    .join(" ")
  return /^(?:each other|one another|the other)$/.test(words)
}
