// Opens the store of a command and closes it whatever happens.
import type { Command } from "commander"
import type { Config } from "../config.js"
import { AppError } from "../errors.js"
import { findServer } from "../store/embedded/server-file.js"
import { folderOf, type OpenOptions, openStore } from "../store/index.js"
import type { GraphStore, LoadingStore } from "../store/types.js"

/** What `work` returns, with the store that `--store` names open meanwhile. Throws what opening it throws. */
export async function withStore<Result>(
  command: Command,
  config: Config,
  work: (store: GraphStore) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  const store = openStore(addressOf(command), config.neo4j, options)
  await store.init()
  return closing(store, () => work(store))
}

/** The same for what only loads or retracts: where a server holds the embedded store, through that server. */
export async function withLoadingStore<Result>(
  command: Command,
  config: Config,
  work: (store: LoadingStore) => Promise<Result>,
): Promise<Result> {
  const address = addressOf(command)
  const store = openStore(address, config.neo4j)
  try {
    await store.init()
  } catch (error) {
    const folder = folderOf(address)
    // The lock decides, not the server's file: that may be left from one that was killed.
    const isBusy = error instanceof AppError && error.code === "STORE_BUSY"
    const server = isBusy && folder !== undefined ? findServer(folder) : undefined
    if (server === undefined) throw error
    const { remoteStore } = await import("../store/remote.js")
    console.error(`through the server at ${server.url}`)
    return work(remoteStore(server, () => openStore(address, config.neo4j, { readOnly: true })))
  }
  return closing(store, () => work(store))
}

/** What `--store` names. */
export const addressOf = (command: Command): string => command.optsWithGlobals<{ store: string }>().store

async function closing<Result>(store: GraphStore, work: () => Promise<Result>): Promise<Result> {
  let result: Result
  try {
    result = await work()
  } catch (error) {
    // What went wrong first is what the user has to know.
    await store.close().catch(() => undefined)
    throw error
  }
  await store.close()
  return result
}
