// Mends a store in which `check` finds something.
import { AppError } from "../errors.js"
import { examine } from "../graph/check.js"
import { asTold } from "../graph/correct.js"
import type { Changes } from "../graph/diff.js"
import type { Problem } from "../graph/problem.js"
import type { WriteTransaction } from "./driver.js"

/** Mends contributions first, since the graph is derived from them. */
export async function repair(transaction: WriteTransaction): Promise<Problem[]> {
  const { problems, decisions, contributions, graph, tallies, entries } = examine(await transaction.stored())
  if (graph === undefined) {
    throw new AppError(
      "STORE_DAMAGED",
      `Nothing was repaired: ${problems.find(({ remedy }) => remedy === "declare")?.id} is no known event type. ` +
        "Load an article with the frames that declare it (chancery load --frames), then run this again.",
    )
  }
  const { removedNodes, removedRelationships, nodes, relationships } = graph
  const removed = [decisions, contributions, tallies, entries].flatMap((part) => part.removed)
  await transaction.deleteElements([...removed, ...removedNodes], removedRelationships)
  await transaction.mergeDecisions(decisions.added)
  await transaction.putTallies(tallies.missing)
  await transaction.createEntries(entries.missing)
  await transaction.createContributions(contributions.addedShown, "Shown")
  await transaction.createContributions(contributions.addedShadowed.map(asTold), "Shadowed")
  await transaction.mergeSources(contributions.addedSources)
  await transaction.apply({ nodes: made(nodes), relationships: made(relationships) })
  return problems
}

const made = <Item>(created: Item[]): Changes<Item> => ({ created, updated: [], former: [], removed: [] })
