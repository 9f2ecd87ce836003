// Opens the engine behind the embedded store, with faults that say what to do.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
// A CommonJS module whose exports Node cannot see by name.
import grafeo, { type GrafeoDB } from "@grafeo-db/js"
import { AppError } from "../../errors.js"
import { fileOf } from "./snapshot.js"

/** Who holds the store, for messages alone: the engine's own lock on its file decides, and ends with its process. */
const HOLDER = "holder.pid"

/**
 * Opens a store for this process alone, making its folder on demand.
 * Throws `STORE_BUSY` while another process holds it, `STORE_UNAVAILABLE` when it cannot be opened.
 */
export function openFolder(folder: string): GrafeoDB {
  try {
    mkdirSync(folder, { recursive: true })
    const database = grafeo.GrafeoDB.create(fileOf(folder))
    writeFileSync(join(folder, HOLDER), String(process.pid))
    return database
  } catch (cause) {
    throw asStoreError(folder, cause)
  }
}

/** Opens a copy of the files of the store in `folder`. Throws `STORE_UNAVAILABLE` when it cannot be opened. */
export function openCopy(file: string, folder: string): GrafeoDB {
  try {
    return grafeo.GrafeoDB.open(file)
  } catch (cause) {
    throw asStoreError(folder, cause)
  }
}

/** The engine itself then refuses what writes. */
export const openReadOnly = (file: string): GrafeoDB => grafeo.GrafeoDB.openReadOnly(file)

function asStoreError(folder: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (/cannot be locked/.test(reason)) {
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
