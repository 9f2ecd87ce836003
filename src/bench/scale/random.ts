// Chance that is the same in every run.

export interface Random {
  /** 0 <= number < 1. */
  number(): number
  /** A whole number below `limit`. */
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  /** A rank below `limit`, the first most often: one over the rank, as names and words are spread in news. */
  zipf(limit: number): number
}

/** Mulberry32, by Tommy Ettinger, in the public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(number() * limit)
  return {
    number,
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    // The inverse of the sum of 1/rank, which is nearly its logarithm.
    zipf: (limit) => Math.min(limit, Math.floor((limit + 1) ** number())) - 1,
  }
}
