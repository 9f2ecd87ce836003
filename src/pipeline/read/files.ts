// A path as the user typed it to the files it names.
import { existsSync } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { dirname, extname, join, matchesGlob, normalize } from "node:path"
import { AppError } from "../../errors.js"

/** Files of a folder or glob that end in one of `extensions`; a file named outright is given as it is. */
export async function findFiles(path: string, extensions: string[]): Promise<string[]> {
  if (path === "-") return [path]
  if (!existsSync(path) && /[*?[{]/.test(path)) return findGlob(normalize(path))
  if (!existsSync(path)) {
    throw new AppError("BAD_INPUT", `${path}: no such file or folder; check the spelling.`)
  }
  if (!(await stat(path)).isDirectory()) return [path]
  return (await walk(path)).filter((file) => extensions.includes(extname(file).toLowerCase()))
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const files: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await walk(path)))
    else if (entry.isFile()) files.push(path)
  }
  return files
}

async function findGlob(pattern: string): Promise<string[]> {
  let base = dirname(pattern)
  while (/[*?[{]/.test(base)) base = dirname(base)
  const files = existsSync(base) ? (await walk(base)).filter((file) => matchesGlob(file, pattern)) : []
  if (files.length === 0) throw new AppError("BAD_INPUT", `${pattern}: no file matches this pattern.`)
  return files
}
