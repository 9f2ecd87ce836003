// `check`: holds the stored graph against its articles; exit code 1 where they differ.
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { check } from "../../graph/check.js"
import { withStore } from "../with-store.js"

export function addCheck(program: Command, config: Config): void {
  program
    .command("check")
    .description("verify that the stored graph is what its articles say, sentence by sentence")
    .addHelpText("after", "\nExample: chancery check --store embedded:data/graph")
    .action((_: object, command: Command) =>
      withStore(
        command,
        config,
        async (store) => {
          const problems = await check(store)
          for (const { id, what } of problems) console.log(`${id}: ${what}`)
          console.log(problems.length === 0 ? "all is well" : `${problems.length} problems`)
          if (problems.length > 0) process.exitCode = 1
        },
        { readOnly: true },
      ),
    )
}
