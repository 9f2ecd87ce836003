// The README says what the code does: its tables are held against the code.
import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readConfig } from "../src/config.js"
import { ERROR_CODES } from "../src/errors.js"
import { packagePath } from "../src/paths.js"

const readme = readFileSync(packagePath("README.md"), "utf8")

test("lists exactly the error codes, with status and meaning", () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (\d{3}) \| (.*) \|$/gm)].map(([, ...cells]) => cells)
  const codes = Object.entries(ERROR_CODES).map(([code, { status, meaning }]) => [
    code,
    String(status),
    meaning,
  ])
  expect(rows).toEqual(codes)
})

test("links to files that are there", () => {
  const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path]) => path as string)
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((path) => !existsSync(packagePath(path)))).toEqual([])
})

test("names the npm scripts and every variable of the environment", () => {
  const { scripts } = JSON.parse(readFileSync(packagePath("package.json"), "utf8")) as { scripts: object }
  const named = [...readme.matchAll(/npm run (\w+)/g)].map(([, script]) => script as string)
  expect(named.filter((script) => !(script in scripts))).toEqual([])
  const variables = [...readFileSync(packagePath("src/config.ts"), "utf8").matchAll(/^ {2}([A-Z0-9_]+):/gm)]
  expect(variables.length).toBeGreaterThan(5)
  expect(variables.map(([, name]) => name as string).filter((name) => !readme.includes(name))).toEqual([])
  expect(readConfig({}).store).toBe("embedded:data/graph")
})
