// The page that `export --format html` writes, opened from its file by a browser without a network.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { EXPORT_FORMATS } from "../../src/graph/export/index.js"
import { packagePath } from "../../src/paths.js"
import type { Subgraph } from "../../src/types.js"
import { CONTRIBUTIONS } from "../api/fixture.js"
import { graphOf, joined, sourceOf } from "../graph/exported.js"
import { hasChromium, launchChromium, needsChromium, pointAtEdge } from "./fixture.js"

const folder = mkdtempSync(join(tmpdir(), "chancery-e2e-"))

describe.skipIf(!hasChromium)(`the page that needs no server${needsChromium}`, () => {
  const graph = graphOf(CONTRIBUTIONS)
  const quotes = graph.relationships.flatMap(({ properties: { quote } }) => quote ?? [])
  const complaints: string[] = []
  const asked: string[] = []
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (!existsSync(packagePath("dist", "offline", "offline.html")))
      throw new Error("dist/offline: no built page; run npm run build first.")
    const file = join(folder, "graph.html")
    writeFileSync(file, await joined(EXPORT_FORMATS.html.write(sourceOf(graph))))
    browser = await launchChromium()
    const context = await browser.newContext({
      ...{ offline: true, reducedMotion: "reduce", viewport: { width: 900, height: 560 } },
    })
    page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on("pageerror", (error) => complaints.push(error.message))
    page.on("console", (message) => complaints.push(message.text()))
    page.on("request", (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    await page.locator(".caption").waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it("holds the whole graph and shows it", async () => {
    const { nodes, relationships } = JSON.parse(
      (await page.locator("#graph").textContent()) ?? "",
    ) as Subgraph
    expect({ nodes, relationships }).toEqual(graph)
    expect(await page.locator(".caption").textContent()).toContain("7 actors · 10 events · 3 articles")
  })

  it("shows an edge's sentences at one click, and the sentence in its article at another", async () => {
    const { x, y } = await pointAtEdge(page)
    await page.mouse.click(x, y)
    const sentence = page.locator(".detail-side .quote").first()
    const quote = await sentence.textContent()
    expect(quotes).toContain(quote)
    await sentence.click()
    expect(await page.locator(".article-text mark").textContent()).toBe(quote)
  })

  it("finds actors and shows their cards", async () => {
    await page.getByRole("combobox").fill("german envoy")
    await page.getByRole("option", { name: "Ada Brandt" }).click()
    await page.getByRole("heading", { name: "Ada Brandt", level: 2 }).waitFor()
  })

  it("asks the network for nothing, and breaks no rule of its content policy", () => {
    expect(asked.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([])
    expect(complaints).toEqual([])
  })
})
