// A file that appears whole or not at all, also when the disk is full or the process is killed.
import { randomUUID } from "node:crypto"
import { createWriteStream } from "node:fs"
import { lstat, open, rename, rm } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import type { Writable } from "node:stream"

/**
 * Lets `write` fill a new file, which then takes the place of `path`; when it fails, what was there stays.
 * A place that is no plain file, such as `/dev/stdout`, is written to as it is. Throws what `write` and the disk throw.
 */
export async function writeWhole(path: string, write: (output: Writable) => Promise<void>): Promise<void> {
  const former = await lstat(path).catch(() => undefined)
  if (former !== undefined && !former.isFile()) return write(createWriteStream(path))
  const part = `${path}.${randomUUID()}.part`
  try {
    await write(createWriteStream(part, { flags: "wx", flush: true }))
    await rename(part, path)
    await syncFolder(dirname(resolve(path)))
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

/** So that the new name survives a power cut too. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === "win32") return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
