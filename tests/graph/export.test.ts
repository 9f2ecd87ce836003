// Every export, read back by those whom it is for: equal counts, equal evidence.
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { exportHtml } from "../../src/graph/export/html.js"
import { EXPORT_FORMATS, type ExportFormat } from "../../src/graph/export/index.js"
import { packagePath } from "../../src/paths.js"
import type { Subgraph } from "../../src/types.js"
import { SEED } from "../store/contract.js"
import { anyContribution } from "../store/contributions.js"
import { extracted } from "../store/done-line.js"
import { expectedOf, inXml, listAsJson, type Read, sorted, withoutEmpty } from "./expected.js"
import { CONTRIBUTIONS, graphOf, joined, sourceOf } from "./exported.js"

const TEMPLATE = '<html><body><script type="application/json" id="graph"></script><p>after</p></body></html>'
const folder = mkdtempSync(join(tmpdir(), "chancery-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const anyArticles = fc.uniqueArray(anyContribution, { selector: ({ article }) => article.id, maxLength: 5 })

/** Every file of an export by its name. */
async function exported(format: ExportFormat, graph: Subgraph): Promise<Record<string, string>> {
  const source = sourceOf(graph)
  if (!("files" in format)) return { graph: await joined(format.write(source)) }
  const files: Record<string, string> = {}
  for (const { name, pieces } of await format.files(source)) files[name] = await joined(pieces)
  return files
}

const { html: _, ...withoutTemplate } = EXPORT_FORMATS

describe.each(Object.entries<ExportFormat>(withoutTemplate))("%s", (_name, format) => {
  test(`has equal bytes for equal graphs, in whatever order their articles came (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(anyArticles, async (contributions) => {
        const graphs = [contributions, contributions.toReversed()].map(graphOf)
        const [one, other] = await Promise.all(graphs.map((graph) => exported(format, graph)))
        expect(other).toEqual(one)
      }),
      { numRuns: 20, seed: SEED },
    )
  })
})

const PYTHON = process.env.PYTHON ?? "python3"
const hasNetworkx = spawnSync(PYTHON, ["-c", "import networkx"]).status === 0
const needsNetworkx = hasNetworkx ? "" : " (skipped: no python3 with networkx)"

describe.skipIf(!hasNetworkx)(`read by Python${needsNetworkx}`, () => {
  const read = (format: string, path: string): Read => {
    const script = packagePath("tests", "graph", "read-exports.py")
    return sorted(
      JSON.parse(execFileSync(PYTHON, [script, format, path], { encoding: "utf8", maxBuffer: 2 ** 30 })),
    )
  }
  let real: Subgraph
  beforeAll(async () => {
    real = graphOf((await extracted()).map((item) => item.contribution))
  })

  describe.each([
    ["texts that formats trip over", () => graphOf(CONTRIBUTIONS)],
    ["real articles", () => real],
  ])("%s", (_name, graphOfCase) => {
    test("come back from GraphML by networkx", async () => {
      const graph = graphOfCase()
      const file = join(folder, "graph.graphml")
      writeFileSync(file, await joined(EXPORT_FORMATS.graphml.write(sourceOf(graph))))
      expect(withoutEmpty(read("graphml", file))).toEqual(withoutEmpty(expectedOf(graph, inXml)))
    })

    test("come back from GEXF by networkx, each node at a place of its own", async () => {
      const graph = graphOfCase()
      const file = join(folder, "graph.gexf")
      writeFileSync(file, await joined(EXPORT_FORMATS.gexf.write(sourceOf(graph))))
      const [nodes, edges] = read("gexf", file)
      const places = nodes.map(([, { viz }]) => JSON.stringify((viz as { position: object }).position))
      expect(new Set(places).size).toBe(nodes.length)
      for (const [, attributes] of nodes) for (const name of ["viz", "label"]) delete attributes[name]
      for (const [, , , attributes] of edges) for (const name of ["id", "label"]) delete attributes[name]
      expect([nodes, edges]).toEqual(expectedOf(graph, inXml))
    })

    test("come back from CSV by Python's reader", async () => {
      const graph = graphOfCase()
      for (const { name, pieces } of await EXPORT_FORMATS.csv.files(sourceOf(graph)))
        writeFileSync(join(folder, name), await joined(pieces))
      const expected = expectedOf(graph, (value) => String(listAsJson(value)))
      expect(read("csv", folder)).toEqual(withoutEmpty(expected))
    })
  })
})

describe("html", () => {
  test("holds the graph as it is, and no text of an article ends its element", async () => {
    const graph = graphOf(CONTRIBUTIONS)
    const { document } = parseHTML(await joined(exportHtml(graph, TEMPLATE)))
    const held = JSON.parse(document.querySelector("#graph")?.textContent ?? "")
    expect({ nodes: held.nodes, relationships: held.relationships }).toEqual(graph)
    expect(held.positions.map(([id]: [string]) => id).sort()).toEqual(["person:anna-berg", "state:RUR"])
    expect(document.querySelectorAll("script")).toHaveLength(1)
    expect(document.querySelector("p")?.textContent).toBe("after")
  })

  test(`has equal bytes for equal graphs, in whatever order their articles came (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(anyArticles, async (contributions) => {
        const graphs = [contributions, contributions.toReversed()].map(graphOf)
        const [one, other] = graphs.map((graph) => [...exportHtml(graph, TEMPLATE)].join(""))
        expect(other).toBe(one)
      }),
      { numRuns: 20, seed: SEED },
    )
  })
})
