import { expect, test } from "vitest"
import { toDay } from "../../../src/pipeline/read/day.js"

test.each([
  ["2021-05-14", "2021-05-14"],
  ["2021-05-14T23:30:00-05:00", "2021-05-14"],
  [" 2021-05-14 10:00", "2021-05-14"],
  ["Fri, 14 May 2021 23:30:00 -0400", "2021-05-14"],
  ["14 May 2021", "2021-05-14"],
  ["3rd September 1999", "1999-09-03"],
  ["May 4, 2021", "2021-05-04"],
  ["Sept. 30, 2021", "2021-09-30"],
  ["2024-02-29", "2024-02-29"],
  ["2021-02-29", null],
  ["2021-06-31", null],
  ["2021-13-01", null],
  ["31 Foo 2021", null],
  ["05/06/2021", null],
  ["May 2021", null],
  ["2021", null],
  ["2021-05", null],
  ["yesterday", null],
  ["", null],
  [undefined, null],
])("%j is %j", (text, day) => {
  expect(toDay(text)).toBe(day)
})
