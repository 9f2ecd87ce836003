// Where the package's own files are, the same from src (tests) and dist (built).
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Absolute path of a file of the package, from its root. */
export const packagePath = (...parts: string[]): string => join(root, ...parts)
/** The same, from data/. */
export const dataPath = (...parts: string[]): string => join(root, "data", ...parts)
/** The same, from cypher/. */
export const cypherPath = (...parts: string[]): string => join(root, "cypher", ...parts)
