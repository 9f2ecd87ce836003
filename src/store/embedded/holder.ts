// Who holds an embedded store, for messages alone: the engine's own lock on its file decides, and ends with its process.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"

const FILE = "holder.json"

const holderSchema = z.object({ pid: z.number().int().positive(), since: z.iso.datetime() })

export type Holder = z.infer<typeof holderSchema>

/** Leaves word that this process has taken the store in this folder. */
export function noteHolder(folder: string): void {
  const holder: Holder = { pid: process.pid, since: new Date().toISOString() }
  writeFileSync(join(folder, FILE), JSON.stringify(holder))
}

/** The process that took the store last; nothing where that one is gone or left no word that can be read. */
export function findHolder(folder: string): Holder | undefined {
  try {
    const holder = holderSchema.parse(JSON.parse(readFileSync(join(folder, FILE), "utf8")))
    return isAlive(holder.pid) ? holder : undefined
  } catch {
    return undefined
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH"
  }
}
