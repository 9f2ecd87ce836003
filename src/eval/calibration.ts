// Whether confidence means what it says: of edges given .8, four in five should be true.
import { type Comparison, edgeKey } from "./edges.js"

/** An edge as sure as the program was of it, and whether the gold holds it. */
export interface Claim {
  confidence: number
  right: boolean
}

export interface Bin {
  /** Confidence from here to a tenth more. */
  from: number
  claims: number
  confidence: number
  right: number
}

const BINS = 10

/** One claim for each edge found; of several reports of one edge the surest. */
export function claimsOf({ edges }: Comparison): Claim[] {
  const gold = new Set(edges.gold.map(edgeKey))
  const claims = new Map<string, Claim>()
  for (const edge of edges.found) {
    const key = edgeKey(edge)
    const confidence = Math.max(edge.confidence, claims.get(key)?.confidence ?? 0)
    claims.set(key, { confidence, right: gold.has(key) })
  }
  return [...claims.values()]
}

/** Bins of equal width that hold claims, with their mean confidence and the share that is right. */
export function reliability(claims: Claim[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inBin = claims.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin)
    const mean = (value: (claim: Claim) => number): number =>
      inBin.reduce((sum, claim) => sum + value(claim), 0) / inBin.length
    return {
      from: bin / BINS,
      claims: inBin.length,
      confidence: mean(({ confidence }) => confidence),
      right: mean(({ right }) => Number(right)),
    }
  }).filter((bin) => bin.claims > 0)
}

/** Expected calibration error (Naeini et al. 2015): the mean gap between confidence and truth, weighted by bin. */
export function calibrationError(claims: Claim[]): number {
  const gaps = reliability(claims).map((bin) => bin.claims * Math.abs(bin.confidence - bin.right))
  return gaps.reduce((sum, gap) => sum + gap, 0) / (claims.length || 1)
}
