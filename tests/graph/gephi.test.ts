// The exports for Gephi, read by Gephi's own importers.
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { EXPORT_FORMATS } from "../../src/graph/export/index.js"
import { placeNodes } from "../../src/graph/export/positions.js"
import { packagePath } from "../../src/paths.js"
import type { Subgraph } from "../../src/types.js"
import { extracted } from "../store/done-line.js"
import { expectedOf, inXml, type Read, sorted, withoutEmpty } from "./expected.js"
import { CONTRIBUTIONS, graphOf, joined, sourceOf } from "./exported.js"

const JARS = process.env.GEPHI_RT ?? ""
const hasGephi = existsSync(JARS) && readdirSync(JARS).some((name) => name.startsWith("gephi-toolkit-"))
const hasCompiler = spawnSync("javac", ["-version"]).status === 0
const isInstalled = hasGephi && hasCompiler
const missing = hasGephi ? "no javac" : "GEPHI_RT names no folder with Gephi's toolkit"

const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What Gephi reads in these files. */
function read(paths: string[]): Read[] {
  const program = packagePath("tests", "graph", "ReadGephi.java")
  const printed = execFileSync(
    "java",
    ["-Djava.awt.headless=true", "-cp", join(JARS, "*"), program, ...paths],
    { encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "pipe"] },
  )
  return (JSON.parse(printed) as Read[]).map(sorted)
}

/** Takes these attributes out of nodes and edges, and gives them by id. */
function take(name: string, [nodes, edges]: Read): Map<string, unknown> {
  const taken = new Map<string, unknown>()
  for (const [id, ...rest] of [...nodes, ...edges]) {
    const attributes = rest.at(-1) as Record<string, unknown>
    if (name in attributes) taken.set(id, attributes[name])
    delete attributes[name]
  }
  return taken
}

const trimmed = (found: Read): Read =>
  JSON.parse(JSON.stringify(found), (_, value) => (typeof value === "string" ? value.trim() : value))

describe.skipIf(!isInstalled)(`in Gephi${isInstalled ? "" : ` (skipped: ${missing})`}`, () => {
  let graph: Subgraph
  let gexf: Read
  let graphml: Read

  beforeAll(async () => {
    graph = graphOf([...(await extracted()).map((item) => item.contribution), ...CONTRIBUTIONS])
    const paths = (["gexf", "graphml"] as const).map((format) => join(folder, `graph.${format}`))
    for (const [at, { write }] of [EXPORT_FORMATS.gexf, EXPORT_FORMATS.graphml].entries())
      writeFileSync(paths[at] as string, await joined(write(sourceOf(graph))))
    ;[gexf, graphml] = read(paths) as [Read, Read]
  }, 300_000)

  test("GEXF comes back whole, with its parallel edges, its names and its places", () => {
    const places = take("position", gexf)
    const names = take("label", gexf)
    expect(gexf).toEqual(withoutEmpty(expectedOf(graph, inXml)))
    expect(places).toEqual(placeNodes(graph))
    for (const { id, properties } of graph.nodes) {
      const { name, title, type } = properties
      expect(names.get(id)).toBe(name ?? title ?? type ?? id)
    }
    for (const { id, type } of graph.relationships) expect(names.get(id)).toBe(type)
  })

  test("GraphML comes back whole, but for white space around texts", () => {
    take("position", graphml)
    take("label", graphml)
    expect(trimmed(graphml)).toEqual(trimmed(withoutEmpty(expectedOf(graph, inXml))))
  })
})
