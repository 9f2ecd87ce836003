// Serves the built page; its hashed files are kept by the browser for good.
import { existsSync } from "node:fs"
import { join } from "node:path"
import express, { type RequestHandler, Router } from "express"
import { packagePath } from "../paths.js"

const NOT_BUILT =
  "The page is not built: run npm run build, then load this again. The API is at /api/openapi.json.\n"

/** `folder` holds the build; where there is none, the page's addresses answer 503 and what to do. */
export function page(folder = packagePath("dist", "web")): Router {
  const router = Router()
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  )
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (response) => response.set("Cache-Control", "no-cache"),
    }),
  )
  router.get("/{*path}", index(join(folder, "index.html")))
  return router
}

/** The page itself, under whatever address it gave one of its views. */
const index =
  (file: string): RequestHandler =>
  (request, response, next) => {
    if (!request.accepts("html")) next()
    else if (existsSync(file)) response.set("Cache-Control", "no-cache").sendFile(file)
    else response.status(503).type("text").send(NOT_BUILT)
  }
