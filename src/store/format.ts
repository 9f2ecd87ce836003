// The version of what a store holds and how: one of another version is refused, not misread.
import { AppError } from "../errors.js"
import type { Run } from "./cypher-reads.js"
import type { Statements } from "./statements.js"

/** Grows whenever what is stored changes its form. */
export const FORMAT = 3
/** In its place while a backup is restored. */
export const RESTORING = 0

/** Throws `STORE_UNAVAILABLE` where the store at `address` is of another version or half restored. */
export async function checkFormat(run: Run, statements: Statements, address: string): Promise<void> {
  const [version] = await run(statements("version"))
  if (version === undefined || version.format === FORMAT) return
  if (version.format === RESTORING) {
    throw new AppError(
      "STORE_UNAVAILABLE",
      `${address}: a restore into this store did not end. Run "chancery restore FILE --force" again.`,
    )
  }
  throw new AppError(
    "STORE_UNAVAILABLE",
    `${address}: written by another version of Chancery (format ${version.format ?? "unknown"}; this version ` +
      `has ${FORMAT}). Nothing was changed; use that version, or load into another store with --store.`,
  )
}
