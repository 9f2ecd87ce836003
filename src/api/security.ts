// Who may ask, and what a browser may do with the answer.
import { createHash, timingSafeEqual } from "node:crypto"
import type { RequestHandler } from "express"
import { rateLimit } from "express-rate-limit"
import helmet from "helmet"
import { AppError } from "../errors.js"

/** The page loads its own files and nothing else. Workers may start from a blob: the layout's do. */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'", "blob:"],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // We speak plain HTTP; who puts TLS before it sets this there.
  strictTransportSecurity: false,
})

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

/**
 * Without a token, only the loopback names are answered: a page elsewhere whose name is made to point here
 * (DNS rebinding) sends its own.
 */
export const loopbackHost: RequestHandler = (request, _response, next) => {
  const { host = "" } = request.headers
  if (LOOPBACK.test(host)) next()
  else {
    const message = `Host "${host}": this server answers to localhost, 127.0.0.1 and [::1]; set CHANCERY_TOKEN to open it to others.`
    next(new AppError("BAD_USAGE", message))
  }
}

/** Lets through what bears one of the tokens: nothing, where there are none. `which` tells who lacks it what it is. */
export function bearer(tokens: string[], which: string): RequestHandler {
  const wanted = tokens.map((token) => digest(`Bearer ${token}`))
  return (request, response, next) => {
    const given = digest(request.headers.authorization ?? "")
    if (wanted.some((one) => timingSafeEqual(given, one))) next()
    else {
      response.set("WWW-Authenticate", 'Bearer realm="chancery"')
      next(new AppError("UNAUTHORISED", `Send the header Authorization: Bearer TOKEN, with ${which}.`))
    }
  }
}

const LOOPBACK_ADDRESS = /^(?:::1$|(?:::ffff:)?127\.)/

/** Lets through what a process on the server's own machine sends. */
export const sameMachine: RequestHandler = ({ socket, originalUrl }, _response, next) => {
  const { remoteAddress = "", localAddress } = socket
  if (remoteAddress === localAddress || LOOPBACK_ADDRESS.test(remoteAddress)) next()
  else {
    const message = `${originalUrl}: only commands on the server's own machine write through it; run "chancery" there.`
    next(new AppError("UNAUTHORISED", message))
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** Requests a minute from one address: far above what a page sends, below what a runaway script does. */
const REQUESTS_A_MINUTE = 1200

/** Refuses with `RATE_LIMITED`; each call counts anew. */
export const requestLimit = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: REQUESTS_A_MINUTE,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    // Behind a proxy all share one count: whom it names is not to be trusted.
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) =>
      next(
        new AppError("RATE_LIMITED", `More than ${REQUESTS_A_MINUTE} requests in a minute; wait a little.`),
      ),
  })
