// What a schema says against a record, on one line.
import type { z } from "zod"

/** "text: expected string, received undefined; title: …". */
export function listIssues(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => [...path, message.replace("Invalid input: ", "")].join(": "))
    .join("; ")
}
