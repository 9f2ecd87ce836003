// `check`: holds the stored graph against its articles, and mends it where it is told to.
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { check } from "../../graph/check.js"
import { type Problem, REMEDIES } from "../../graph/problem.js"
import type { GraphStore } from "../../store/types.js"
import { withStore } from "../with-store.js"

export function addCheck(program: Command, config: Config): void {
  program
    .command("check")
    .option("--repair", "mend what can be mended, and say what that was")
    .description("verify that the stored graph is what its articles say, sentence by sentence")
    .addHelpText("after", "\nExample: chancery check --store embedded:data/graph")
    .action(({ repair = false }: { repair?: boolean }, command: Command) =>
      withStore(command, config, repair ? repairStore : checkStore, { readOnly: !repair }),
    )
}

async function checkStore(store: GraphStore): Promise<void> {
  const problems = await check(store)
  if (problems.length === 0) {
    console.log("all is well")
    return
  }
  printProblems(problems)
  for (const [remedy, count] of countRemedies(problems)) console.log(`${count}: ${REMEDIES[remedy]}`)
  process.exitCode = 1
}

async function repairStore(store: GraphStore): Promise<void> {
  const repaired = await store.repair()
  printProblems(repaired)
  const left = await check(store)
  printProblems(left)
  console.log(left.length === 0 ? "all is well now" : `${left.length} problems are left`)
  const lost = repaired.filter(({ remedy }) => remedy === "reload")
  if (lost.length > 0) console.log(`${lost.length} of these are gone from the store: load their files again`)
  if (left.length + lost.length > 0) process.exitCode = 1
}

/** One a line, then how many. */
function printProblems(problems: Problem[]): void {
  for (const { id, what } of problems) console.log(`${id}: ${what}`)
  if (problems.length > 0) console.log(`${problems.length} ${problems.length === 1 ? "problem" : "problems"}`)
}

function countRemedies(problems: Problem[]): Map<Problem["remedy"], number> {
  const counts = new Map<Problem["remedy"], number>()
  for (const { remedy } of problems) counts.set(remedy, (counts.get(remedy) ?? 0) + 1)
  return counts
}
