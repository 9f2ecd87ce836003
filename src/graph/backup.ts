// A backup: what a store was told, from which all else is derived, so that it can be restored into either kind of
// store. JSON lines, gzipped: a header, one line an item, and a last line with a checksum of those before it.
import { createHash, type Hash } from "node:crypto"
import { createReadStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"
import { AppError } from "../errors.js"
import { declaredTypes, type EventTypeInfo } from "../ontology.js"
import type { GraphStore, Position, SourcedContribution, SourceRecord } from "../store/types.js"
import type { ActorId, Contribution } from "../types.js"
import { writeWhole } from "../whole-file.js"
import { canonical } from "./canonical.js"
import { type Decision, Rulings } from "./decisions.js"
import { compare } from "./derived-graph.js"
import { mendContributions } from "./mend-contributions.js"
import { mendDecisions } from "./mend-decisions.js"
import { versionKey } from "./rows.js"

export interface Backup {
  /** Those that users' frames declared. */
  eventTypes: EventTypeInfo[]
  decisions: Decision[]
  items: SourcedContribution[]
  /** Where actors were drawn. */
  positions: Map<ActorId, Position>
}

const FORMAT = 2

/**
 * Writes a backup of a store to a file, whole or not at all; equal stores give equal bytes.
 * Throws `STORE_DAMAGED` where contributions are damaged, `BAD_USAGE` where the file cannot be written.
 */
export async function writeBackup(store: GraphStore, file: string): Promise<{ articles: number }> {
  const { lines, articles } = await toLines(store)
  try {
    await writeWhole(file, (output) => pipeline(Readable.from(withChecksum(lines)), createGzip(), output))
  } catch (cause) {
    throw new AppError(
      "BAD_USAGE",
      `${file}: cannot be written (${(cause as Error).message}). No part of it was left; ` +
        "free space or name another place.",
      { cause },
    )
  }
  return { articles }
}

async function toLines(store: GraphStore): Promise<{ lines: string[]; articles: number }> {
  const stored = await store.stored()
  const { decisions, problems: ofDecisions } = mendDecisions(stored.decisions)
  const { problems, shown, shadowed, sources } = mendContributions(stored, new Rulings(decisions))
  const [problem] = [...ofDecisions, ...problems]
  if (problem !== undefined) {
    throw new AppError(
      "STORE_DAMAGED",
      `${problem.id}: ${problem.what}. A backup would lack it: run "chancery check --repair" first.`,
    )
  }
  const contributions = [...shown, ...shadowed]
  const used = new Set(contributions.flatMap(({ reports }) => reports.map(({ type }) => type)))
  const byKey = contributions.map((contribution) => [versionKey(contribution.article), contribution] as const)
  const lines = [
    { backup: "chancery", format: FORMAT },
    ...declaredTypes()
      .filter(({ type }) => used.has(type))
      .map((eventType) => ({ eventType })),
    ...decisions.sort((a, b) => compare(a.id, b.id)).map((decision) => ({ decision })),
    ...byKey.sort(([a], [b]) => compare(a, b)).map(([, contribution]) => ({ contribution })),
    ...sources.sort((a, b) => compare(a.source, b.source)).map((source) => ({ source })),
    ...[...(await store.positions())]
      .sort(([a], [b]) => compare(a, b))
      .map(([actor, [x, y]]) => ({ position: { actor, x, y } })),
  ]
  return { lines: lines.map(canonical), articles: shown.length }
}

function* withChecksum(lines: string[]): Generator<string> {
  const hash = createHash("sha256")
  for (const line of lines) yield add(hash, line)
  yield `${canonical({ end: { lines: lines.length, sha256: hash.digest("hex") } })}\n`
}

function add(hash: Hash, line: string): string {
  const text = `${line}\n`
  hash.update(text)
  return text
}

/** Throws `BAD_BACKUP` where the file is none, is not whole, or is of another version; `BAD_USAGE` where there is none. */
export async function readBackup(file: string): Promise<Backup> {
  const hash = createHash("sha256")
  const eventTypes: EventTypeInfo[] = []
  const decisions: Decision[] = []
  const contributions = new Map<string, Contribution>()
  const sources: SourceRecord[] = []
  const positions: Backup["positions"] = new Map()
  let count = 0
  let end: BackupLine["end"]
  for await (const text of linesOf(file)) {
    if (end !== undefined) throw broken(file, "there is more behind its end")
    const line = parse(file, text, count === 0)
    if (count === 0) checkHeader(file, line)
    end = line.end
    if (end !== undefined) continue
    add(hash, text)
    count++
    if (line.eventType !== undefined) eventTypes.push(line.eventType)
    if (line.decision !== undefined) decisions.push(line.decision)
    if (line.contribution !== undefined)
      contributions.set(versionKey(line.contribution.article), line.contribution)
    if (line.source !== undefined) sources.push(line.source)
    if (line.position !== undefined) positions.set(line.position.actor, [line.position.x, line.position.y])
  }
  if (end === undefined) throw broken(file, "its end is missing")
  if (end.lines !== count || end.sha256 !== hash.digest("hex"))
    throw broken(file, "its checksum does not fit")
  const items = sources.map(({ source, fingerprint, ...record }) => {
    const contribution = contributions.get(versionKey({ ...record, id: record.articleId }))
    if (contribution === undefined) throw broken(file, `it lacks ${record.articleId}`)
    return { source, contribution, ...(typeof fingerprint === "string" && { fingerprint }) }
  })
  return { eventTypes, decisions, items, positions }
}

/** One of these a line. */
interface BackupLine {
  backup?: string
  format?: number
  eventType?: EventTypeInfo
  decision?: Decision
  contribution?: Contribution
  source?: SourceRecord
  position?: { actor: ActorId; x: number; y: number }
  end?: { lines: number; sha256: string } | undefined
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  const unpacked = createGunzip()
  const whole = pipeline(input, unpacked)
  // Its fault is thrown below; it may come before the lines are read to their end.
  whole.catch(() => undefined)
  try {
    yield* splitLines(unpacked.setEncoding("utf8"))
    await whole
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const { code = "", message } = cause as NodeJS.ErrnoException
    if (code === "Z_BUF_ERROR") throw broken(file, "it is cut off", cause)
    if (code.startsWith("Z_")) throw foreign(file, message, cause)
    throw new AppError("BAD_USAGE", `${file}: cannot be read (${message}); check the name.`, { cause })
  } finally {
    input.destroy()
  }
}

/** At "\n" alone: readline would also part at U+2028, which JSON lets stand in a text. */
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ""
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n")
    rest = lines.pop() as string
    yield* lines
  }
  if (rest !== "") yield rest
}

function parse(file: string, text: string, isHeader: boolean): BackupLine {
  try {
    return JSON.parse(text) as BackupLine
  } catch (cause) {
    throw isHeader ? foreign(file, "it has no header", cause) : broken(file, "a line of it is no JSON", cause)
  }
}

function checkHeader(file: string, { backup, format }: BackupLine): void {
  if (backup !== "chancery") throw foreign(file, "it has no header")
  if (format === FORMAT) return
  throw new AppError(
    "BAD_BACKUP",
    `${file}: a backup of another version (format ${format}; this version reads ${FORMAT}). ` +
      "Nothing was changed; restore it with that version.",
  )
}

const foreign = (file: string, why: string, cause?: unknown): AppError =>
  new AppError(
    "BAD_BACKUP",
    `${file}: no backup that "chancery backup" wrote (${why}). Nothing was changed.`,
    {
      cause,
    },
  )

const broken = (file: string, why: string, cause?: unknown): AppError =>
  new AppError("BAD_BACKUP", `${file}: a broken backup: ${why}. Nothing was changed; take another copy.`, {
    cause,
  })
