// Annotated articles: `<set>.events.jsonl` and `<set>.entities.jsonl`, as data/gold and its guide have them.
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { z } from "zod"
import { AppError } from "../errors.js"
import { dataPath } from "../paths.js"

const party = z.object({ kind: z.enum(["Person", "State", "Organisation"]), name: z.string() })

const eventSchema = z.object({
  /** What the name of the article's file begins with. */
  doc: z.string(),
  type: z.string(),
  source: party.nullable(),
  target: party.nullable(),
  status: z.enum(["actual", "planned", "negated", "hypothetical"]),
  sentence: z.string().nullish(),
  /** Day, month or year; where the annotators worked none out, the words of the text. */
  date: z.string().nullish(),
  when: z.string().nullish(),
  /** Only one of two annotators saw it: neither rewarded nor punished. */
  optional: z.boolean().default(false),
})

const entitySchema = z.object({
  doc: z.string(),
  kind: party.shape.kind,
  name: z.string(),
  surface: z.array(z.string()).default([]),
  optional: z.boolean().default(false),
})

export type GoldEvent = z.infer<typeof eventSchema>
export type GoldEntity = z.infer<typeof entitySchema>

export interface Gold {
  events: GoldEvent[]
  entities: GoldEntity[]
  docs: string[]
}

/**
 * Reads `<prefix>.events.jsonl` and `<prefix>.entities.jsonl`; of documents that no rule was written from alone, when
 * `unread`. Throws `BAD_DATA` with file and line.
 */
export function readGold(prefix: string, { unread = false } = {}): Gold {
  const isWanted = ({ doc }: { doc: string }): boolean => !unread || !isRead(prefix, doc)
  const events = readLines(`${prefix}.events.jsonl`, eventSchema).filter(isWanted)
  const entities = readLines(`${prefix}.entities.jsonl`, entitySchema).filter(isWanted)
  return { events, entities, docs: [...new Set([...events, ...entities].map(({ doc }) => doc))].sort() }
}

/** Whether rules were written from a document of a set. */
export function isRead(prefix: string, doc: string): boolean {
  const read = readDocs[basename(prefix)]
  return read === "all" || read?.includes(doc) === true
}

/** Of each set the documents that rules were written from. */
const { sets: readDocs } = z
  .object({ sets: z.record(z.string(), z.union([z.literal("all"), z.array(z.string())])) })
  .parse(JSON.parse(readFileSync(dataPath("gold", "read.json"), "utf8")))

/** The rows of a JSONL file. Throws `BAD_USAGE` where it cannot be read, `BAD_DATA` with file and line of a bad row. */
export function readLines<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch (cause) {
    throw new AppError(
      "BAD_USAGE",
      `${file}: cannot be read; give SET=ARTICLES, such as gold/wire=articles.`,
      {
        cause,
      },
    )
  }
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return []
    try {
      return [schema.parse(JSON.parse(line))]
    } catch (cause) {
      const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
      throw new AppError("BAD_DATA", `${file}:${at + 1}: ${reason}`, { cause })
    }
  })
}
