// From what a request holds, unknown, to a route's typed input.
import type { z } from "zod"
import { AppError } from "../errors.js"

/** Throws `BAD_USAGE` that names each parameter and what is wrong with it. */
export function parseInput<Input extends z.ZodObject>(schema: Input, given: unknown): z.output<Input> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) =>
    [path.join("."), message].filter(Boolean).join(": "),
  )
  throw new AppError("BAD_USAGE", `${faults.join("; ")}. See /api/openapi.json.`)
}
