// A real server over the sample articles, and a real Chromium to look at it.
import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pino } from "pino"
import { type Browser, chromium, type Page } from "playwright-core"
import { createApp } from "../../src/api/app.js"
import { updatePositions } from "../../src/layout/index.js"
import { dataPath, packagePath } from "../../src/paths.js"
import { createExtractor } from "../../src/pipeline/index.js"
import { load } from "../../src/pipeline/load.js"
import { readPaths } from "../../src/pipeline/read/index.js"
import { openStore } from "../../src/store/index.js"
import type { GraphStore } from "../../src/store/types.js"

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium"

export const hasChromium = existsSync(executablePath)
/** Appended to a test's name, so that a skip says why. */
export const needsChromium = hasChromium ? "" : ` (skipped: no Chromium at ${executablePath}; set CHROMIUM)`

export interface Site {
  browser: Browser
  store: GraphStore
  /** Address of the server that is open on loopback. */
  address: string
  close(): Promise<void>
}

/** Loads `data/articles` into a store of its own and serves them. */
export async function openSite(): Promise<Site> {
  if (!existsSync(packagePath("dist", "web", "index.html")))
    throw new Error("dist/web: no built page; run npm run build first.")
  const folder = await mkdtemp(join(tmpdir(), "chancery-e2e-"))
  const store = openStore(`embedded:${join(folder, "graph")}`, { username: "", password: "" })
  await store.init()
  const extractor = await createExtractor({})
  await load(() => readPaths([dataPath("articles")], {}), extractor, store)
  await extractor.close()
  await updatePositions(store)
  const { server, address } = await serve(store, undefined)
  const browser = await launchChromium()
  return {
    browser,
    store,
    address,
    async close() {
      await browser.close()
      stop(server)
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
    ],
  })

export async function serve(
  store: GraphStore,
  token: string | undefined,
): Promise<{ server: Server; address: string }> {
  const app = createApp({ store, logger: pino({ level: "silent" }), token })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

export function stop(server: Server): void {
  server.closeAllConnections()
  server.close()
}

/** Waits until what was asked for is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
}

/** Moves the mouse over the canvas, from its middle outwards, until it is over an edge. */
export async function pointAtEdge(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator(".graph").boundingBox()
  if (box === null) throw new Error("pointAtEdge: no canvas on the page.")
  const [centreX, centreY, step] = [box.x + box.width / 2, box.y + box.height / 2, 9]
  for (let turn = 0; turn < 600; turn++) {
    // A spiral whose points lie one step apart.
    const angle = Math.sqrt(turn * 4 * Math.PI)
    const radius = (step * angle) / (2 * Math.PI)
    const [x, y] = [centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle)]
    await page.mouse.move(x, y)
    await drawn(page)
    if ((await page.locator(".readout .type-badge").count()) > 0) return { x, y }
  }
  throw new Error("pointAtEdge: 600 places around the middle of the canvas, and no edge under any.")
}
