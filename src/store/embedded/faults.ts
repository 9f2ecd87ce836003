// Faults of the embedded engine and its disk, in words that say what to do.
import { AppError } from "../../errors.js"
import { findHolder } from "./holder.js"
import { findServer } from "./server-file.js"

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** Whether a store could not be opened because another process holds it. */
export const isHeld = (cause: unknown): boolean => /cannot be locked/.test(reasonOf(cause))

/** A fault of opening: `STORE_BUSY` while another process holds the store, else `STORE_UNAVAILABLE`. */
export function asOpenError(folder: string, cause: unknown): AppError {
  const reason = reasonOf(cause)
  if (isHeld(cause)) return new AppError("STORE_BUSY", busyMessage(folder), { cause })
  return new AppError(
    "STORE_UNAVAILABLE",
    `embedded:${folder}: cannot be opened (${reason}). Nothing was changed; ` +
      "mend what it says, or load into a new store with --store embedded:OTHER.",
    { cause },
  )
}

function busyMessage(folder: string): string {
  const holder = findHolder(folder)
  const stop = holder === undefined ? "stop it" : `stop it (kill ${holder.pid})`
  const advice =
    findServer(folder) === undefined
      ? `Wait until it is done, or ${stop}`
      : `"load", "retract", "decide" and "undecide" go through that server; for what else writes ${stop}`
  return `embedded:${folder}: ${heldBy(folder)}. ${advice}, then run this again; or choose another store with --store.`
}

/** Which process holds the store, since when, and where it serves it. */
export function heldBy(folder: string): string {
  const [holder, server] = [findHolder(folder), findServer(folder)]
  if (holder === undefined) return "another process holds this store"
  const since = holder.since.slice(0, 19).replace("T", " ")
  const serves = server === undefined ? "" : ` and serves it at ${server.url}`
  return `process ${holder.pid} has held this store since ${since} UTC${serves}`
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
