// Copies of a store's files, taken while some process writes them.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { AppError } from "../../errors.js"
import { heldBy } from "./faults.js"
import { isAlive } from "./holder.js"

const FILE = "graph.grafeo"
const ATTEMPTS = 20
/** A copy's folder, up to the pid of the process that made it. */
const PREFIX = "chancery-copy-"

/** The engine's file in a store's folder; its log lies beside it. */
export const fileOf = (folder: string): string => join(folder, FILE)

/**
 * Copies a store's file and log to a folder of their own and returns the file. A log cut off in the middle of a
 * write opens as it does after a kill: without the transaction that was not committed. Throws `STORE_BUSY` when
 * the store never stood still for long enough, `STORE_UNAVAILABLE` when there is no room for a copy.
 */
export function copyFiles(folder: string): string {
  const source = fileOf(folder)
  removeStaleCopies()
  const copy = join(mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`)), FILE)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const before = stampOf(source)
      copyOwned(source, copy)
      if (existsSync(`${source}.wal`)) copyOwned(`${source}.wal`, `${copy}.wal`)
      // A checkpoint moves the log into the file: file and log of different moments do not fit together.
      if (stampOf(source) === before) return copy
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === "ENOENT"
      if (!isGone || !existsSync(source)) {
        removeCopy(copy)
        throw new AppError(
          "STORE_UNAVAILABLE",
          `embedded:${folder}: cannot be copied to ${dirname(copy)} to be read (${(error as Error).message}). ` +
            "Free space there, or set TMPDIR to a folder that has some.",
          { cause: error },
        )
      }
    }
    rmSync(`${copy}.wal`, { recursive: true, force: true })
  }
  removeCopy(copy)
  throw new AppError(
    "STORE_BUSY",
    `embedded:${folder}: ${heldBy(folder)} and writes it too fast for a copy to be read. Try again in a moment.`,
  )
}

/** The engine writes to what it opens, also where the original is read-only to us. */
function copyOwned(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    mkdirSync(to)
    for (const name of readdirSync(from)) copyOwned(join(from, name), join(to, name))
  } else {
    copyFileSync(from, to)
    chmodSync(to, 0o600)
  }
}

/** Removes what `copyFiles` made. */
export const removeCopy = (file: string): void => rmSync(dirname(file), { recursive: true, force: true })

/** Removes the copies of processes that were killed before they could. */
function removeStaleCopies(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number.parseInt(name.slice(PREFIX.length), 10))) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Another user's: theirs to remove.
    }
  }
}

function stampOf(file: string): string {
  const { mtimeNs, size, ino } = statSync(file, { bigint: true })
  return `${mtimeNs} ${size} ${ino}`
}
