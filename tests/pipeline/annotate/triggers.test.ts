import { expect, test } from "vitest"
import { decodeTriggers } from "../../../src/pipeline/annotate/triggers.js"

test("a row a word and type that may tell an event, with its parties, without the root", () => {
  // Two words and the root; two types.
  const scores = Float32Array.of(0.9, 0.9, 0.01, 0.7, 0.00001, 0.01)
  const parties = Float32Array.from([
    ...[0, 0, 0, 0, 0.1, 0.2, 0, 0.3, 0.4], // source
    ...[0, 0, 0, 0, 0.5, 0.6, 0, 0.7, 0.8], // target
  ])
  expect(decodeTriggers(scores, parties, 2, ["CALLED", "MET"])).toEqual([
    { token: 0, type: "MET", score: 0.7, source: [0.1, 0.2], target: [0.5, 0.6] },
  ])
})
