// Preloaded into the real command line: writes to file descriptor 3 where it has got to, one line of JSON a mark, so
// that a test knows what a kill interrupted, and what the store had acknowledged before it.
import fs from "node:fs"
import { createRequire, syncBuiltinESMExports } from "node:module"

const MARKS_FD = 3
const require = createRequire(import.meta.url)
const mark = (phase, more = {}) =>
  fs.writeSync(MARKS_FD, `${JSON.stringify({ phase, at: performance.now(), ...more })}\n`)

const { readFileSync } = fs
fs.readFileSync = (path, ...rest) => {
  if (String(path).endsWith(".txt")) mark("read")
  return readFileSync(path, ...rest)
}
syncBuiltinESMExports()

if (process.argv.includes("load")) traceExtraction()
if (process.argv.some((argument) => argument.startsWith("embedded:"))) traceEmbedded()
else traceNeo4j()

function traceExtraction() {
  let runtime
  try {
    runtime = require("onnxruntime-node")
  } catch {
    runtime = require("onnxruntime-web")
  }
  const { prototype } = runtime.InferenceSession
  const { run } = prototype
  prototype.run = function (...given) {
    mark("extract")
    return run.apply(this, given)
  }
}

/** Sources that a transaction brings and lets go, from the parameters of its statements. */
function createNotes() {
  const held = []
  const released = []
  const note = ({ sources = [] } = {}) => {
    for (const item of sources) {
      if (typeof item === "string") released.push(item)
      else held.push(item.source)
    }
  }
  return { held, released, note }
}

function traceEmbedded() {
  const { GrafeoDB, Transaction } = require("@grafeo-db/js")
  const notes = new WeakMap()
  const { executeCypher, commit } = Transaction.prototype
  Transaction.prototype.executeCypher = function (statement, parameters) {
    const known = notes.get(this) ?? createNotes()
    notes.set(this, known)
    known.note(parameters)
    return executeCypher.call(this, statement, parameters)
  }
  Transaction.prototype.commit = function () {
    const { held = [], released = [] } = notes.get(this) ?? {}
    mark("commit")
    commit.call(this)
    mark("acknowledged", { held, released })
  }
  const { beginTransaction } = GrafeoDB.prototype
  GrafeoDB.prototype.beginTransaction = function () {
    mark("write")
    return beginTransaction.call(this)
  }
}

function traceNeo4j() {
  const neo4j = require("neo4j-driver")
  const { driver } = neo4j
  neo4j.driver = (...given) => {
    const connection = driver(...given)
    const session = connection.session.bind(connection)
    connection.session = (options) => traceSession(session(options))
    return connection
  }
}

function traceSession(session) {
  const executeWrite = session.executeWrite.bind(session)
  session.executeWrite = async (work) => {
    let notes
    let isWrite = false
    // Run again where the driver tries again.
    const result = await executeWrite(async (transaction) => {
      notes = createNotes()
      const run = transaction.run.bind(transaction)
      transaction.run = (statement, parameters) => {
        // The one that counts versions; who only keeps writers out does not run it.
        if (parameters?.format !== undefined) {
          isWrite = true
          mark("write")
        }
        notes.note(parameters)
        return run(statement, parameters)
      }
      const answer = await work(transaction)
      if (isWrite) mark("commit")
      return answer
    })
    if (isWrite) mark("acknowledged", { held: notes.held, released: notes.released })
    return result
  }
  return session
}
