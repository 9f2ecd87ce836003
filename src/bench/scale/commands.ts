// What a user waits for with many articles stored: whole commands in processes of their own, and what of their time is
// the store's.
import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { EVENT_TYPES } from "../../ontology.js"
import { packagePath } from "../../paths.js"
import { openStore } from "../../store/index.js"
import type { Stats } from "../../types.js"
import { writeReports } from "./files.js"
import type { Target } from "./targets.js"

const REPORTS = 100

/** Lines of a report. `unchanged` is a folder of so many files that are loaded; no store of `target` may be open. */
export function measureCommands(target: Target, unchanged: { folder: string; files: number }): string[] {
  const reports = join(target.folder, "reports")
  writeReports(reports, REPORTS)
  const stats = JSON.parse(run(target, ["stats", "--json"]).output) as Stats
  const edges = EVENT_TYPES.reduce((sum, { type }) => sum + (stats.relationships[type] ?? 0), 0)
  const load = run(target, ["load", reports])
  const again = run(target, ["load", unchanged.folder])
  const retract = run(target, ["retract", join(reports, readdirSync(reports)[0] as string)])
  return [
    `    ${edges} edges`,
    `    load ${REPORTS} new articles, extraction included: ${load.seconds} s (${load.output})`,
    `    load ${unchanged.files} unchanged files: ${again.seconds} s (${again.output})`,
    `    retract an article by a command: ${retract.seconds} s (${retract.output})`,
  ]
}

/** A line: the store's opening and closing, and a retraction between them. */
export async function measureInside(target: Target): Promise<string> {
  const store = openStore(target.address, target.credentials)
  const opened = await timed(() => store.init())
  const reports = join(target.folder, "reports")
  const held = (await store.sources()).filter(({ source }) => source.startsWith(reports))
  const times: string[] = []
  for (const { articleId } of held.slice(0, 3)) times.push(await timed(() => store.retract([articleId])))
  const rest = held.slice(3).map(({ articleId }) => articleId)
  const all = await timed(() => store.retract(rest))
  const closed = await timed(() => store.close())
  return (
    `    open the store ${opened} s, retract one article ${times.join(", then ")} s, ` +
    `${rest.length} articles ${all} s, close ${closed} s`
  )
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now()
  await work()
  return secondsSince(started)
}

/** Throws where the command fails: its time would mean nothing. */
function run(target: Target, parameters: string[]): { seconds: string; output: string } {
  const started = performance.now()
  const cli = packagePath("dist", "cli", "index.js")
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, ...parameters, "--store", target.address],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  )
  const seconds = secondsSince(started)
  if (status !== 0)
    throw new Error(`chancery ${parameters.join(" ")}: exit code ${status}\n${stdout}${stderr}`)
  return { seconds, output: stdout.split("\n")[0] ?? "" }
}

const secondsSince = (started: number): string => ((performance.now() - started) / 1000).toFixed(2)
