// The built command line as a process of its own that tells where it has got to, and may be struck there.
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { pathToFileURL } from "node:url"
import { packagePath } from "../../src/paths.js"

/** In the order of a load; `said` is when it has printed what it did. */
export const PHASES = ["start", "read", "extract", "write", "commit", "acknowledged", "said"] as const
export type Phase = (typeof PHASES)[number]

export interface Mark {
  phase: Phase
  /** Milliseconds since the process began. */
  at: number
  /** Of a transaction: the sources that it brought, and those that it let go. */
  held?: string[]
  released?: string[]
}

/** So long after the mark of this number, counted from 1, of its phase. */
export interface Moment {
  phase: Phase
  number: number
  afterMs: number
}

export interface Run {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
  marks: Mark[]
  /** The phase that a strike interrupted; undefined when the process had ended before its moment came. */
  struck: Phase | undefined
}

export interface Strike {
  moment: Moment
  /** What happens then: the process itself, or its server, is killed. */
  hit(child: ChildProcess): void
}

const TRACE = pathToFileURL(packagePath("tests", "soak", "trace.mjs")).href

/** Runs `chancery` with these arguments to its end, or until it is struck. */
export async function chancery(
  args: string[],
  environment: Record<string, string> = {},
  strike?: Strike,
): Promise<Run> {
  const began = performance.now()
  const command = ["--import", TRACE, packagePath("dist", "cli", "index.js"), ...args]
  const env = { PATH: process.env.PATH, ...environment }
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "pipe", "pipe"] })
  const run: Run = { code: null, signal: null, out: "", err: "", marks: [], struck: undefined }
  const reached = (mark: Mark): void => {
    run.marks.push(mark)
    if (strike === undefined || mark.phase !== strike.moment.phase) return
    const { number, afterMs } = strike.moment
    if (run.marks.filter(({ phase }) => phase === mark.phase).length !== number) return
    setTimeout(() => {
      if (child.exitCode !== null) return
      run.struck = run.marks.at(-1)?.phase
      strike.hit(child)
    }, afterMs)
  }
  reached({ phase: "start", at: 0 })
  const [, out, err, trace] = child.stdio as [null, Readable, Readable, Readable, undefined]
  out.on("data", (piece) => {
    if (run.out === "") reached({ phase: "said", at: performance.now() - began })
    run.out += piece
  })
  err.on("data", (piece) => (run.err += piece))
  createInterface({ input: trace }).on("line", (line) => reached(JSON.parse(line) as Mark))
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null]
  // What it had reached when it was killed may have arrived after.
  if (signal !== null) run.struck = run.marks.at(-1)?.phase
  return { ...run, code, signal }
}
