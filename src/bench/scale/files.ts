// Files for commands to read: the stream's first articles as they stand in the store, and reports that are new to it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { dataPath } from "../../paths.js"
import type { Article } from "../../types.js"

/** What an article's file holds, so that reading it gives the same article. */
export function toFile({ title, outlet, published, text }: Article): string {
  const head = Object.entries({ title, outlet, published }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  )
  return `---\n${head.join("\n")}\n---\n\n${text}`
}

const COUNTRIES = [
  "Israel",
  "Egypt",
  "Russia",
  "Germany",
  "Iran",
  "China",
  "Jordan",
  "Qatar",
  "France",
  "Turkey",
]

/** Writes `count` reports into a folder: the samples again and again, each time of other countries and another year. */
export function writeReports(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(dataPath("articles")).filter((name) => name.endsWith(".md"))
  for (let index = 0; index < count; index++) {
    const [name, round] = [names[index % names.length] as string, Math.floor(index / names.length)]
    const text = readFileSync(dataPath("articles", name), "utf8")
    const turned = text
      .replace(new RegExp(`\\b(?:${COUNTRIES.join("|")})\\b`, "g"), (country) => {
        return COUNTRIES[(COUNTRIES.indexOf(country) + round) % COUNTRIES.length] as string
      })
      .replaceAll("2021", String(2021 - round))
    writeFileSync(join(folder, `${index}-${name.replaceAll("2021", String(2021 - round))}`), turned)
  }
}
