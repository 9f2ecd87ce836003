// The learned reader's scores to the words that may tell an event, with its scores for each word as a party.
import type { TriggerReading } from "../../types.js"

/** Below it a word tells nothing. */
const MIN_SCORE = 0.02

/**
 * In order of words, then of types. `scores` are [word, type], `parties` [role, trigger's word, word], both with the
 * root as word 0.
 */
export function decodeTriggers(
  scores: Float32Array,
  parties: Float32Array,
  count: number,
  types: string[],
): TriggerReading[] {
  const width = count + 1
  const rowOf = (role: number, token: number): number[] => {
    const start = (role * width + token + 1) * width + 1
    return Array.from(parties.subarray(start, start + count), rounded)
  }
  return Array.from({ length: count }, (_, token) =>
    types.flatMap((type, column): TriggerReading[] => {
      const score = rounded(scores[(token + 1) * types.length + column] as number)
      return score < MIN_SCORE
        ? []
        : [{ token, type, score, source: rowOf(0, token), target: rowOf(1, token) }]
    }),
  ).flat()
}

const rounded = (value: number): number => Number(value.toFixed(4))
