// The server without a port: middleware, the API, the page.
import compression from "compression"
import express, { type Express, Router } from "express"
import type { Logger } from "pino"
import { pinoHttp } from "pino-http"
import { AppError } from "../errors.js"
import type { GraphStore } from "../store/types.js"
import { errorHandler } from "./error-handler.js"
import { openapi } from "./openapi.js"
import { page } from "./page.js"
import { handlerOf } from "./route.js"
import { ROUTES } from "./routes/index.js"
import { bearer, headers, loopbackHost, requestLimit, sameMachine } from "./security.js"

export interface AppOptions {
  store: GraphStore
  logger: Logger
  /** What requests to /api must bear to read; without it the server answers to loopback names alone. */
  token: string | undefined
  /** What other commands of the server's user bear to write through it; made anew by each server. */
  ownToken?: string
}

/** Listens nowhere yet: `createServer(app)` does. */
export function createApp({ store, logger, token, ownToken }: AppOptions): Express {
  const app = express()
  app.disable("x-powered-by")
  app.use(requestLog(logger), headers)
  if (token === undefined) app.use(loopbackHost)
  app.use(requestLimit(), compression())
  app.get("/healthz", (_request, response) => void response.json({ status: "ok" }))
  app.get("/readyz", async (_request, response) => {
    await store.stats()
    response.json({ status: "ok", store: store.name })
  })
  app.use("/api", api(store, token, ownToken))
  app.use(page())
  app.use((request) => {
    throw new AppError("NOT_FOUND", `${request.method} ${request.path}: no such page.`)
  })
  app.use(errorHandler)
  return app
}

/** A batch of long articles with all that was read in them. */
const BATCH_LIMIT = "256mb"

function api(store: GraphStore, token: string | undefined, ownToken: string | undefined): Router {
  const router = Router()
  const own = ownToken === undefined ? [] : [ownToken]
  if (token !== undefined) router.use(bearer([token, ...own], "the server's CHANCERY_TOKEN"))
  // Who may read may not write: asked before a body of this size is read.
  const which = "the one that the server left beside its embedded store; CHANCERY_TOKEN is for reading"
  router.use("/store", sameMachine, bearer(own, which), express.json({ limit: BATCH_LIMIT }))
  // Kept, but asked for again with its ETag: an answer changes with the graph.
  router.use((_request, response, next) => {
    response.set("Cache-Control", "private, no-cache")
    next()
  })
  router.use(express.json({ limit: "1mb" }))
  for (const route of ROUTES) router[route.method](route.path.replace("/api", ""), handlerOf(route, store))
  const document = openapi(ROUTES)
  router.get("/openapi.json", (_request, response) => void response.json(document))
  router.use((request) => {
    throw new AppError(
      "NOT_FOUND",
      `${request.method} ${request.originalUrl}: no such route; /api/openapi.json lists them.`,
    )
  })
  return router
}

/** Method, path and status: neither headers, which may hold the token, nor what was asked. */
const requestLog = (logger: Logger) =>
  pinoHttp({
    logger,
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
        id,
        method,
        path: url.split("?")[0],
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })
