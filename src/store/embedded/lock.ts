// One process a store: a lock file with the holder's pid.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { AppError } from "../../errors.js"

/** Takes the lock of a store's folder and returns how to release it. Throws `STORE_BUSY` or `STORE_UNAVAILABLE`. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "lock")
  try {
    mkdirSync(folder, { recursive: true })
    takeLock(file)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError("STORE_UNAVAILABLE", `embedded:${folder}: cannot write there (${reason}).`, { cause })
  }
  return () => rmSync(file, { force: true })
}

function takeLock(file: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    }
    const pid = Number(readFileSync(file, "utf8"))
    if (isAlive(pid)) {
      throw new AppError(
        "STORE_BUSY",
        `${file}: process ${pid} holds this store (a running "chancery serve" or "load"). ` +
          "Stop it, wait for it, or choose another with --store.",
      )
    }
    // Its holder was killed; the database recovers by itself.
    rmSync(file, { force: true })
  }
  throw new AppError("STORE_BUSY", `${file}: another process took this store at the same moment; try again.`)
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
