// Logistic regression with an L2 penalty, fitted by Newton's method (iteratively reweighted least squares).
import { type Features, probability } from "../pipeline/code/confidence.js"

export interface Sample {
  features: Features
  right: boolean
}

const STEPS = 25

/** Weights by name; `penalty` draws all but the bias to nought. The same for the same samples in any order. */
export function fitLogistic(samples: Sample[], penalty: number): Record<string, number> {
  const names = [...new Set(samples.flatMap(({ features }) => Object.keys(features)))].sort()
  const rows = samples.map(({ features }) => names.map((name) => features[name] ?? 0))
  let weights: Record<string, number> = {}
  for (let step = 0; step < STEPS; step++) {
    const gradient = names.map((name) => -(weights[name] ?? 0) * (name === "bias" ? 0 : penalty))
    const curvature = names.map((name, i) =>
      names.map((_, j) => (i === j ? (name === "bias" ? 1e-6 : penalty) : 0)),
    )
    for (const [at, { features, right }] of samples.entries()) {
      const row = rows[at] as number[]
      const p = probability(features, weights)
      for (const [i, value] of row.entries()) {
        if (value === 0) continue
        gradient[i] = (gradient[i] as number) + (Number(right) - p) * value
        const line = curvature[i] as number[]
        for (const [j, other] of row.entries()) line[j] = (line[j] as number) + p * (1 - p) * value * other
      }
    }
    const change = solve(curvature, gradient)
    weights = Object.fromEntries(names.map((name, i) => [name, (weights[name] ?? 0) + (change[i] as number)]))
  }
  return weights
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: number[][], vector: number[]): number[] {
  const rows = matrix.map((line, i) => [...line, vector[i] as number])
  for (const [i, pivot] of rows.entries()) {
    for (const line of rows.slice(i + 1)) {
      const factor = (line[i] as number) / (pivot[i] as number)
      for (let j = i; j < line.length; j++) line[j] = (line[j] as number) - factor * (pivot[j] as number)
    }
  }
  const result = vector.map(() => 0)
  for (let i = rows.length - 1; i >= 0; i--) {
    const line = rows[i] as number[]
    const known = result.reduce((sum, value, j) => (j > i ? sum + value * (line[j] as number) : sum), 0)
    result[i] = ((line.at(-1) as number) - known) / (line[i] as number)
  }
  return result
}
