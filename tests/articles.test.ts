// The sample articles say what they are, and are enough for a graph worth looking at.
import { beforeAll, describe, expect, test } from "vitest"
import { derive } from "../src/graph/derive.js"
import type { DerivedGraph } from "../src/graph/derived-graph.js"
import { toRows } from "../src/graph/rows.js"
import { packagePath } from "../src/paths.js"
import { readPaths } from "../src/pipeline/read/index.js"
import type { Article, Contribution, GraphRelationship } from "../src/types.js"
import { openExtractor } from "./extractor.js"

/** The same wire report under two addresses. */
const WIRE_COPIES = ["gaza-media-tower", "israeli-strike-flattens-media-building"]

const articles: Article[] = []

beforeAll(async () => {
  for await (const result of readPaths([packagePath("data", "articles")], {})) {
    if ("error" in result) throw result.error
    articles.push(result.article)
  }
})

describe("sample articles", () => {
  test("are at least 24, each with an id of its own", () => {
    expect(articles.length).toBeGreaterThanOrEqual(24)
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length)
  })

  test("name title, outlet, day of publication and an example address", () => {
    for (const { path, title, outlet, published, url } of articles) {
      expect(title, path).toBeTruthy()
      expect(outlet, path).toBeTruthy()
      expect(published, path).toMatch(/^2021-05-(?:1\d|2[0-2])$/)
      expect(new URL(url as string).hostname, path).toMatch(/^[a-z]+\.example$/)
      expect(url, path).toContain(`/${published?.replaceAll("-", "/")}/`)
    }
  })
})

describe("the graph of the sample articles", () => {
  let graph: DerivedGraph
  let edges: GraphRelationship[]

  beforeAll(async () => {
    const extractor = await openExtractor()
    const contributions: Contribution[] = []
    for (const article of articles) contributions.push((await extractor.extract(article)).contribution)
    await extractor.close()
    graph = derive(contributions.flatMap(toRows))
    edges = [...graph.relationships.values()].filter(({ properties }) => properties.eventId !== undefined)
  })

  test("has more than 100 edges of at least 12 types", () => {
    expect(edges.length).toBeGreaterThan(100)
    expect(new Set(edges.map(({ type }) => type)).size).toBeGreaterThanOrEqual(12)
  })

  test("merges what several articles tell of one event", () => {
    expect(edges.filter(({ properties }) => Number(properties.reports) > 1).length).toBeGreaterThanOrEqual(5)
  })

  test("counts two copies of a wire report as one report", () => {
    const copies = WIRE_COPIES.map((slug) => articles.find(({ url }) => url?.endsWith(`/${slug}`))?.id)
    const shared = edges.filter(({ properties }) => {
      const tellers = tellersOf(String(properties.eventId))
      return copies.every((copy) => copy !== undefined && tellers.has(copy))
    })
    expect(shared.length).toBeGreaterThan(0)
    for (const { properties } of shared) {
      expect(properties.reports).toBe(tellersOf(String(properties.eventId)).size - 1)
    }
  })

  function tellersOf(event: string): Set<string> {
    const reports = [...graph.relationships.values()].filter(
      ({ type, target }) => type === "REPORTS" && target === event,
    )
    return new Set(reports.map(({ source }) => source))
  }
})
