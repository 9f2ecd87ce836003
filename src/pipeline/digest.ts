// The extractor digest: a name for everything that decides what an article contributes.
import { createHash, type Hash } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { dataPath, packagePath } from "../paths.js"

/** What a digest is made of, in its order. */
const PARTS = ["code", "model", "actor tables", "frames", "runtime"] as const

/**
 * Hashes of the pipeline's code, the model, the actor tables and the frames (ours and the user's), and the
 * runtime, since int8 arithmetic differs a little between runtimes; joined by hyphens.
 */
export function extractorDigest(runtime: string, frames?: string): string {
  const parts: Record<(typeof PARTS)[number], string> = {
    code: digestOf((hash) => {
      addFile(hash, packagePath("package-lock.json"))
      addFolder(hash, import.meta.dirname)
      addFile(hash, dataPath("ontology.json"))
      addFile(hash, dataPath("confidence.json"))
    }),
    model: digestOf((hash) => addFolder(hash, dataPath("model"), ["training", "README.md", "LICENCE.md"])),
    "actor tables": digestOf((hash) => addFolder(hash, dataPath("actors"))),
    frames: digestOf((hash) => {
      addFolder(hash, dataPath("frames"))
      if (frames !== undefined) addFolder(hash, frames)
    }),
    runtime,
  }
  return PARTS.map((part) => parts[part]).join("-")
}

/** The parts in which two digests differ. */
export function differingParts(one: string, other: string): string[] {
  const [a, b] = [one.split("-"), other.split("-")]
  return PARTS.filter((_, at) => a[at] !== b[at])
}

function digestOf(add: (hash: Hash) => void): string {
  const hash = createHash("sha256")
  add(hash)
  return hash.digest("hex").slice(0, 8)
}

function addFolder(hash: Hash, folder: string, except: string[] = []): void {
  for (const name of readdirSync(folder).sort()) {
    if (except.includes(name)) continue
    hash.update(JSON.stringify(name))
    const path = join(folder, name)
    if (statSync(path).isDirectory()) addFolder(hash, path)
    else addFile(hash, path)
  }
}

function addFile(hash: Hash, path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat !== undefined) hash.update(readFileSync(path))
}
