// Several processes that load into one store at once, over folders that overlap.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { expect } from "vitest"
import { chancery } from "./chancery.js"
import { textOf } from "./life.js"
import type { Site } from "./site.js"

const FOLDERS = 6
const ARTICLES = 20
const LOADERS = 4

/** Loads in random overlaps into an empty store, without even a schema, and throws where that is not as one load. */
export async function loadAtOnce(
  site: Site,
  reference: Site,
  folder: string,
  { seed, rounds }: { seed: number; rounds: number },
): Promise<string[]> {
  const folders = writeFolders(join(folder, "shared"))
  await reference.clear()
  expect((await chancery(["--store", reference.address, "load", ...folders])).code).toBe(0)
  const { bytes } = await reference.look()
  for (const shares of fc.sample(overlaps(folders), { seed, numRuns: rounds })) {
    await site.clear()
    const load = (paths: string[]): ReturnType<typeof chancery> =>
      chancery(["--store", site.address, "load", ...paths], site.environment)
    const runs = await Promise.all(shares.map(load))
    expect(runs.map(({ code, err }) => ({ code, err }))).toEqual(shares.map(() => ({ code: 0, err: "" })))
    expect((await site.look()).bytes === bytes, `the same bytes (seed ${seed})`).toBe(true)
  }
  return [
    `${site.name}, ${LOADERS} loaders at once into an empty store, ${rounds} times: check clean, same bytes`,
  ]
}

/** Every folder falls to one loader, and to another one too. */
const overlaps = (folders: string[]): fc.Arbitrary<string[][]> =>
  fc
    .tuple(
      ...folders.map(() => fc.shuffledSubarray([...Array(LOADERS).keys()], { minLength: 2, maxLength: 3 })),
    )
    .map((takers) =>
      Array.from({ length: LOADERS }, (_, loader) => folders.filter((_, at) => takers[at]?.includes(loader))),
    )
    .filter((shares) => shares.every((paths) => paths.length > 0))
    .chain((shares) =>
      fc.tuple(...shares.map((paths) => fc.shuffledSubarray(paths, { minLength: paths.length }))),
    )

/** Some articles stand in two of the folders. */
function writeFolders(root: string): string[] {
  rmSync(root, { recursive: true, force: true })
  const folders = Array.from({ length: FOLDERS }, (_, at) => join(root, String(at)))
  for (const [at, path] of folders.entries()) {
    mkdirSync(path, { recursive: true })
    for (let number = 0; number < ARTICLES; number++)
      writeFileSync(join(path, `${number}.txt`), textOf(at * ARTICLES + number))
  }
  for (const [at, path] of folders.slice(1).entries())
    cpSync(join(folders[at] as string, "0.txt"), join(path, "copy.txt"))
  return folders
}
