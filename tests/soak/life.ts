// What a store lives through, command by command: articles come, change and go, and a person decides and takes back.
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { decisionId } from "../../src/graph/decisions.js"

export interface Step {
  name: string
  /** Puts the articles where the command will find them. */
  prepare(): void
  args: string[]
}

/** More than a load stores at once, so that it can be killed between two transactions. */
const FIRST = 205
const [CHANGED, GONE, ADDED] = [20, 40, 220]
const MERGE = { actor: "person:angela-merkel", into: "person:emmanuel-macron" }

/** Over articles in `folder`; ends with a store as empty as it began. */
export function lifeIn(folder: string): Step[] {
  const path = (number: number): string => join(folder, `${String(number).padStart(3, "0")}.txt`)
  const write = (from: number, to: number, words = ""): void => {
    for (let number = from; number < to; number++) writeFileSync(path(number), textOf(number) + words)
  }
  const some = Array.from({ length: 20 }, (_, at) => path(GONE + at))
  return [
    {
      name: "load",
      prepare() {
        rmSync(folder, { recursive: true, force: true })
        mkdirSync(folder, { recursive: true })
        write(0, FIRST)
      },
      args: ["load", folder],
    },
    {
      name: "decide",
      prepare() {},
      args: ["decide", "merge", MERGE.actor, MERGE.into, "--reason", "a trial", "--author", "a test"],
    },
    {
      name: "load --prune",
      prepare() {
        write(0, CHANGED, "Egypt praised Qatar.\n")
        for (let number = CHANGED; number < GONE; number++) rmSync(path(number), { force: true })
        write(FIRST, ADDED)
      },
      args: ["load", folder, "--prune"],
    },
    { name: "retract", prepare() {}, args: ["retract", ...some] },
    {
      name: "undecide",
      prepare() {},
      args: ["undecide", decisionId({ kind: "merge", ...MERGE, name: "" })],
    },
    { name: "retract all", prepare() {}, args: ["retract", folder] },
  ]
}

/** Every fifth tells of the same call as others, the rest of events of their own. */
export const textOf = (number: number): string =>
  number % 5 === 0
    ? `Emmanuel Macron called Angela Merkel on 13 May 2021 over case ${number}.\n`
    : `Turkey condemned Israel over case ${number}.\n`
