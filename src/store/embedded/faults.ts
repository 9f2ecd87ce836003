// Faults of the embedded engine and its disk, in words that say what to do.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { AppError } from "../../errors.js"

/** Who holds the store, for messages alone: the engine's own lock on its file decides, and ends with its process. */
export const HOLDER = "holder.pid"

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** Whether a store could not be opened because another process holds it. */
export const isHeld = (cause: unknown): boolean => /cannot be locked/.test(reasonOf(cause))

/** A fault of opening: `STORE_BUSY` while another process holds the store, else `STORE_UNAVAILABLE`. */
export function asOpenError(folder: string, cause: unknown): AppError {
  const reason = reasonOf(cause)
  if (isHeld(cause)) {
    return new AppError(
      "STORE_BUSY",
      `embedded:${folder}: ${holderOf(folder)} holds this store ("chancery serve" or "load" is running). ` +
        "Stop it, wait for it, or choose another store with --store.",
      { cause },
    )
  }
  return new AppError(
    "STORE_UNAVAILABLE",
    `embedded:${folder}: cannot be opened (${reason}). Nothing was changed; ` +
      "mend what it says, or load into a new store with --store embedded:OTHER.",
    { cause },
  )
}

function holderOf(folder: string): string {
  try {
    return `process ${readFileSync(join(folder, HOLDER), "utf8")}`
  } catch {
    return "another process"
  }
}

/** A fault of the disk while writing, `STORE_UNAVAILABLE`; other errors as they are. */
export function asWriteError(folder: string, cause: unknown): unknown {
  const reason = reasonOf(cause)
  if (cause instanceof AppError || !/os error|I\/O error/.test(reason)) return cause
  return new AppError(
    "STORE_UNAVAILABLE",
    `embedded:${folder}: could not be written (${reason}). What was stored before is whole. ` +
      "Free space or mend what it says, then run this again: it goes on from there.",
    { cause },
  )
}
