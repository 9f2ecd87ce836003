// `stats`: counts nodes, relationships and extractors.
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { withStore } from "../with-store.js"

export function addStats(program: Command, config: Config): void {
  program
    .command("stats")
    .description("count nodes and relationships")
    .option("--json", "print as JSON")
    .addHelpText("after", "\nExample: chancery stats --store bolt://127.0.0.1:7687")
    .action((options: { json?: boolean }, command: Command) =>
      withStore(
        command,
        config,
        async (store) => {
          const stats = await store.stats()
          if (options.json) console.log(JSON.stringify(stats))
          else for (const [what, counts] of Object.entries(stats)) printCounts(what, counts)
        },
        { readOnly: true },
      ),
    )
}

function printCounts(what: string, counts: Record<string, number>): void {
  console.log(what)
  for (const [name, number] of Object.entries(counts)) console.log(`  ${name.padEnd(16)} ${number}`)
}
