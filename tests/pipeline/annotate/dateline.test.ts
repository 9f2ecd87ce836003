import { expect, test } from "vitest"
import { datelineLength } from "../../../src/pipeline/annotate/dateline.js"
import { splitSentences } from "../../../src/pipeline/annotate/sentences.js"

test.each([
  ["KYIV — The premier left.", "KYIV — "],
  ["ACCRA/LOME - Ghana called Togo.", "ACCRA/LOME - "],
  ["PORT MORESBY, 3 May (Agency) – Police came.", "PORT MORESBY, 3 May (Agency) – "],
  ["CAMP LEMONNIER, Djibouti (Oct. 3) -- A convoy left.", "CAMP LEMONNIER, Djibouti (Oct. 3) -- "],
  ["Lima (ABC) — Peru agreed.", "Lima (ABC) — "],
  ["LONDON—The minister left.", "LONDON—"],
  ["NATO-led troops left.", ""],
  ["US-backed rebels — the largest group — left.", ""],
  ["The minister — a lawyer — left.", ""],
  ["ECOWAS leaders met on Monday.", ""],
  ["World Health Organization (WHO) staff left.", ""],
  ["", ""],
])("of %j is %j", (line, dateline) => {
  expect(line.slice(0, datelineLength(line))).toBe(dateline)
})

test("a dateline is no part of the sentence behind it", () => {
  const text = "Talks in Lome\nACCRA/LOME — Ghana called Togo. It agreed."
  const sentences = splitSentences(text).map((words) => words.map((word) => text.slice(word.start, word.end)))
  expect(sentences).toEqual([
    ["Talks", "in", "Lome"],
    ["Ghana", "called", "Togo", "."],
    ["It", "agreed", "."],
  ])
})
