// argv to one file a command. Only this folder prints or exits.
import { Command, CommanderError } from "commander"
import { readConfig } from "../config.js"
import { AppError } from "../errors.js"
import { addBackup } from "./commands/backup.js"
import { addCheck } from "./commands/check.js"
import { addDecide } from "./commands/decide.js"
import { addExport } from "./commands/export.js"
import { addExtract } from "./commands/extract.js"
import { addFrames } from "./commands/frames.js"
import { addLoad } from "./commands/load.js"
import { addQuery } from "./commands/query.js"
import { addRestore } from "./commands/restore.js"
import { addRetract } from "./commands/retract.js"
import { addServe } from "./commands/serve.js"
import { addStats } from "./commands/stats.js"

/** Wrong use, or no store. */
const FAILED = 2

function createProgram(): Command {
  const config = readConfig(process.env)
  const program = new Command("chancery")
    .description("News articles in, a graph of who called, condemned, visited and mediated out.")
    .option("--store <address>", "embedded:PATH, neo4j://HOST or bolt://HOST", config.store)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  const commands = [
    addExtract,
    addFrames,
    addLoad,
    addRetract,
    addDecide,
    addServe,
    addQuery,
    addExport,
    addStats,
    addCheck,
    addBackup,
    addRestore,
  ]
  for (const add of commands) {
    add(program, config)
  }
  return program
}

/** A fault of ours comes with its stack; one of the disk names its file. */
function textOf(error: unknown): unknown {
  if (error instanceof AppError) return error.message
  const { message, stack, syscall } = error as NodeJS.ErrnoException
  return syscall === undefined ? (stack ?? error) : `${message}: free space there, or name another place.`
}

/** A reader that goes away, as `| head` does, is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
  throw error
})

try {
  await createProgram().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : FAILED
  else {
    console.error(`chancery: ${textOf(error)}`)
    process.exitCode = FAILED
  }
}
