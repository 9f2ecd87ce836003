// Where the package's own files are, the same from src (tests) and dist (built).
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export const packagePath = (...parts: string[]): string => join(root, ...parts)
export const dataPath = (...parts: string[]): string => join(root, "data", ...parts)
export const cypherPath = (...parts: string[]): string => join(root, "cypher", ...parts)
