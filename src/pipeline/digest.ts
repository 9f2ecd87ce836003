// The extractor digest: a name for everything that decides what an article contributes.
import { createHash, type Hash } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { dataPath, packagePath } from "../paths.js"

/**
 * Hash of the pipeline's code, the model, the actor tables, the frames (ours and the user's) and the
 * runtime, since int8 arithmetic differs a little between runtimes.
 */
export function extractorDigest(runtime: string, frames?: string): string {
  const hash = createHash("sha256").update(runtime)
  addFile(hash, packagePath("package-lock.json"))
  addFolder(hash, import.meta.dirname)
  addFile(hash, dataPath("ontology.json"))
  addFile(hash, dataPath("confidence.json"))
  addFolder(hash, dataPath("model"), ["training", "README.md", "LICENCE.md"])
  addFolder(hash, dataPath("actors"))
  addFolder(hash, dataPath("frames"))
  if (frames !== undefined) addFolder(hash, frames)
  return hash.digest("hex").slice(0, 16)
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
