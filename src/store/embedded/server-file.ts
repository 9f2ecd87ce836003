// What a server that holds an embedded store leaves beside it, so that other commands of the same user find it.
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { findHolder } from "./holder.js"

const FILE = "server.json"

const serverSchema = z.object({ pid: z.number(), url: z.string(), token: z.string() })

/** Where a server listens, and what it wants to be sent by those that write. */
export type RunningServer = z.infer<typeof serverSchema>

/** Leaves word of this process, for its user alone. */
export function announceServer(folder: string, { url, token }: Omit<RunningServer, "pid">): void {
  // Made anew: the mode of a file that is there would stay as it was.
  withdrawServer(folder)
  const text = JSON.stringify({ pid: process.pid, url, token } satisfies RunningServer)
  writeFileSync(join(folder, FILE), text, { mode: 0o600, flag: "wx" })
}

export const withdrawServer = (folder: string): void => rmSync(join(folder, FILE), { force: true })

/**
 * The server that holds the store in this folder, which must be held by some process. What a killed server left
 * is not believed: whoever holds the store since has written its own pid.
 */
export function findServer(folder: string): RunningServer | undefined {
  try {
    const server = serverSchema.parse(JSON.parse(readFileSync(join(folder, FILE), "utf8")))
    return findHolder(folder)?.pid === server.pid ? server : undefined
  } catch {
    // None, another user's, or half written: the store is then just held.
    return undefined
  }
}
