// A path as the user typed it to the files it names.
import { existsSync } from "node:fs"
import { stat } from "node:fs/promises"
import { extname, isAbsolute, join, relative } from "node:path"
import { glob } from "tinyglobby"
import { AppError } from "../../errors.js"

/** Files of a folder or glob that end in one of `extensions`; a file named outright is given as it is. */
export async function findFiles(path: string, extensions: string[]): Promise<string[]> {
  if (path === "-") return [path]
  if (existsSync(path)) {
    if (!(await stat(path)).isDirectory()) return [path]
    const files = await glob("**", { cwd: path, followSymbolicLinks: false })
    return inOrder(files.filter((file) => extensions.includes(extname(file).toLowerCase()))).map((file) =>
      join(path, file),
    )
  }
  if (!/[*?[{]/.test(path)) {
    throw new AppError("BAD_INPUT", `${path}: no such file or folder; check the spelling.`)
  }
  const files = await glob(path, { absolute: true, followSymbolicLinks: false })
  if (files.length === 0) throw new AppError("BAD_INPUT", `${path}: no file matches this pattern.`)
  return inOrder(isAbsolute(path) ? files : files.map((file) => relative(process.cwd(), file)))
}

/** By code unit: the same on every machine. */
const inOrder = (files: string[]): string[] => files.sort((a, b) => (a < b ? -1 : 1))
