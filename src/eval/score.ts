// Precision, recall and F1 of sets, with bootstrap intervals over articles (Efron and Tibshirani 1993).

export interface Score {
  gold: number
  found: number
  right: number
  precision: number
  recall: number
  f1: number
}

/** Keys of gold and of found items by article, so that articles can be drawn again. */
export type KeysByDoc = Map<string, { gold: Set<string>; found: Set<string> }>

/** Items whose document is not in `docs` are left out. */
export function keysByDoc<Item extends { doc: string }>(
  docs: string[],
  gold: Item[],
  found: Item[],
  key: (item: Item) => string,
): KeysByDoc {
  const keys: KeysByDoc = new Map(docs.map((doc) => [doc, { gold: new Set(), found: new Set() }]))
  for (const item of gold) keys.get(item.doc)?.gold.add(key(item))
  for (const item of found) keys.get(item.doc)?.found.add(key(item))
  return keys
}

interface Counts {
  gold: number
  found: number
  right: number
}

function countsOf({ gold, found }: { gold: Set<string>; found: Set<string> }): Counts {
  return { gold: gold.size, found: found.size, right: [...gold].filter((key) => found.has(key)).length }
}

function scoreOf(counts: Counts[]): Score {
  const sum = (part: keyof Counts): number => counts.reduce((total, count) => total + count[part], 0)
  const [gold, found, right] = [sum("gold"), sum("found"), sum("right")]
  const [precision, recall] = [found === 0 ? 0 : right / found, gold === 0 ? 0 : right / gold]
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { gold, found, right, precision, recall, f1 }
}

/** Micro-averaged over all documents. */
export const score = (keys: KeysByDoc): Score => scoreOf([...keys.values()].map(countsOf))

const DRAWS = 2000

/** The 95 % interval of F1 when articles are drawn with replacement, with a fixed seed. */
export function interval(keys: KeysByDoc): [low: number, high: number] {
  const counts = [...keys.values()].map(countsOf)
  const random = mulberry32(1)
  const f1s = Array.from({ length: DRAWS }, () => {
    const drawn = counts.map(() => counts[Math.floor(random() * counts.length)] as Counts)
    return scoreOf(drawn).f1
  }).sort((a, b) => a - b)
  return [f1s[Math.floor(DRAWS * 0.025)] ?? 0, f1s[Math.floor(DRAWS * 0.975)] ?? 0]
}

/** A small seeded generator, since Math.random takes no seed. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
