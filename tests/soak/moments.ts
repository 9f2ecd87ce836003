// Where random strikes fall: evenly over the phases of a command, and within a phase evenly over its time, as an
// undisturbed run of the same command showed it.
import fc from "fast-check"
import { type Mark, type Moment, PHASES } from "./chancery.js"

/** Evenly, which random doubles and values that are meant to find edge cases are not. */
const share = fc.noBias(fc.nat(999_999).map((number) => number / 1_000_000))
const aim = fc.record({ phase: share, mark: share, time: share })
/** Three shares in [0, 1): of the phases, of the phase's marks, of the time to the next mark. */
export type Aim = { phase: number; mark: number; time: number }

/** The same ones for the same seed. */
export const aims = (seed: number, count: number): Aim[] => fc.sample(aim, { seed, numRuns: count })

/** The moment that an aim means in a run like this one, which ended at `endMs`. */
export function momentOf({ phase, mark, time }: Aim, marks: Mark[], endMs: number): Moment {
  const phases = PHASES.filter((name) => marks.some((item) => item.phase === name))
  const chosen = phases[Math.floor(phase * phases.length)] ?? "start"
  const places = marks.flatMap((item, at) => (item.phase === chosen ? [at] : []))
  const index = Math.floor(mark * places.length)
  const place = places[index] ?? 0
  const until = marks[place + 1]?.at ?? endMs
  return { phase: chosen, number: index + 1, afterMs: time * Math.max(0, until - (marks[place]?.at ?? 0)) }
}
