import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type Command, InvalidArgumentError } from "commander"
import type { Config } from "../../config.js"
import { AppError } from "../../errors.js"
import { dataPath } from "../../paths.js"
import type { GraphStore } from "../../store/types.js"
import { withStore } from "../with-store.js"
import { loadPaths, printSummary } from "./load.js"

interface Options {
  host: string
  port: number
}

/** `serve`, and `start`: what `npm start` runs. */
export function addServe(program: Command, config: Config): void {
  const serveCommand = program
    .command("serve")
    .description("serve the API and the page")
    .action((options: Options, command: Command) =>
      withStore(command, config, (store) => serve(store, options, config)),
    )
  const startCommand = program
    .command("start")
    .argument("[path...]", "articles to load; the samples, where the store is new")
    .description("load articles, then serve them")
    .action((paths: string[], options: Options, command: Command) =>
      withStore(command, config, async (store) => {
        const isNew = (await store.sources()).length === 0
        const wanted = paths.length > 0 ? paths : isNew ? [dataPath("articles")] : []
        if (wanted.length > 0) printSummary(await loadPaths(store, wanted, {}, config))
        await serve(store, options, config)
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
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("give a port from 0 to 65535")
  return port
}

/** Serves until it is asked to stop. */
async function serve(store: GraphStore, { host, port }: Options, config: Config): Promise<void> {
  const isLoopback = /^(?:127\.|localhost$|::1$)/.test(host)
  if (!isLoopback && config.token === undefined) {
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
  const logger = pino({ level: process.env.CHANCERY_LOG ?? "warn" }, pino.destination(2))
  const app = createApp({ store, logger, token: isLoopback ? undefined : config.token })
  const server = await listen(createServer(app), host, port)
  const { port: taken } = server.address() as AddressInfo
  if (taken !== port && port !== 0) console.log(`port ${port} is taken`)
  console.log(`Chancery is at http://${host.includes(":") ? `[${host}]` : host}:${taken}`)
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve())
  })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

const PORTS_TO_TRY = 20

async function listen(server: Server, host: string, port: number): Promise<Server> {
  for (let offset = 0; ; offset++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject)
        server.listen(port + offset, host, () => {
          server.off("error", reject)
          resolve()
        })
      })
      return server
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE"
      if (!isTaken || offset >= PORTS_TO_TRY || port === 0) throw error
    }
  }
}
