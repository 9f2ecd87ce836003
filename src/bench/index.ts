// `npm run bench`: how fast the pipeline is here. `npm run bench -- scale [ARTICLES]`: how it fares on many articles.
// `npm run bench -- treebank FOLDER`: how well it reads English.
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { cpus } from "node:os"
import { readConfig } from "../config.js"
import { dataPath, packagePath } from "../paths.js"
import { measureScale } from "./scale/index.js"
import { measureSpeed } from "./speed.js"
import { scoreTreebanks } from "./treebank.js"

const [task, folder] = process.argv.slice(2)
const { runtime } = readConfig(process.env)

if (task === "treebank" && folder !== undefined) {
  print(await scoreTreebanks(folder, runtime))
} else if (task === "speed") {
  print(
    await measureSpeed(
      [dataPath("articles"), packagePath("..", "shared", "articles")].filter(existsSync),
      runtime,
    ),
  )
} else if (task === "scale") {
  print([describeMachine()])
  await measureScale(Number(folder ?? 100_000), process.env.NEO4J_URL, (line) => print([line]))
} else if (task === undefined) {
  print([describeMachine()])
  // A process for each runtime, so that memory and warm-up are its own.
  for (const choice of ["node", "wasm"]) {
    const env = { ...process.env, CHANCERY_RUNTIME: choice }
    const { status } = spawnSync(process.execPath, [import.meta.filename, "speed"], { stdio: "inherit", env })
    if (status !== 0) process.exitCode = 1
  }
} else {
  console.error("usage: npm run bench [-- scale [ARTICLES] | treebank FOLDER]")
  process.exitCode = 2
}

function print(lines: string[]): void {
  console.log(lines.join("\n"))
}

/** The int8 model runs some three times faster where the CPU multiplies bytes in one instruction (VNNI). */
function describeMachine(): string {
  const [cpu] = cpus()
  const info = existsSync("/proc/cpuinfo") ? readFileSync("/proc/cpuinfo", "utf8") : ""
  const vectors = ["avx2", "avx512f", "avx_vnni", "avx512_vnni"].filter((flag) => info.includes(` ${flag} `))
  return (
    `${cpu?.model.trim() ?? "unknown CPU"} (${vectors.join(", ") || "vector units unknown"}), ` +
    `${cpus().length} cores, Node ${process.versions.node}, ${process.platform}/${process.arch}`
  )
}
