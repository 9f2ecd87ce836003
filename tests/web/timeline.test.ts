import { describe, expect, it } from "vitest"
import type { DatedEvent } from "../../web/src/core/filters/index.js"
import { toBins } from "../../web/src/core/timeline.js"

const on = (date: string, times = 1): DatedEvent[] =>
  Array.from({ length: times }, () => ({ date, quad: "verbal-conflict" }))

describe("the bins of the timeline", () => {
  it("are none for no events", () => {
    expect(toBins([])).toEqual([])
  })

  it("are days, empty ones too, where they are few", () => {
    const bins = toBins([...on("2023-02-27", 2), ...on("2023-03-02")])
    expect(bins.map(({ from, to, total }) => [from, to, total])).toEqual([
      ["2023-02-27", "2023-02-27", 2],
      ["2023-02-28", "2023-02-28", 0],
      ["2023-03-01", "2023-03-01", 0],
      ["2023-03-02", "2023-03-02", 1],
    ])
  })

  it("hold what lies far off in one bin at the end", () => {
    const bins = toBins([...on("1998-06-01"), ...on("2023-03-01", 10), ...on("2023-03-03", 5)])
    expect(bins[0]).toMatchObject({ from: "1998-06-01", to: "2023-02-28", total: 1, overflow: "earlier" })
    expect(bins.slice(1).map(({ total }) => total)).toEqual([10, 0, 5])
  })

  it("are longer where days would be too many, and lose nothing", () => {
    const events = Array.from({ length: 400 }, (_, index) =>
      on(new Date(Date.UTC(2020, 0, 1 + index * 3)).toISOString().slice(0, 10)),
    ).flat()
    const bins = toBins(events)
    expect(bins.length).toBeLessThan(100)
    expect(bins.reduce((sum, bin) => sum + bin.total, 0)).toBe(400)
    for (const [index, bin] of bins.entries())
      if (index > 0) expect(bin.from > (bins[index - 1]?.to ?? "")).toBe(true)
  })
})
