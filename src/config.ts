// Environment to a frozen, typed Config, read once by the command line.
import { z } from "zod"
import { AppError } from "./errors.js"
import type { Runtime } from "./pipeline/annotate/index.js"

export interface Config {
  store: string
  neo4j: { username: string; password: string }
  runtime: Runtime | undefined
  host: string
  port: number
  /** What a client must send; without it the server answers on loopback alone. */
  token: string | undefined
  /** Level of the server's log. */
  log: string
}

const schema = z.object({
  CHANCERY_STORE: z.string().default("embedded:data/graph"),
  CHANCERY_RUNTIME: z.enum(["node", "wasm"]).optional(),
  CHANCERY_HOST: z.string().default("127.0.0.1"),
  CHANCERY_PORT: z.coerce.number().int().min(0).max(65_535).default(7700),
  CHANCERY_TOKEN: z.string().min(8).optional(),
  CHANCERY_LOG: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("warn"),
  NEO4J_USERNAME: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().default(""),
})

/** Throws `BAD_USAGE` that names the variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) throw new AppError("BAD_USAGE", `environment: ${z.prettifyError(parsed.error)}`)
  const { data } = parsed
  return Object.freeze({
    store: data.CHANCERY_STORE,
    neo4j: { username: data.NEO4J_USERNAME, password: data.NEO4J_PASSWORD },
    runtime: data.CHANCERY_RUNTIME,
    host: data.CHANCERY_HOST,
    port: data.CHANCERY_PORT,
    token: data.CHANCERY_TOKEN,
    log: data.CHANCERY_LOG,
  })
}
