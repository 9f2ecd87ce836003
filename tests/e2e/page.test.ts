import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { FILE_FORMATS, type FileFormatName } from "../../src/graph/export/formats.js"
import { EXPORT_FORMATS } from "../../src/graph/export/index.js"
import type { ViewGraph } from "../../src/types.js"
import { joined } from "../graph/exported.js"
import {
  drawn,
  hasChromium,
  needsChromium,
  openSite,
  pointAtEdge,
  type Site,
  serve,
  stop,
} from "./fixture.js"

const FORMATS = Object.entries(FILE_FORMATS) as [FileFormatName, { summary: string }][]
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

describe.skipIf(!hasChromium)(`the page${needsChromium}`, () => {
  let site: Site
  let view: ViewGraph
  let page: Page
  let complaints: string[] = []

  beforeAll(async () => {
    site = await openSite()
    view = await site.store.view({ limit: 1000 })
  })
  afterAll(() => site?.close())
  afterEach(() => page.context().close())

  async function open(options: { dark?: boolean; width?: number; address?: string } = {}): Promise<Page> {
    const { dark = false, width = 1440, address = site.address } = options
    const context = await site.browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    })
    page = await context.newPage()
    page.setDefaultTimeout(15_000)
    complaints = []
    page.on("pageerror", (error) => complaints.push(error.message))
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text())
    })
    await page.goto(address)
    return page
  }

  const caption = (): Promise<string | null> => page.locator(".caption").textContent()
  const mostActive = (): ViewGraph["nodes"][number] => {
    const [first] = view.nodes
    if (first === undefined) throw new Error("data/articles: no actor of any event was found in them.")
    return first
  }
  const eventsIn = (text: string | null): number => Number(/([\d,]+) events?/.exec(text ?? "")?.[1])

  async function openCard(): Promise<void> {
    await page.getByRole("combobox").fill(mostActive().name)
    await page.getByRole("option", { name: mostActive().name }).first().click()
    await page.getByRole("heading", { name: mostActive().name, level: 2 }).waitFor()
    await page.locator(".type-counts").waitFor()
  }

  async function runQuery(cypher: string): Promise<void> {
    await page.getByRole("link", { name: "Query" }).click()
    await page.getByLabel("Cypher").fill(cypher)
    await page.keyboard.press("Control+Enter")
  }

  it("shows the whole graph and breaks no rule of its content policy", async () => {
    await open()
    await page.locator(".caption").waitFor()
    expect(await caption()).toContain(`${view.nodes.length} actors`)
    expect(await caption()).toContain(`${view.total.articles} articles`)
    expect(complaints).toEqual([])
  })

  it("finds an actor and shows its card with what it did and the sentences", async () => {
    await open()
    await openCard()
    expect(await page.locator(".type-counts tbody tr").count()).toBeGreaterThan(0)
    expect(await page.locator(".detail-side .quote").count()).toBeGreaterThan(0)
    await page.locator(".partners button").first().click()
    const partner = await page.locator(".panel-title").textContent()
    expect(partner).not.toBe(mostActive().name)
    await page.getByRole("button", { name: "Back" }).click()
    await page.getByRole("heading", { name: mostActive().name, level: 2 }).waitFor()
  })

  it("opens the evidence of an edge clicked on the canvas, and its sentence lit in the article", async () => {
    await open()
    await page.locator(".caption").waitFor()
    const { x, y } = await pointAtEdge(page)
    const type = await page.locator(".readout .type-badge").textContent()
    await page.mouse.click(x, y)
    await page.locator(".evidence .quote").first().waitFor()
    expect(await page.locator(".panel-title .type-badge").textContent()).toBe(type)
    const quote = await page.locator(".evidence .quote").first().textContent()
    await page.locator(".evidence .quote").first().click()
    const mark = page.locator(".article-text mark")
    await mark.waitFor()
    expect(await mark.textContent()).toBe(quote)
    const [lit, panel] = [await mark.boundingBox(), await page.locator(".detail-side").boundingBox()]
    expect(lit?.y).toBeGreaterThanOrEqual(panel?.y ?? 0)
    expect(lit?.y).toBeLessThan((panel?.y ?? 0) + (panel?.height ?? 0))
    await page.keyboard.press("Escape")
    await page.locator(".evidence .quote").first().waitFor()
    expect(complaints).toEqual([])
  })

  it("filters by a legend row, alone and back, with the count that the row promised", async () => {
    await open()
    await page.locator(".caption").waitFor()
    const all = eventsIn(await caption())
    const row = page.locator(".legend-row:not([data-head])", { hasText: view.edges[0]?.type ?? "" })
    const promised = Number(await row.locator(".number").textContent())
    await row.hover()
    await row.getByRole("button", { name: /^Only/ }).click()
    expect(eventsIn(await caption())).toBe(promised)
    await row.locator(".legend-toggle").click()
    await page.getByRole("heading", { name: "Nothing passes the filters" }).waitFor()
    await page.locator(".stage").getByRole("button", { name: "Reset filters" }).click()
    await page.locator(".caption").waitFor()
    expect(eventsIn(await caption())).toBe(all)
  })

  it.each([1440, 360])("filters by independent reports and by outlets, at a width of %i", async (width) => {
    await open({ width })
    const eventsOf = view.edges.flatMap((edge) => edge.events)
    // On a narrow screen the sheet lies over the caption, which still says what is drawn.
    if (width === 360) await page.getByRole("button", { name: "Filters" }).click()
    for (const [name, property] of [
      ["Independent reports", "reports"],
      ["Outlets", "outlets"],
    ] as const) {
      const slider = page.getByRole("slider", { name })
      await slider.scrollIntoViewIfNeeded()
      await slider.fill("2")
      const expected = eventsOf.filter((event) => event[property] >= 2).length
      expect(expected).toBeGreaterThan(0)
      expect(eventsIn(await caption())).toBe(expected)
      const [track, side] = [await slider.boundingBox(), await page.locator(".legend-side").boundingBox()]
      expect(track?.width).toBeGreaterThan(100)
      expect((track?.x ?? 0) + (track?.width ?? 0)).toBeLessThanOrEqual((side?.x ?? 0) + (side?.width ?? 0))
      await page.locator(".legend").getByRole("button", { name: "Reset" }).click()
      expect(eventsIn(await caption())).toBe(eventsOf.length)
    }
  })

  it("filters by days brushed on the timeline", async () => {
    await open()
    const track = await page.locator(".bars-track").boundingBox()
    if (track === null) throw new Error("no timeline on the page.")
    const all = eventsIn(await caption())
    const middle = track.y + track.height / 2
    await page.mouse.move(track.x + track.width * 0.3, middle)
    await page.mouse.down()
    await page.mouse.move(track.x + track.width * 0.6, middle, { steps: 5 })
    await page.mouse.up()
    await page.getByRole("button", { name: "All dates" }).waitFor()
    const brushed = eventsIn(await caption())
    expect(brushed).toBeGreaterThan(0)
    expect(brushed).toBeLessThan(all)
    expect(await page.getByLabel("From").inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/)
    await page.getByRole("button", { name: "All dates" }).click()
    expect(eventsIn(await caption())).toBe(all)
  })

  it("runs a query as table and graph, with its parameters", async () => {
    await open()
    await page.locator(".caption").waitFor()
    await page.getByRole("link", { name: "Query" }).click()
    await page.getByLabel("Cypher").fill("MATCH (a:Actor)-[r]->(b:Actor) WHERE a.name = $name RETURN a, b")
    await page.getByLabel("$name").fill(mostActive().name)
    await page.getByRole("button", { name: "Run" }).click()
    await page.locator(".result-table td").first().waitFor()
    expect(await page.locator(".result-table td").first().textContent()).toBe(mostActive().name)
    await page.locator(".frame").getByRole("button", { name: "Graph" }).click()
    await page.locator(".result-graph canvas").first().waitFor()
    await page.locator(".frame").getByRole("button", { name: "Table" }).click()
    await page.locator(".result-table").getByRole("button", { name: mostActive().name }).first().click()
    await page.getByRole("heading", { name: mostActive().name, level: 2 }).waitFor()
  })

  it("says why a query that writes is refused", async () => {
    await open()
    await page.locator(".caption").waitFor()
    await runQuery("MATCH (n) DETACH DELETE n")
    expect(await page.getByRole("alert").textContent()).toMatch(/delete/i)
    expect((await site.store.stats()).nodes.Article).toBe(view.total.articles)
  })

  it("can be used by keyboard alone", async () => {
    await open()
    await page.locator(".caption").waitFor()
    await page.keyboard.press("/")
    await page.keyboard.type(mostActive().name)
    await page.getByRole("option").first().waitFor()
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: mostActive().name, level: 2 }).waitFor()
    await page.locator(".detail-side .quote").first().waitFor()
    await tabTo(".quote")
    await page.keyboard.press("Enter")
    await page.locator(".article-text mark").waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("heading", { name: mostActive().name, level: 2 }).waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("heading", { name: "On the canvas" }).waitFor()
    await tabTo(".bar")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "All dates" }).waitFor()
    await page.keyboard.press("?")
    await page.getByRole("dialog").waitFor()
  })

  it("closes the list of keys by Escape, and that alone, wherever the focus is", async () => {
    await open()
    await openCard()
    for (const focus of ["inside", "nowhere"]) {
      await page.keyboard.press("?")
      await page.getByRole("dialog").waitFor()
      if (focus === "nowhere") await page.evaluate("document.activeElement.blur()")
      await page.keyboard.press("Escape")
      await page.locator("dialog").waitFor({ state: "detached" })
      await page.getByRole("heading", { name: mostActive().name, level: 2 }).waitFor()
    }
    await page.keyboard.press("Escape")
    await page.getByRole("heading", { name: "On the canvas" }).waitFor()
  })

  async function tabTo(selector: string): Promise<void> {
    for (let press = 0; press < 200; press++) {
      await page.keyboard.press("Tab")
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return
    }
    throw new Error(`tabTo: 200 times Tab, and ${selector} never had the focus.`)
  }

  it("asks for the token of a server that wants one", async () => {
    const { server, address } = await serve(site.store, "a token for tests")
    try {
      await open({ address })
      await page.getByLabel("Token").fill("a token for tests")
      await page.getByRole("button", { name: "Continue" }).click()
      await page.locator(".caption").waitFor()
    } finally {
      stop(server)
    }
  })

  it("downloads the whole graph in every format that is one file, from a server with a token too", async () => {
    const { server, address } = await serve(site.store, "a token for tests")
    try {
      await open({ address })
      await page.getByLabel("Token").fill("a token for tests")
      await page.keyboard.press("Enter")
      await page.locator(".caption").waitFor()
      complaints = []
      await page.getByRole("button", { name: "Download the graph" }).click()
      for (const [format, { summary }] of FORMATS) {
        const downloading = page.waitForEvent("download")
        await page.getByRole("button", { name: summary }).click()
        const download = await downloading
        expect(download.suggestedFilename()).toBe(`chancery.${format}`)
        const bytes = readFileSync(await download.path(), "utf8")
        expect(bytes === (await joined(EXPORT_FORMATS[format].write(site.store))), format).toBe(true)
        await page.getByText(`chancery.${format}, `).waitFor()
      }
      expect(complaints).toEqual([])
      await page.route("**/api/export*", (route) => route.abort())
      await page.getByRole("button", { name: "GEXF" }).click()
      await page.getByRole("status").getByText("The server does not answer.").waitFor()
    } finally {
      stop(server)
    }
  })

  it("says what to do when the server is gone, and goes on when it is back", async () => {
    await open()
    await page.locator(".caption").waitFor()
    await page.route("**/api/**", (route) => route.abort())
    await page.reload()
    await page.getByRole("heading", { name: "The server is gone" }).waitFor()
    await page.unroute("**/api/**")
    await page.getByRole("button", { name: "Retry" }).click()
    await page.locator(".caption").waitFor()
  })

  it("turns its panels into sheets where there is little room", async () => {
    await open({ width: 360 })
    await page.locator(".caption").waitFor()
    expect(await page.locator(".legend-side").isVisible()).toBe(false)
    await page.getByRole("button", { name: "Filters" }).click()
    expect(await page.locator(".legend-side").isVisible()).toBe(true)
    const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    expect(overflow).toBe(0)
  })

  it.each(["light", "dark"])("holds nothing that axe finds serious, in the %s theme", async (theme) => {
    await open({ dark: theme === "dark" })
    await page.locator(".caption").waitFor()
    await page.evaluate(AXE)
    expect(await graveViolations(), "Explore").toEqual([])
    await page.getByRole("button", { name: "Download the graph" }).click()
    expect(await graveViolations(), "downloads").toEqual([])
    await page.keyboard.press("Escape")
    await openCard()
    expect(await graveViolations(), "card").toEqual([])
    await page.locator(".detail-side .quote").first().click()
    await page.locator(".article-text mark").waitFor()
    expect(await graveViolations(), "evidence").toEqual([])
    await runQuery("MATCH (a:Actor)-[r]->(b:Actor) RETURN a, r, b LIMIT 20")
    await page.locator(".result-table td").first().waitFor()
    expect(await graveViolations(), "Query").toEqual([])
  })

  async function graveViolations(): Promise<unknown[]> {
    await drawn(page)
    const violations = (await page.evaluate("axe.run().then(({ violations }) => violations)")) as {
      id: string
      impact: string
      nodes: { html: string; failureSummary: string }[]
    }[]
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])
  }
})
