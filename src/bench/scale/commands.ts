// What a user waits for with many articles stored: whole commands in processes of their own, and what of their time is
// the store's.
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { EVENT_TYPES } from "../../ontology.js"
import { packagePath } from "../../paths.js"
import { openStore } from "../../store/index.js"
import type { Stats } from "../../types.js"
import { writeReports } from "./files.js"
import type { Target } from "./targets.js"
import { seconds, type Time, timed } from "./time.js"

/** What the program starts as. */
const CLI = packagePath("dist", "cli", "index.js")
const REPORTS = 100
/** One after another, since the first may wait for what is not yet in the disk's cache. */
const RETRACTED = 3

/** Lines of a report. `unchanged` is a folder of so many files that are loaded; no store of `target` may be open. */
export function measureCommands(target: Target, unchanged: { folder: string; files: number }): string[] {
  const reports = join(target.folder, "reports")
  writeReports(reports, REPORTS)
  const stats = JSON.parse(run(target, ["stats", "--json"]).output) as Stats
  const edges = EVENT_TYPES.reduce((sum, { type }) => sum + (stats.relationships[type] ?? 0), 0)
  const load = run(target, ["load", reports])
  const again = run(target, ["load", unchanged.folder])
  const retracted = retractEach(target, reports, 0)
  return [
    `    ${edges} edges`,
    `    load ${REPORTS} new articles, extraction included: ${seconds(load.time)} (${load.output})`,
    `    load ${unchanged.files} unchanged files: ${seconds(again.time)} (${again.output})`,
    `    retract an article by a command: ${retracted}`,
  ]
}

/**
 * Lines: the same two commands while a server holds the embedded store open, so that they need not open it.
 * To be called after `measureCommands`, for a store that one process alone can open.
 */
export async function measureThroughServer(
  target: Target,
  unchanged: { folder: string; files: number },
): Promise<string[]> {
  const server = spawn(process.execPath, [CLI, "serve", "--port", "0", "--store", target.address], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const left = once(server, "exit")
  try {
    // It says where it listens.
    await Promise.race([once(server.stdout, "data"), left])
    // The commands would then open the store themselves, and their times would be those of something else.
    if (server.exitCode !== null) throw new Error(`chancery serve: exit code ${server.exitCode}`)
    const retracted = retractEach(target, join(target.folder, "reports"), RETRACTED)
    const again = run(target, ["load", unchanged.folder])
    return [
      `    through a server, retract an article by a command: ${retracted}`,
      `    through a server, load ${unchanged.files} unchanged files: ${seconds(again.time)} (${again.output})`,
    ]
  } finally {
    server.kill()
    await left
  }
}

/** A line: the store's opening and closing, and a retraction between them. */
export async function measureInside(target: Target): Promise<string> {
  const store = openStore(target.address, target.credentials)
  const opened = await timed(() => store.init())
  const reports = join(target.folder, "reports")
  const held = (await store.sources()).filter(({ source }) => source.startsWith(reports))
  const times: Time[] = []
  for (const { articleId } of held.slice(0, RETRACTED))
    times.push(await timed(() => store.retract([articleId])))
  const rest = held.slice(RETRACTED).map(({ articleId }) => articleId)
  const all = await timed(() => store.retract(rest))
  const closed = await timed(() => store.close())
  return (
    `    open the store ${seconds(opened)}, retract one article ${times.map(seconds).join(", then ")}, ` +
    `${rest.length} articles ${seconds(all)}, close ${seconds(closed)}`
  )
}

/** How long a command took for each of some reports, from number `start` on. */
const retractEach = (target: Target, reports: string, start: number): string =>
  readdirSync(reports)
    .slice(start, start + RETRACTED)
    .map((name) => seconds(run(target, ["retract", join(reports, name)]).time))
    .join(", then ")

/** Throws where the command fails: its time would mean nothing. */
function run(target: Target, parameters: string[]): { time: Pick<Time, "wall">; output: string } {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, ...parameters, "--store", target.address],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  )
  const wall = (performance.now() - started) / 1000
  if (status !== 0)
    throw new Error(`chancery ${parameters.join(" ")}: exit code ${status}\n${stdout}${stderr}`)
  return { time: { wall }, output: stdout.split("\n")[0] ?? "" }
}
