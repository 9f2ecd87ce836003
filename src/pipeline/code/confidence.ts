// How sure an event is: the product of what it was read from.
import type { Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import type { Match } from "./match.js"

/** In [0, 1], four decimals: the frame's words, the parser's arcs at trigger and parties, and how the parties were resolved. */
export function confidenceOf(sentence: Sentence, { frame, trigger, source, target }: Match): number {
  const parties = [source, target].filter((party) => party !== null)
  const arcs = [trigger, ...parties.map((party) => party.token)].map(
    (token) => tokenAt(sentence, token).certainty,
  )
  const weakest = Math.min(...arcs)
  const resolved = parties.reduce((product, party) => product * party.certainty, 1)
  return Number((frame.certainty * resolved * (0.6 + 0.4 * weakest)).toFixed(4))
}
