import { describe, expect, test } from "vitest"
import { findBoilerplate } from "../../../src/pipeline/read/boilerplate.js"

const found = (text: string): string[] =>
  findBoilerplate(text).map(({ start, end }) => text.slice(start, end))

describe("lines that are no report are marked", () => {
  test.each([
    "By Jane Roe",
    "By Jane Roe and John Doe in Arlen",
    "BY JANE ROE, Example Agency",
    "Subscribe to our newsletter",
    "Sign up for the morning briefing",
    "Follow us on Twitter",
    "Follow Example Post on Facebook and Instagram",
    "Read more: Envoys meet in Arlen",
    "Read: Envoys meet in Arlen",
    "Watch: the envoys arrive",
    "Related stories",
    "Related: Envoys meet in Arlen",
    "Share this article",
    "Advertisement",
    "(Reporting by Jane Roe; Editing by John Doe)",
    "Additional reporting by Jane Roe",
    "Copyright 2021 Example Post",
    "© Example Post",
    "All rights reserved.",
    "Click here to comment",
    "Photo: Example Agency",
  ])("%s", (line) => {
    expect(found(`The envoys met.\n  ${line}\nThey agreed.`)).toEqual([line])
  })
})

describe("what reports is not", () => {
  test.each([
    "By Monday evening the army had taken Arlen.",
    "Related parties signed the deal in Arlen.",
    "Copyright law was on the table when the envoys met.",
    "Read Admiral Roe's statement and it is clear that Tarnia agreed.",
    "Recommended by the council, the treaty was signed on Friday.",
    "Rebels watch the road to Arlen.",
    "The premier, left, greets the envoy in Arlen on Friday.",
  ])("%s", (line) => {
    expect(found(line)).toEqual([])
  })
})

test("parts between bullets and bars are looked at one by one", () => {
  expect(found("Envoys met • Subscribe to our newsletter | They agreed")).toEqual([
    "Subscribe to our newsletter",
  ])
})

test("a text of millions of letters on one line is read", () => {
  const text = `By ${"Roe ".repeat(500_000)} read ${"more ".repeat(500_000)}`
  expect(found(text)).toEqual([])
})
