// Tables of a text and the edges that it has.
import { describe, expect, test } from "vitest"
import { readEvents } from "./extract.js"

export type Row = [text: string, ...edges: string[]]

/** One test a row: its edges, none more, in any order. */
export function checks(title: string, rows: Row[]): void {
  describe(title, () => {
    test.each(rows.map(([text, ...edges]) => ({ text, edges })))("$text", async ({ text, edges }) => {
      expect((await readEvents(text)).edges).toEqual(edges.sort())
    })
  })
}
