// The model of confidence: fitted weights give back the shares they were fitted on.
import { describe, expect, test } from "vitest"
import { fitLogistic, type Sample } from "../../src/eval/logistic.js"
import { type Features, probability } from "../../src/pipeline/code/confidence.js"

/** So many right of so many with these features. */
const samples = (features: Features, right: number, of: number): Sample[] =>
  Array.from({ length: of }, (_, at) => ({ features: { bias: 1, ...features }, right: at < right }))

describe("logistic regression", () => {
  const data = [...samples({}, 10, 40), ...samples({ noun: 1 }, 30, 40)]
  test("gives back the shares of two groups", () => {
    const weights = fitLogistic(data, 1e-6)
    expect(probability({ bias: 1 }, weights)).toBeCloseTo(0.25, 4)
    expect(probability({ bias: 1, noun: 1 }, weights)).toBeCloseTo(0.75, 4)
  })
  test("a penalty draws groups together, and leaves the share of all", () => {
    const weights = fitLogistic(data, 50)
    const [plain, noun] = [probability({ bias: 1 }, weights), probability({ bias: 1, noun: 1 }, weights)]
    expect(plain).toBeGreaterThan(0.3)
    expect(noun).toBeLessThan(0.7)
    expect((plain + noun) / 2).toBeCloseTo(0.5, 4)
  })
  test("is the same each time, and features without a weight count for nothing", () => {
    const weights = fitLogistic(data, 1)
    expect(fitLogistic(data, 1)).toEqual(weights)
    expect(probability({ bias: 1, unheard: 7 }, weights)).toBe(probability({ bias: 1 }, weights))
  })
  test("features that always go together leave the system solvable", () => {
    const weights = fitLogistic([...samples({ a: 1, b: 1 }, 9, 10), ...samples({}, 1, 10)], 0.1)
    expect(weights.a).toBeCloseTo(weights.b as number, 6)
    expect(probability({ bias: 1, a: 1, b: 1 }, weights)).toBeGreaterThan(0.8)
  })
})
