// Near duplicates of one story count as one report, whatever their order and number.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { countIndependent } from "../../src/graph/near-duplicates.js"
import type { Contribution } from "../../src/types.js"
import { SEED } from "../store/contract.js"
import { contribution } from "../store/contributions.js"

describe("independent reports", () => {
  const words = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(" ")
  const article = (id: string, text: string): Contribution["article"] => contribution({ id, text }).article
  // Of 100 words each, shifted by 5: shingles 97, common 92, similarity 92 / 102 = 0.90; by 10: 87 / 107 = 0.81; by 15: 0.73.
  const cases: [string, [id: string, text: string][], number][] = [
    [
      "the same article twice",
      [
        ["a", words(0, 100)],
        ["a", words(0, 100)],
      ],
      1,
    ],
    [
      "one text at two addresses",
      [
        ["a", words(0, 100)],
        ["b", words(0, 100)],
      ],
      1,
    ],
    [
      "case and marks aside",
      [
        ["a", words(0, 100)],
        ["b", words(0, 100).toUpperCase().replaceAll(" ", ", ")],
      ],
      1,
    ],
    [
      "an accent written as one character or as two",
      [
        ["a", words(0, 100).replaceAll("o", "\u00f6")],
        ["b", words(0, 100).replaceAll("o", "o\u0308")],
      ],
      1,
    ],
    [
      "a wire story with another headline and a word changed",
      [
        ["a", `Envoys meet in Arlen\n\n${words(0, 100)}`],
        ["b", `Talks held\n\n${words(0, 100).replace("word50 ", "fifty ")}`],
      ],
      1,
    ],
    [
      "a wire story with every tenth word changed",
      [
        ["a", words(0, 100)],
        ["b", words(0, 100).replaceAll(/word\d*0\b/g, "changed")],
      ],
      2,
    ],
    [
      "two stories with one paragraph of background in common",
      [
        ["a", `${words(0, 100)} ${words(500, 600)}`],
        ["b", `${words(200, 300)} ${words(500, 600)}`],
      ],
      2,
    ],
    [
      "copies of two stories",
      [
        ["a", words(0, 100)],
        ["b", words(200, 300)],
        ["c", words(1, 101)],
        ["d", words(201, 301)],
      ],
      2,
    ],
    [
      "texts alike by 0.81",
      [
        ["a", words(0, 100)],
        ["b", words(10, 110)],
      ],
      1,
    ],
    [
      "texts alike by 0.73",
      [
        ["a", words(0, 100)],
        ["b", words(15, 115)],
      ],
      2,
    ],
    [
      "a chain of likes is one",
      [
        ["a", words(0, 100)],
        ["c", words(20, 120)],
        ["b", words(10, 110)],
      ],
      1,
    ],
    [
      "the ends of the chain alone are two",
      [
        ["a", words(0, 100)],
        ["c", words(20, 120)],
      ],
      2,
    ],
    [
      "a part of a longer text",
      [
        ["a", words(0, 100)],
        ["b", words(0, 200)],
      ],
      2,
    ],
    [
      "texts without a word",
      [
        ["a", "…"],
        ["b", "!"],
        ["c", words(0, 9)],
      ],
      3,
    ],
  ]
  test.each(cases)("%s", (_, texts, count) => {
    const articles = texts.map(([id, text]) => article(id, text))
    expect(countIndependent(articles)).toBe(count)
    expect(countIndependent(articles.reverse())).toBe(count)
  })

  /** All pairs compared, as the rule says it. */
  function countByRule(texts: string[]): number {
    const shinglesOf = (text: string): Set<string> => {
      const all = text.split(" ")
      return new Set(
        all.slice(0, Math.max(1, all.length - 3)).map((_, at) => all.slice(at, at + 4).join(" ")),
      )
    }
    const isNear = (a: Set<string>, b: Set<string>): boolean => {
      const common = [...a].filter((shingle) => b.has(shingle)).length
      return 5 * common >= 4 * (a.size + b.size - common)
    }
    const left = new Set(texts.map(shinglesOf))
    let components = 0
    for (const first of left) {
      components++
      const reached = [first]
      for (const one of reached) {
        left.delete(one)
        for (const other of left) {
          if (!isNear(one, other)) continue
          left.delete(other)
          reached.push(other)
        }
      }
    }
    return components
  }

  // One of two stories from some word on, to some other, with some words replaced: many pairs lie about the border.
  const anyText = fc
    .record({
      story: fc.constantFrom(0, 1000),
      from: fc.nat(8),
      length: fc.integer({ min: 1, max: 40 }),
      changed: fc.array(fc.nat(40), { maxLength: 2 }),
    })
    .map(({ story, from, length, changed }) => {
      const all = words(story + from, story + from + length).split(" ")
      return all.map((word, at) => (changed.includes(at) ? "changed" : word)).join(" ")
    })
  const anyTexts = fc.array(anyText, { minLength: 1, maxLength: 12, size: "max" })
  const countOf = (texts: string[]): number =>
    countIndependent(texts.map((text, at) => article(`article:${at}`, text)))

  // Few are compared with each other; of many, those alone that share a mark.
  test.each([
    ["few", anyTexts, 1000],
    ["many", fc.array(anyText, { minLength: 51, maxLength: 80, size: "max" }), 50],
  ])(`%s are counted as if all pairs were compared (seed ${SEED})`, (_, someTexts, numRuns) => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        expect(countOf(texts)).toBe(countByRule(texts))
      }),
      { seed: SEED, numRuns },
    )
  })

  test(`do not hang on order, nor on a copy more (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyTexts, fc.infiniteStream(fc.nat()), (texts, order) => {
        const count = countOf(texts)
        const shuffled = texts
          .map((text) => ({ text, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
        expect(countOf(shuffled.map(({ text }) => text))).toBe(count)
        expect(countOf([...texts, texts[0] as string])).toBe(count)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
