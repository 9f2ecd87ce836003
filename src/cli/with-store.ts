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
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
