// Counts kills, for the lines that a soak ends with.
import { PHASES, type Run } from "./chancery.js"
import type { Step } from "./life.js"

export interface Tally {
  readonly kills: number
  add(step: Step, run: Run): void
  /** The command had ended before its moment came. */
  miss(): void
  lines(what: string): string[]
}

/** Counts from nought. */
export function createTally(): Tally {
  let [kills, misses] = [0, 0]
  const phases = new Map<string, number>(PHASES.map((phase) => [phase, 0]))
  const commands = new Map<string, number>()
  const count = (counts: Map<string, number>, name: string): unknown =>
    counts.set(name, (counts.get(name) ?? 0) + 1)
  const listed = (counts: Map<string, number>): string =>
    [...counts].map(([name, number]) => `${name} ${number}`).join(", ")
  return {
    get kills() {
      return kills
    },
    add(step, { struck = "start" }) {
      kills++
      count(phases, struck)
      count(commands, step.name)
    },
    miss() {
      misses++
    },
    lines: (what) => [
      `${what} killed ${kills} times: nothing acknowledged lost, check clean, same bytes (${misses} commands ended first)`,
      `  in phase: ${listed(phases)}`,
      `  in command: ${listed(commands)}`,
    ],
  }
}
