import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import express from "express"
import request from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { page } from "../../src/api/page.js"

const built = mkdtempSync(join(tmpdir(), "chancery-page-"))
beforeAll(() => {
  mkdirSync(join(built, "assets"))
  writeFileSync(join(built, "index.html"), "<!doctype html><title>Chancery</title>")
  writeFileSync(join(built, "assets", "index-abc123.js"), "export {}")
  writeFileSync(join(built, "icon.svg"), "<svg/>")
})
afterAll(() => rmSync(built, { recursive: true, force: true }))

const get = (folder: string, address: string, accept = "text/html") =>
  request(express().use(page(folder)))
    .get(address)
    .set("Accept", accept)

describe("the page", () => {
  it.each(["/", "/query", "/explore/state:NOR?from=2023"])(
    "is served at %s, to be asked for again",
    async (address) => {
      const { status, text, headers } = await get(built, address)
      expect([status, headers["cache-control"]]).toEqual([200, "no-cache"])
      expect(text).toContain("<title>Chancery</title>")
    },
  )

  it("lets a browser keep what carries a hash in its name, for good", async () => {
    const { status, headers } = await get(built, "/assets/index-abc123.js", "*/*")
    expect(status).toBe(200)
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable")
    expect((await get(built, "/icon.svg", "*/*")).headers["cache-control"]).toBe("no-cache")
  })

  it("is no answer to a file that is not there, nor to what wants no page", async () => {
    expect((await get(built, "/assets/index-old.js")).status).toBe(404)
    expect((await get(built, "/query", "application/json")).status).toBe(404)
  })

  it("says so where it is not built", async () => {
    const { status, text } = await get(join(built, "nowhere"), "/")
    expect(status).toBe(503)
    expect(text).toContain("npm run build")
  })
})
