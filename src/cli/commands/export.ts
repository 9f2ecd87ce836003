// `export`: writes the whole graph in one of the formats.
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { type Command, Option } from "commander"
import type { Config } from "../../config.js"
import { AppError } from "../../errors.js"
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatName } from "../../graph/export/index.js"
import type { GraphStore } from "../../store/types.js"
import { writeWhole } from "../../whole-file.js"
import { withStore } from "../with-store.js"

interface Options {
  format: ExportFormatName
  output?: string
}

export function addExport(program: Command, config: Config): void {
  program
    .command("export")
    .description("write the whole graph; equal graphs give equal bytes")
    .addOption(
      new Option("--format <format>", "one of the formats below")
        .choices(Object.keys(EXPORT_FORMATS))
        .default("json"),
    )
    .option(
      "-o, --output <path>",
      "write there instead of standard output; csv and neo4j-import need it, as a folder",
    )
    .addHelpText(
      "after",
      `\nFormats:\n${listFormats()}\n\nExample: chancery export --format html --output graph.html`,
    )
    .action((options: Options, command: Command) => {
      const format: ExportFormat = EXPORT_FORMATS[options.format]
      if ("files" in format && options.output === undefined)
        throw new AppError(
          "BAD_USAGE",
          `--format ${options.format}: writes several files; give a folder for them with --output DIR.`,
        )
      return withStore(command, config, (store) => write(format, store, options.output), { readOnly: true })
    })
}

const listFormats = (): string =>
  Object.entries(EXPORT_FORMATS)
    .map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`)
    .join("\n")

async function write(format: ExportFormat, store: GraphStore, output: string | undefined): Promise<void> {
  try {
    if ("files" in format) {
      const folder = output as string
      await mkdir(folder, { recursive: true })
      for (const { name, pieces } of await format.files(store)) await toFile(pieces, join(folder, name))
    } else if (output === undefined) {
      await pipeline(Readable.from(format.write(store)), process.stdout, { end: false })
    } else await toFile(format.write(store), output)
  } catch (error) {
    throw asOutputError(error, output)
  }
}

const toFile = (pieces: Iterable<string> | AsyncIterable<string>, path: string): Promise<void> =>
  writeWhole(path, (file) => pipeline(Readable.from(pieces), file))

/** What to do about a place that cannot be written to; other errors as they are. */
function asOutputError(error: unknown, output: string | undefined): unknown {
  const { code, path } = error as NodeJS.ErrnoException
  const advice = ADVICE[code ?? ""]
  if (path === undefined || advice === undefined) return error
  return new AppError("BAD_USAGE", `--output ${output}: ${advice}`, { cause: error })
}

const ADVICE: Record<string, string> = {
  EISDIR: "is a folder, and this format is one file; give a file.",
  EEXIST: "is a file, and this format is several; give a folder.",
  ENOTDIR: "lies under a file; give another place.",
  ENOENT: "lies in no folder that is there; make it first, or give another place.",
  EACCES: "may not be written; give another place.",
  EROFS: "may not be written; give another place.",
  ENOSPC: "there is no room left on that disk; free some, then export again.",
}
