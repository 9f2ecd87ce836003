// Opens the store of a command and closes it whatever happens.
import type { Command } from "commander"
import type { Config } from "../config.js"
import { type OpenOptions, openStore } from "../store/index.js"
import type { GraphStore } from "../store/types.js"

/** What `work` returns, with the store that `--store` names open meanwhile. Throws what opening it throws. */
export async function withStore<Result>(
  command: Command,
  config: Config,
  work: (store: GraphStore) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  const store = openStore(command.optsWithGlobals<{ store: string }>().store, config.neo4j, options)
  await store.init()
  let result: Result
  try {
    result = await work(store)
  } catch (error) {
    // What went wrong first is what the user has to know.
    await store.close().catch(() => undefined)
    throw error
  }
  await store.close()
  return result
}
