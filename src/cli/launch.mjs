#!/usr/bin/env node
// Starts `chancery` from a fresh clone: installs and builds what is missing or stale, then hands over
// to the built command line. Plain JavaScript without imports from npm, since nothing is there yet.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const at = (...parts) => join(root, ...parts)
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function npm(...args) {
  console.error(`chancery: npm ${args.join(" ")}`)
  // Its output goes to our stderr: stdout belongs to the command that follows.
  const { status } = spawnSync("npm", args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  })
  if (status !== 0) {
    console.error(`chancery: "npm ${args.join(" ")}" failed; mend what it says above and run this again.`)
    process.exit(2)
  }
}

function install() {
  // A package installed from a registry has no lock file and its dependencies already.
  if (!existsSync(at("package-lock.json"))) return
  if (changed(at("node_modules", ".package-lock.json")) < changed(at("package-lock.json"))) npm("ci")
}

function build() {
  const stamp = at("dist", ".built")
  const inputs = ["src", "web", "package-lock.json", "tsconfig.json", "tsconfig.build.json"]
  if (changed(stamp) >= Math.max(...inputs.map((name) => newest(at(name))))) return
  if (!existsSync(at("node_modules", "typescript"))) return
  npm("run", "--silent", "build")
  writeFileSync(stamp, "")
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`chancery: needs Node 20.19 or later, this is ${process.versions.node}.`)
  process.exit(2)
}
install()
build()
if (process.argv[2] !== "--prepare") await import(new URL("../../dist/cli/index.js", import.meta.url).href)
