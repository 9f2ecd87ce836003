// Reads data/frames: which words stand for which event, and where its parties stand beside them.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { type Document, isNode, LineCounter, parseDocument, visit } from "yaml"
import { z } from "zod"
import { AppError } from "../../errors.js"
import {
  declareType,
  type EventTypeInfo,
  eventType,
  eventTypeFields,
  eventTypeName,
  isEventType,
} from "../../ontology.js"
import { dataPath } from "../../paths.js"
import type { EventType } from "../../types.js"

const TRIGGERS = ["verb", "noun", "adjective", "preposition"] as const

const words = z.array(z.string().min(1)).min(1)

const frameSchema = z
  .strictObject({
    /** Lemmas that evoke the event; exactly one of the four. A particle is written "call off". */
    verb: words.optional(),
    noun: words.optional(),
    adjective: words.optional(),
    /** A preposition that makes a predicate: "is behind the raid". */
    preposition: words.optional(),
    /** Where the doer stands, best first: `subject`, `object`, `poss`, `of`, `by`, `adj`, a preposition … */
    source: words.optional(),
    /** Where the other party stands. `.doer` and `.affected` look inside a phrase that is no actor itself. */
    target: words.optional(),
    /** Where a target that the sentence leaves out is found: who was talked to, struck, or is fought. */
    context: z.enum(["partner", "victim", "adversary"]).optional(),
    cameo: z.string().optional(),
    /** Modifiers of a noun, of which one must be there: "phone call". */
    modifier: words.optional(),
    /** Lemmas of the object, of which one must be there: "fire rockets". */
    object: words.optional(),
    /** Lemmas of which one must stand at a place, or none may: "called for an end", "struck a deal". */
    where: z.record(z.string(), words).optional(),
    unless: z.record(z.string(), words).optional(),
    /** Prepositions and relations, of which one must be there, or none may. */
    has: words.optional(),
    lacks: words.optional(),
    /** The parties of one event are several targets: joined by a group. */
    grouped: z.boolean().optional(),
    /** Each party does it to the other: "clashed with". */
    both: z.boolean().optional(),
    /** A noun said of its clause's subject: "Doe said in a call with Roe". */
    circumstance: z.boolean().optional(),
    /** Its words are too common to count without both parties: "called". */
    whole: z.boolean().optional(),
    /** Both parties are persons, or one, or not both: "Doe received Roe", "Doe left Ruritania", "the army holds Roe", "rebels attacked Roe". */
    people: z.enum(["both", "source", "target", "apart"]).optional(),
    /** The words say it by being negated: "will not accept". */
    negated: z.boolean().optional(),
    /** Only announced: "sent for talks". */
    planned: z.boolean().optional(),
    /** How sure the words alone make it, 0..1. */
    certainty: z.number().min(0).max(1).default(0.9),
  })
  .refine((frame) => TRIGGERS.filter((kind) => frame[kind]).length === 1, {
    message: `needs exactly one of ${TRIGGERS.join(", ")}`,
  })

const fileSchema = z.strictObject({
  type: eventTypeName,
  /** What a type of the user's own is; ours are declared in data/ontology.json. */
  declares: z
    .strictObject({ ...eventTypeFields, symmetric: eventTypeFields.symmetric.default(false) })
    .optional(),
  /** These frames stand in the place of ours for the type, and not beside them. */
  replaces: z.boolean().default(false),
  frames: z.array(frameSchema).min(1),
  /** Sentence, then the edges that must come out as "Source TYPE Target", or nothing. */
  examples: z.array(z.tuple([z.string()], z.string())).min(1),
})

export interface Frame extends z.infer<typeof frameSchema> {
  type: EventType
  cameo: string
  source: string[]
  target: string[]
  /** Of the user's folder: as certain as it says, whatever the learned reader thinks. */
  isUsers: boolean
}

/** Where the parties stand unless a frame says otherwise. */
const DEFAULTS = {
  verb: { source: ["subject.doer"], target: ["object.affected"] },
  noun: {
    source: ["by.doer", "supported", "poss.doer", "adj", "from.doer", "clause", "blamed"],
    target: ["of.affected"],
  },
  adjective: { source: ["subject.doer"], target: ["of.doer"] },
  preposition: { source: ["subject.doer"], target: ["ground.affected"] },
}

export interface FrameExample {
  file: string
  type: EventType
  sentence: string
  edges: string[]
}

