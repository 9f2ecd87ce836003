// `restore`: a backup into a store of either kind.
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { AppError } from "../../errors.js"
import { readBackup } from "../../graph/backup.js"
import type { GraphStore } from "../../store/types.js"
import { withStore } from "../with-store.js"

export function addRestore(program: Command, config: Config): void {
  program
    .command("restore")
    .argument("<file>", "a file that backup wrote, from a store of any kind")
    .option("--force", "replace what the store holds")
    .description("put a backup into an empty store")
    .addHelpText("after", "\nExample: chancery restore graph.backup --store embedded:data/restored")
    .action(async (file: string, { force = false }: { force?: boolean }, command: Command) => {
      // Read to its end first: a broken one must leave the store as it is.
      const backup = await readBackup(file)
      await withStore(
        command,
        config,
        async (store) => {
          if (!force) await refuseFull(store)
          await store.restore(backup)
          const articles = new Set(backup.items.map(({ contribution }) => contribution.article.id)).size
          console.log(`${articles} ${articles === 1 ? "article" : "articles"} restored`)
        },
        { replace: force },
      )
    })
}

async function refuseFull(store: GraphStore): Promise<void> {
  const { nodes, shown, sources, decisions } = await store.stored()
  if (nodes.length + shown.length + sources.length + decisions.length === 0) return
  throw new AppError(
    "BAD_USAGE",
    `the store is not empty (${sources.length} sources): --force replaces what it holds, ` +
      "or name another with --store.",
  )
}
