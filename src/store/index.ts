// Opens a store by its address.
import { resolve } from "node:path"
import { AppError } from "../errors.js"
import { embeddedDriver } from "./embedded/driver.js"
import { neo4jDriver } from "./neo4j/driver.js"
import { createStore } from "./store.js"
import type { GraphStore } from "./types.js"

export interface StoreCredentials {
  username: string
  password: string
}

export interface OpenOptions {
  /** Nothing will be written: an embedded store is then read from a copy, whoever else holds it. */
  readOnly?: boolean
  /** What is there will be replaced: it may be broken, half restored or of another version. */
  replace?: boolean
}

const EMBEDDED = "embedded:"

/** The absolute folder of an embedded store's address; nothing for a server's. */
export const folderOf = (address: string): string | undefined =>
  address.startsWith(EMBEDDED) && address.length > EMBEDDED.length
    ? resolve(address.slice(EMBEDDED.length))
    : undefined

/**
 * `embedded:PATH` or the `neo4j://`/`bolt://` address of a server; connects on `init`.
 * Throws `BAD_USAGE` for anything else.
 */
export function openStore(
  address: string,
  credentials: StoreCredentials,
  options: OpenOptions = {},
): GraphStore {
  const folder = folderOf(address)
  if (folder !== undefined) return createStore(embeddedDriver(folder, options))
  if (/^(?:neo4j|bolt)(?:\+s(?:sc)?)?:\/\//.test(address))
    return createStore(neo4jDriver({ url: address, ...credentials, ...options }))
  throw new AppError(
    "BAD_USAGE",
    `store "${address}": give embedded:PATH, neo4j://HOST:PORT or bolt://HOST:PORT.`,
  )
}
