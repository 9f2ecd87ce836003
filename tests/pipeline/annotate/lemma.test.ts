import { expect, test } from "vitest"
import { lemma } from "../../../src/pipeline/annotate/lemma.js"

test.each([
  ["left", "VERB", "VBD", "leave"],
  ["left", "ADJ", "JJ", "left"],
  ["met", "VERB", "VBN", "meet"],
  ["staged", "VERB", "VBD", "stage"],
  ["waging", "VERB", "VBG", "wage"],
  ["banned", "VERB", "VBN", "ban"],
  ["Condemning", "VERB", "VBG", "condemn"],
  ["denies", "VERB", "VBZ", "deny"],
  ["found", "VERB", "VB", "found"],
  ["found", "VERB", "VBD", "find"],
  ["is", "AUX", "VBZ", "be"],
  ["’s", "AUX", "VBZ", "be"],
  ["'s", "PART", "POS", "'s"],
  ["wo", "AUX", "MD", "will"],
  ["N'T", "PART", "RB", "not"],
  ["would", "AUX", "MD", "would"],
  ["allies", "NOUN", "NNS", "ally"],
  ["ceasefires", "NOUN", "NNS", "ceasefire"],
  ["airstrikes", "NOUN", "NNS", "airstrike"],
  ["talks", "NOUN", "NNS", "talk"],
  ["news", "NOUN", "NNS", "news"],
  ["men", "NOUN", "NNS", "man"],
  ["gunmen", "NOUN", "NNS", "gunman"],
  ["harsher", "ADJ", "JJR", "harsh"],
  ["States", "PROPN", "NNPS", "States"],
])("%s as %s %s is %s", (word, upos, xpos, expected) => {
  expect(lemma(word, upos, xpos)).toBe(expected)
})

test.each(["constructor", "__proto__", "toString", "", "😀"])(
  "%j, no English word, has a lemma that is text",
  (word) => {
    for (const [upos, xpos] of [
      ["VERB", "VBD"],
      ["NOUN", "NNS"],
      ["ADJ", "JJR"],
    ] as const) {
      expect(typeof lemma(word, upos, xpos)).toBe("string")
    }
  },
)