export interface Frames {
  verbs: Map<string, Frame[]>
  nouns: Map<string, Frame[]>
  adjectives: Map<string, Frame[]>
  prepositions: Map<string, Frame[]>
  examples: FrameExample[]
  /** Types that these frames alone may tell. */
  replaced: Set<EventType>
}

/**
 * Frames of data/frames and of the user's folder, whose types of their own are then known to this process.
 * Throws `BAD_DATA` with file, line and reason.
 */
export function loadFrames(directory?: string): Frames {
  const users = directory === undefined ? [] : readFolder(directory)
  const files = [...readFolder(dataPath("frames")), ...users]
  const replaced = new Map(
    files.flatMap(({ path, type, replaces }) => (replaces ? [[type, dirname(path)]] : [])),
  )
  const frames: Frames = {
    verbs: new Map(),
    nouns: new Map(),
    adjectives: new Map(),
    prepositions: new Map(),
    examples: [],
    replaced: new Set(replaced.keys()),
  }
  for (const file of files) {
    const by = replaced.get(file.type)
    if (by === undefined || by === dirname(file.path)) addFile(frames, file, users.includes(file))
  }
  return frames
}

type FrameFile = z.infer<typeof fileSchema> & { path: string }

function readFolder(folder: string): FrameFile[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")) : []
  if (names.length === 0) {
    const what = existsSync(folder) ? "no .yaml file in it" : "no such folder"
    throw new AppError("BAD_DATA", `${folder}: ${what}; give --frames a folder of .yaml files.`)
  }
  return names.sort().map((name) => readFrameFile(join(folder, name)))
}

function addFile(frames: Frames, { path, type, frames: list, examples }: FrameFile, isUsers: boolean): void {
  for (const frame of list) {
    const defaults = DEFAULTS[TRIGGERS.find((kind) => frame[kind]) ?? "verb"]
    const full: Frame = {
      ...defaults,
      ...frame,
      type,
      cameo: frame.cameo ?? eventType(type).cameo,
      isUsers,
    }
    addTo(frames.verbs, frame.verb, full)
    addTo(frames.nouns, frame.noun, full)
    addTo(frames.adjectives, frame.adjective, full)
    addTo(frames.prepositions, frame.preposition, full)
  }
  for (const [sentence, ...edges] of examples) frames.examples.push({ file: path, type, sentence, edges })
}

function addTo(map: Map<string, Frame[]>, triggers: string[] | undefined, frame: Frame): void {
  for (const trigger of triggers ?? []) map.set(trigger, [...(map.get(trigger) ?? []), frame])
}

function readFrameFile(path: string): FrameFile {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines })
  const [error] = document.errors
  if (error !== undefined)
    throw broken(path, lines.linePos(error.pos[0]).line, error.message.split("\n")[0] ?? "")
  const parsed = fileSchema.safeParse(toPlain(document, path, lines))
  if (parsed.success) {
    const { type, declares } = parsed.data
    if (declares !== undefined) declare({ type, ...declares }, path, lineOf(document, ["declares"], lines))
    else if (!isEventType(type))
      throw broken(path, lineOf(document, ["type"], lines), `${type} ${UNDECLARED}`)
    return { path, ...parsed.data }
  }
  const [issue] = parsed.error.issues
  throw broken(
    path,
    lineOf(document, issue?.path ?? [], lines),
    `${issue?.path.join(".")}: ${issue?.message}`,
  )
}

function declare(info: EventTypeInfo, path: string, line: number): void {
  try {
    declareType(info)
  } catch (error) {
    throw error instanceof AppError ? broken(path, line, error.message) : error
  }
}

const UNDECLARED = "is no event type of ours; say under `declares` what it is"

/** `toJS` throws for an alias whose anchor is missing, and says not where. */
function toPlain(document: Document, path: string, lines: LineCounter): unknown {
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return
      throw broken(
        path,
        lines.linePos(alias.range?.[0] ?? 0).line,
        `*${alias.source} has no anchor before it`,
      )
    },
  })
  return document.toJS()
}

const broken = (path: string, line: number, reason: string): AppError =>
  new AppError("BAD_DATA", `${path}:${line}: ${reason}`)

/** The line of the innermost node that the issue's path reaches. */
function lineOf(document: Document, path: PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line
  }
  return 1
}
