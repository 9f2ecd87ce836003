// `export`: writes the whole graph.
import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { type Command, Option } from "commander"
import type { Config } from "../../config.js"
import { exportJson } from "../../graph/export/json.js"
import { withStore } from "../with-store.js"

export function addExport(program: Command, config: Config): void {
  program
    .command("export")
    .description("write the whole graph; equal graphs give equal bytes")
    .addOption(
      new Option("--format <format>", "canonical JSON: nodes, then relationships, each sorted by id")
        .choices(["json"])
        .default("json"),
    )
    .option("-o, --output <file>", "write there instead of standard output")
    .addHelpText("after", "\nExample: chancery export --output graph.json")
    .action((options: { output?: string }, command: Command) =>
      withStore(
        command,
        config,
        async (store) => {
          const pieces = Readable.from(exportJson(store))
          if (options.output === undefined) await pipeline(pieces, process.stdout, { end: false })
          else await pipeline(pieces, createWriteStream(options.output))
        },
        { readOnly: true },
      ),
    )
}
