// Annotated articles: `<set>.events.jsonl` and `<set>.entities.jsonl`, as data/gold and its guide have them.
import { readFileSync } from "node:fs"
import { z } from "zod"
import { AppError } from "../errors.js"

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

/** Reads `<prefix>.events.jsonl` and `<prefix>.entities.jsonl`. Throws `BAD_DATA` with file and line. */
export function readGold(prefix: string): Gold {
  const events = readLines(`${prefix}.events.jsonl`, eventSchema)
  const entities = readLines(`${prefix}.entities.jsonl`, entitySchema)
  return { events, entities, docs: [...new Set([...events, ...entities].map(({ doc }) => doc))].sort() }
}

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
