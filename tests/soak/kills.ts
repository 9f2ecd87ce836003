// Lives a life again and again, killing something at a random moment of each command: what was acknowledged is there,
// nothing is half there, and the same command once more leads where it leads undisturbed.
import type { ChildProcess } from "node:child_process"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { expect } from "vitest"
import { chancery, type Mark, type Run } from "./chancery.js"
import { lifeIn, type Step } from "./life.js"
import { aims, momentOf } from "./moments.js"
import type { Sight, Site } from "./site.js"
import { createTally } from "./tally.js"

/** What is killed, and what must be done before the store can be looked at. */
export interface Victim {
  name: string
  kill(child: ChildProcess): void
  /** Whether it was killed in this run, and had not ended just before. */
  isKilled(run: Run): boolean
  recover(): Promise<void>
}

/** A long run tells how far it is. */
const FEW = 5

/** Whoever runs the command. */
export const LOADER: Victim = {
  name: "loader",
  kill: (child) => child.kill("SIGKILL"),
  isKilled: ({ signal }) => signal === "SIGKILL",
  recover: async () => undefined,
}

/** A command that nothing disturbed. */
interface Lived {
  marks: Mark[]
  endMs: number
  bytes: string
}

/** Each command of a life undisturbed, with the store as it is then. */
async function live(site: Site, steps: Step[]): Promise<Lived[]> {
  const lived: Lived[] = []
  await site.clear()
  for (const step of steps) {
    step.prepare()
    const began = performance.now()
    const { marks } = await completed(site, step)
    const endMs = performance.now() - began
    lived.push({ marks, endMs, bytes: (await site.look()).bytes })
  }
  return lived
}

async function completed(site: Site, step: Step): Promise<Run> {
  const run = await chancery(["--store", site.address, ...step.args], site.environment)
  if (run.code !== 0) throw new Error(`${step.name} ended with ${run.code ?? run.signal}: ${run.err}`)
  return run
}

/**
 * Kills `count` times, and returns lines of what that hit. Throws at the first thing lost, half there or different from
 * an undisturbed life, here and, where there is one, in the `reference`.
 */
export async function killAtRandom(
  site: Site,
  folder: string,
  victim: Victim,
  { seed, count, reference }: { seed: number; count: number; reference?: Site },
): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const steps = lifeIn(join(folder, "news"))
  // Also how long each phase takes here.
  const undisturbed = await live(site, steps)
  const expected = undisturbed.map(({ bytes }) => bytes)
  expect(new Set(expected).size).toBe(steps.length)
  if (reference !== undefined)
    expect((await live(reference, steps)).map(({ bytes }) => bytes)).toEqual(expected)
  const tally = createTally()
  let before = await site.look()
  // Some commands end before their moment comes: more aims than kills.
  for (const [at, aim] of aims(seed, count * 3).entries()) {
    if (tally.kills === count) break
    const index = at % steps.length
    const [step, once] = [steps[index] as Step, undisturbed[index] as Lived]
    const moment = momentOf(aim, once.marks, once.endMs)
    const where = `number ${at}, ${step.name}, ${JSON.stringify(moment)}`
    try {
      step.prepare()
      const hit = (child: ChildProcess): void => victim.kill(child)
      const run = await chancery(["--store", site.address, ...step.args], site.environment, { moment, hit })
      const isKilled = victim.isKilled(run)
      if (isKilled) await victim.recover()
      const after = await site.look()
      expectKept(run, before, after)
      const isDone = after.bytes === expected[index]
      if (!run.marks.some(({ phase }) => phase === "said")) expectHonest(run)
      else expect(isDone, "what it said is done").toBe(true)
      // Only loads are stored in several parts.
      if (step.args[0] !== "load") expect(isDone || after.bytes === before.bytes, "all or nothing").toBe(true)
      // Who asks for what is done already is told so.
      if (!isDone || step.args[0] === "load") await completed(site, step)
      before = await site.look()
      expect(before.bytes === expected[index], "the same bytes as undisturbed").toBe(true)
      if (isKilled) tally.add(step, run)
      else tally.miss()
      if (count > FEW) console.log(`${site.name}, ${victim.name} ${tally.kills}/${count}: ${where}`)
    } catch (error) {
      throw new Error(`after the ${victim.name} was killed (seed ${seed}, ${where})`, { cause: error })
    }
  }
  expect(tally.kills).toBe(count)
  return tally.lines(`${site.name}, ${victim.name}`)
}

/** What the store acknowledged to the loader is there. */
function expectKept({ marks }: Run, before: Sight, after: Sight): void {
  const acknowledged = marks.filter(({ phase }) => phase === "acknowledged")
  expect(after.version).toBeGreaterThanOrEqual(before.version + acknowledged.length)
  const held = new Map<string, boolean>()
  for (const mark of acknowledged) {
    for (const source of mark.held ?? []) held.set(source, true)
    for (const source of mark.released ?? []) held.set(source, false)
  }
  const lost = [...held].filter(([source, isHeld]) => after.sources.has(source) !== isHeld)
  expect(lost, "acknowledged, and not so").toEqual([])
}

/** Who ends without having said what was done was killed, or says in one line what is wrong. */
function expectHonest({ code, signal, err }: Run): void {
  if (signal === "SIGKILL") return
  expect([code, err.trimEnd().split("\n").length, err]).toEqual([
    2,
    1,
    expect.stringMatching(/Start it|run this again/),
  ])
}
