import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { splitSentences } from "../../../src/pipeline/annotate/sentences.js"

/** Sentences as strings, their words apart by a space. */
const read = (text: string): string[] =>
  splitSentences(text).map((words) => words.map((word) => word.text).join(" "))

describe("sentences end", () => {
  test.each([
    ["at a full stop, but not behind a title", "U.S. Secretary Jane Roe met Gen. Ruiz. He left.", 2],
    ["not behind Mr., Mrs. or Dr.", "Mr. Doe, Mrs. Roe and Dr. Poe met in St. Oda. They agreed.", 2],
    ["not behind an initial", "Antony J. Doe called Maria B. Roe.", 1],
    ["not behind an abbreviated month", "The envoys met on Jan. 5, and again on Feb. 9.", 1],
    ["not inside a decimal number or a sum", "Aid rose by 3.5 percent to $1,234.56 million.", 1],
    ["behind a closing quote that ends a sentence", "He said: “We agree.” The minister left.", 2],
    ["behind a straight closing quote", 'He said: "We agree." The minister left.', 2],
    ["before an opening quote", "They met at 10 a.m. “We agree,” she said.", 2],
    ["not at a quotation's own comma", "“We agree,” he said, “and we thank you.”", 1],
    ["behind a question and an exclamation", "Will they meet? Yes! They will.", 3],
    ["not at an ellipsis inside a sentence", "He waited… and she left... without a word.", 1],
    ["at every line end", "Envoys meet in Arlen\nBy our staff\r\n\r\nThe envoys met.", 3],
    ["not before a lower-case word", "The firm Roe Inc. said it sold Doe Corp. shares.", 1],
    ["behind U.S. at the end of a line", "They flew to the U.S.\nThey met there.", 2],
    [
      "behind a semicolon between two clauses",
      "Doe called Roe twice in one day; the general did not pick up the phone.",
      2,
    ],
    [
      "not behind a semicolon in a list",
      "It was to do three things in one year: to train the guard; to rebuild the bridge; and to mine the pass.",
      1,
    ],
    ["at a missing space", "The envoys left.But one stayed.", 2],
  ])("%s", (_, text, count) => {
    expect(read(text), JSON.stringify(read(text))).toHaveLength(count)
  })
})

describe("words are cut as the treebanks cut them", () => {
  test.each([
    ["I'm sure they can't, don't and won't.", "I 'm sure they ca n't , do n't and wo n't ."],
    ["I’m sure she’ll come; they’ve left.", "I ’m sure she ’ll come ; they ’ve left ."],
    ["Israel's envoy met Ruritania’s.", "Israel 's envoy met Ruritania ’s ."],
    ["the rebels' leader", "the rebels ' leader"],
    ["U.S. officials cannot say.", "U.S. officials can not say ."],
    ["“No,” she said (again).", "“ No , ” she said ( again ) ."],
    ["US-led forces and a Tarnia-Ruritania pact", "US - led forces and a Tarnia - Ruritania pact"],
    ["$3.5 million, or 12%", "$ 3.5 million , or 12 %"],
    ["He left... She stayed -- alone.", "He left ... She stayed -- alone ."],
    ["Really?! No!!", "Really ? ! No !!"],
    ["DON'T", "DO N'T"],
    ["Yıldırım’s envoy met Wałęsa and Nguyễn Văn Đạt.", "Yıldırım ’s envoy met Wałęsa and Nguyễn Văn Đạt ."],
  ])("%s", (text, words) => {
    expect(read(text).join(" ")).toBe(words)
  })

  test.each(["• Talks resume", "– Talks resume", "* Talks resume", "- Talks resume"])(
    "%s: the bullet goes",
    (text) => {
      expect(read(text)).toEqual(["Talks resume"])
    },
  )

  test.each(["", " ", "\n\n \t\r\n", "\u2028"])("%j has no sentence", (text) => {
    expect(splitSentences(text)).toEqual([])
  })
})

test("a sentence of five thousand words is cut at clause marks and loses none", () => {
  const text = Array.from({ length: 5000 }, (_, index) => `word${index}${index % 40 === 0 ? "," : ""}`).join(
    " ",
  )
  const sentences = splitSentences(text)
  expect(sentences.flat().filter((word) => word.text.startsWith("word"))).toHaveLength(5000)
  expect(Math.max(...sentences.map((words) => words.length))).toBeLessThanOrEqual(110)
  expect(sentences.slice(0, -1).every((words) => words.at(-1)?.text === ",")).toBe(true)
})

/** Anything that may stand in a text, news-like pieces more often than chance would have them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "U.S.",
        "Mr.",
        "n't",
        "’s",
        "“",
        "”",
        '"',
        "…",
        "...",
        "•",
        "—",
        "😀",
        "👩‍👧",
        "مرحبا",
        "שלום",
        "你好",
      ),
      fc.constantFrom(
        "\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u0000",
        "\u202e",
        "\u2028",
        "\ud800",
        " ",
        " ",
      ),
      fc.constantFrom("Envoys", "met", "3.5", "10 a.m.", "www.example.org", "KYIV — ", "a", "constructor"),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""))

test("every word is its slice of the text, in order, none empty, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let cursor = 0
      for (const words of splitSentences(text)) {
        expect(words.length).toBeGreaterThan(0)
        for (const { text: word, start, end } of words) {
          expect(word).toBe(text.slice(start, end))
          expect(word.trim()).not.toBe("")
          expect(start).toBeGreaterThanOrEqual(cursor)
          cursor = end
        }
      }
    }),
    { numRuns: 300 },
  )
})

test("no letter or digit is lost between the words, datelines apart", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(!/\p{Lu}{3}/u.test(text) && !text.includes("("))
      let cursor = 0
      let between = ""
      for (const { start, end } of splitSentences(text).flat()) {
        between += text.slice(cursor, start)
        cursor = end
      }
      expect(between + text.slice(cursor)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
    { numRuns: 300 },
  )
})
