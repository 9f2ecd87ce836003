// `backup`: everything that the store was told, in one file.
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { writeBackup } from "../../graph/backup.js"
import { withStore } from "../with-store.js"

export function addBackup(program: Command, config: Config): void {
  program
    .command("backup")
    .argument("<file>", "a file to write; one that is there is replaced")
    .description("write everything that the store was told to one file, for restore")
    .addHelpText("after", "\nExample: chancery backup graph.backup")
    .action((file: string, _: object, command: Command) =>
      withStore(
        command,
        config,
        async (store) => {
          const { articles } = await writeBackup(store, file)
          console.log(`${file}: ${articles} ${articles === 1 ? "article" : "articles"}`)
        },
        { readOnly: true },
      ),
    )
}
