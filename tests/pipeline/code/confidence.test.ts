// Confidence is lower for what was read from less.
import { expect, test } from "vitest"
import { confidenceOf } from "../../../src/pipeline/code/confidence.js"
import { checks } from "./checks.js"
import { readEvents } from "./extract.js"

test("a share of truths, with four decimals", async () => {
  const { reports } = await readEvents("Kofi Annan met Paul Kagame in Kigali on Monday.")
  const confidence = reports.find(({ type }) => type === "MET")?.confidence ?? 0
  expect(confidence).toBeGreaterThan(0.7)
  expect(confidence).toBeLessThan(1)
  expect(confidence).toBe(Number(confidence.toFixed(4)))
})

// What the fitted weights must say, whatever they are fitted on.
test.each([
  ["the frame's words", { frame: 3 }, { frame: 0 }],
  ["the parser", { arc: 0, arcs: 0 }, { arc: -2, arcs: -4 }],
  [
    "how the parties were found",
    { "source certainty": 0, "target certainty": 0 },
    { "source certainty": -1, "target certainty": -1 },
  ],
])("less sure where %s is less sure", (_, sure, unsure) => {
  expect(confidenceOf({ bias: 1, ...sure })).toBeGreaterThan(confidenceOf({ bias: 1, ...unsure }))
})

test("less sure of what is told in an accusation", async () => {
  const confidenceOfAttack = async (text: string): Promise<number> =>
    (await readEvents(text)).reports.find(({ type }) => type === "ATTACKED")?.confidence ?? 0
  expect(await confidenceOfAttack("Kenya accused Rwanda of bombing Uganda.")).toBeLessThan(
    await confidenceOfAttack("Kenya said that Rwanda had bombed Uganda."),
  )
})

checks("an unlikely edge gives way to a likelier one of its sentence", [
  [
    "Yukio Hatoyama offered Lee Myung-bak his condolences and promised to back him at the United Nations.",
    "Yukio Hatoyama SUPPORTED Lee Myung-bak",
  ],
  ["Turkey is determined to invade Cyprus.", "Turkey ATTACKED Cyprus"],
])
