// Where the annotated articles and treebanks lie beside the project, for the tests that want them.
import { existsSync } from "node:fs"
import { packagePath } from "../src/paths.js"

export const sharedPath = (...parts: string[]): string => packagePath("..", "shared", ...parts)

export const hasShared = existsSync(sharedPath("gold"))
/** Appended to a test's name, so that a skip says why. */
export const needsShared = hasShared ? "" : " (skipped: ../shared with its annotated articles is not here)"
