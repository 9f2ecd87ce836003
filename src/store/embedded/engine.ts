// Opens the engine behind the embedded store, with faults that say what to do.
import { existsSync, mkdirSync, renameSync } from "node:fs"
// A CommonJS module whose exports Node cannot see by name.
import grafeo, { type GrafeoDB } from "@grafeo-db/js"
import { asOpenError, isHeld } from "./faults.js"
import { noteHolder } from "./holder.js"
import { fileOf } from "./snapshot.js"

/**
 * Opens a store for this process alone, making its folder on demand; with `putAside`, a file that cannot be opened
 * gives way to a new one and stays beside it.
 * Throws `STORE_BUSY` while another process holds it, `STORE_UNAVAILABLE` when it cannot be opened.
 */
export function openFolder(folder: string, putAside = false): GrafeoDB {
  try {
    mkdirSync(folder, { recursive: true })
    const database = create(fileOf(folder), putAside)
    noteHolder(folder)
    return database
  } catch (cause) {
    throw asOpenError(folder, cause)
  }
}

function create(file: string, putAside: boolean): GrafeoDB {
  try {
    return grafeo.GrafeoDB.create(file)
  } catch (error) {
    if (!putAside || isHeld(error) || !existsSync(file)) throw error
    for (const part of [file, `${file}.wal`])
      if (existsSync(part)) renameSync(part, `${part}.${Date.now()}.broken`)
    return grafeo.GrafeoDB.create(file)
  }
}

/** Opens a copy of the files of the store in `folder`. Throws `STORE_UNAVAILABLE` when it cannot be opened. */
export function openCopy(file: string, folder: string): GrafeoDB {
  try {
    return grafeo.GrafeoDB.open(file)
  } catch (cause) {
    throw asOpenError(folder, cause)
  }
}

/** The engine itself then refuses what writes. */
export const openReadOnly = (file: string): GrafeoDB => grafeo.GrafeoDB.openReadOnly(file)
