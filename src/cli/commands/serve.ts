// `serve` and `start`: load what is asked for, serve it and stop when told to.

import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type Command, InvalidArgumentError } from "commander"
import type { Config } from "../../config.js"
import { AppError } from "../../errors.js"
import { dataPath } from "../../paths.js"
import { announceServer, withdrawServer } from "../../store/embedded/server-file.js"
import { folderOf } from "../../store/index.js"
import type { GraphStore } from "../../store/types.js"
import { addressOf, withStore } from "../with-store.js"
import { loadPaths, printSummary } from "./load.js"

const HIGHEST_PORT = 65_535

interface Options {
  host: string
  port: number
}

/** Adds `serve`, and `start`, which is what `npm start` runs. */
export function addServe(program: Command, config: Config): void {
  const serveCommand = program
    .command("serve")
    .description("serve the API and the page")
    .addHelpText("after", "\nExample: chancery serve --port 8080")
    .action((options: Options, command: Command) =>
      withStore(command, config, (store) => serve(store, addressOf(command), options, config)),
    )
  const startCommand = program
    .command("start")
    .argument("[path...]", "articles to load; the samples, where the store is new")
    .description("load articles, then serve them")
    .addHelpText("after", "\nExample: chancery start news/")
    .action((paths: string[], options: Options, command: Command) =>
      withStore(command, config, async (store) => {
        const isNew = (await store.sources()).length === 0
        const wanted = paths.length > 0 ? paths : isNew ? [dataPath("articles")] : []
        if (wanted.length > 0) printSummary(await loadPaths(store, wanted, {}, config))
        await serve(store, addressOf(command), options, config)
      }),
    )
  for (const command of [serveCommand, startCommand]) {
    command
      .option(
        "--host <address>",
        "address to listen on; other than loopback it needs CHANCERY_TOKEN",
        config.host,
      )
      .option("--port <number>", "port; the next free one if it is taken", toPort, config.port)
  }
}

function toPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
    throw new InvalidArgumentError("give a port from 0 to 65535")
  return port
}

/** How long answers under way may take after a request to stop. */
const GRACE_MS = 3000

/** Serves until it is asked to stop. */
async function serve(
  store: GraphStore,
  address: string,
  { host, port }: Options,
  config: Config,
): Promise<void> {
  if (!LOOPBACK.test(host) && config.token === undefined) {
    throw new AppError(
      "BAD_USAGE",
      `--host ${host}: others can reach that address; set CHANCERY_TOKEN, which they then must send.`,
    )
  }
  // Imported here, since the other commands need neither a server nor a layout.
  const [{ createApp }, { updatePositions }, { pino }] = await Promise.all([
    import("../../api/app.js"),
    import("../../layout/index.js"),
    import("pino"),
  ])
  await updatePositions(store)
  const ownToken = randomBytes(32).toString("base64url")
  const folder = folderOf(address)
  const logger = pino({ level: config.log }, pino.destination(2))
  const server = createServer(createApp({ store, logger, token: config.token, ownToken }))
  // Before the address is told: who reads it may ask at once to stop.
  const asked = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])
  const taken = await listen(server, host, port)
  if (taken !== port && port !== 0) console.log(`Port ${port} is taken.`)
  const url = `http://${toName(host)}:${taken}`
  try {
    if (folder !== undefined) announceServer(folder, { url, token: ownToken })
  } catch (error) {
    server.close()
    throw error
  }
  console.log(`Chancery is at ${url} (Ctrl+C stops it)`)
  if (config.token !== undefined) console.log("It asks for the token in CHANCERY_TOKEN.")
  await asked
  if (folder !== undefined) withdrawServer(folder)
  const closed = once(server, "close")
  server.close()
  const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(impatient)
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/

/** As it stands in an address that a browser on this machine can open. */
function toName(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost"
  return host.includes(":") ? `[${host}]` : host
}

const PORTS_TO_TRY = 20

/** The port that it got: the one asked for, or the next free one. */
async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let offset = 0; ; offset++) {
    try {
      server.listen(port + offset, host)
      await once(server, "listening")
      return (server.address() as AddressInfo).port
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException
      if (code === "EADDRINUSE" && offset < PORTS_TO_TRY && port + offset < HIGHEST_PORT) continue
      throw new AppError("BAD_USAGE", `${message}: choose another with --host and --port.`, { cause })
    }
  }
}
