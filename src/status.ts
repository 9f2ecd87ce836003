// Which events become edges, by their status.
import type { Status } from "./types.js"

/** What happened or is to happen is drawn; what was denied or is only thought of is an event node alone. */
export const isDrawn = (status: Status): boolean => status === "actual" || status === "planned"
