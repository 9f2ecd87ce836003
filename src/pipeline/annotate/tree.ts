// From arc scores to a dependency tree: each word's best head, or, where those form no tree, the maximum
// spanning tree with one root (Chu and Liu 1965; Edmonds 1967).

/**
 * Heads of `count` words from `scores[dependent][head]`, both (count + 1) wide with the root at 0.
 * Returns `heads[1..count]`, 0 being the root; `heads[0]` is 0.
 */
export function decodeTree(scores: Float64Array[]): number[] {
  const heads = scores.map((row, dependent) => (dependent === 0 ? 0 : best(row, dependent)))
  const roots = heads.filter((head, dependent) => dependent > 0 && head === 0).length
  if (roots === 1 && findCycle(heads) === undefined) return heads
  // A heavy price for every root arc leaves exactly one in the optimum.
  const priced = scores.map((row, dependent) => {
    const copy = row.slice()
    if (dependent > 0) copy[0] = at(copy, 0) - 1e4
    return copy
  })
  return spanningTree(priced)
}

/** Softmax of the chosen head among all heads of one dependent: how sure the parser is. */
export function arcCertainty(row: Float64Array, dependent: number, head: number): number {
  const chosen = at(row, head)
  let sum = 0
  for (let other = 0; other < row.length; other++) {
    if (other !== dependent) sum += Math.exp(at(row, other) - chosen)
  }
  return 1 / sum
}

const at = (row: ArrayLike<number>, index: number): number => row[index] as number

function best(row: Float64Array, except: number): number {
  let winner = except === 0 ? 1 : 0
  for (let head = 0; head < row.length; head++) {
    if (head !== except && at(row, head) > at(row, winner)) winner = head
  }
  return winner
}

function findCycle(heads: number[]): number[] | undefined {
  const colour = new Int32Array(heads.length)
  for (let start = 1; start < heads.length; start++) {
    let node = start
    while (node !== 0 && colour[node] === 0) {
      colour[node] = start
      node = at(heads, node)
    }
    if (node === 0 || colour[node] !== start) continue
    const cycle = [node]
    for (let next = at(heads, node); next !== node; next = at(heads, next)) cycle.push(next)
    return cycle
  }
  return undefined
}

/** Contracts a cycle into one node, solves the smaller problem and expands it again. */
function spanningTree(scores: Float64Array[]): number[] {
  const heads = scores.map((row, dependent) => (dependent === 0 ? 0 : best(row, dependent)))
  const cycle = findCycle(heads)
  if (cycle === undefined) return heads
  const inside = new Set(cycle)
  const rest = scores.map((_, node) => node).filter((node) => !inside.has(node))
  const size = rest.length
  const score = (dependent: number, head: number): number => at(scores[dependent] as Float64Array, head)

  const contracted = Array.from({ length: size + 1 }, () => new Float64Array(size + 1).fill(-Infinity))
  const entered: number[] = []
  const leaving: number[] = []
  for (let a = 0; a < size; a++) {
    const node = at(rest, a)
    const row = contracted[a] as Float64Array
    for (let b = 0; b < size; b++) row[b] = score(node, at(rest, b))
    const from = argmax(cycle, (member) => score(node, member))
    leaving[a] = from
    row[size] = score(node, from)
    const into = argmax(cycle, (member) => score(member, node) - score(member, at(heads, member)))
    entered[a] = into
    ;(contracted[size] as Float64Array)[a] = score(into, node) - score(into, at(heads, into))
  }
  const solved = spanningTree(contracted)
  const result = heads.slice()
  for (let a = 1; a < size; a++) {
    const head = at(solved, a)
    result[at(rest, a)] = head < size ? at(rest, head) : at(leaving, a)
  }
  const outer = at(solved, size)
  result[at(entered, outer)] = at(rest, outer)
  return result
}

function argmax(items: number[], value: (item: number) => number): number {
  let winner = at(items, 0)
  for (const item of items) if (value(item) > value(winner)) winner = item
  return winner
}
