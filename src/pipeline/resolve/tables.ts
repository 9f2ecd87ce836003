// Reads data/actors: tab-separated tables, one header line, several values in a cell parted by "; ".
import { readFileSync } from "node:fs"
import { z } from "zod"
import { AppError } from "../../errors.js"
import { dataPath } from "../../paths.js"

const list = z.string().transform((cell) =>
  cell
    .split(";")
    .map((item) => item.trim())
    .filter(Boolean),
)
const date = z.union([z.literal(""), z.iso.date()])
const actorRef = z.string().regex(/^(?:state:[A-Z]{3}|org:[a-z0-9-]+)$/, "is no state:ISO3 or org:slug")

const stateRow = z.strictObject({
  iso: z.string().regex(/^[A-Z]{3}$/),
  name: z.string().min(1),
  names: list,
  adjectives: list,
  capitals: list,
  from: date,
  to: date,
})
const organisationRow = z.strictObject({
  name: z.string().min(1),
  aliases: list,
  partOf: z.union([z.literal(""), actorRef]),
  kind: z.enum([
    "igo",
    "body",
    "agency",
    "court",
    "ngo",
    "ministry",
    "presidency",
    "parliament",
    "army",
    "police",
    "party",
    "armed-group",
    "outlet",
    "company",
  ]),
})
const personRow = z.strictObject({
  name: z.string().min(1),
  aliases: list,
  gender: z.enum(["m", "f", ""]),
  office: z.string().min(1),
  of: actorRef,
  from: date,
  to: date,
})
const placeRow = z.strictObject({ place: z.string().min(1), iso: z.string().regex(/^[A-Z]{3}$/) })

const nounRow = z.strictObject({ noun: z.string().min(1), class: z.enum(["title", "member", "modifier"]) })
const bodyRow = z.strictObject({ phrase: z.string().min(1), name: z.string().min(1) })

export type StateRow = z.infer<typeof stateRow>
export type OrganisationRow = z.infer<typeof organisationRow>
export type PersonRow = z.infer<typeof personRow>
export type PlaceRow = z.infer<typeof placeRow>
export type NounRow = z.infer<typeof nounRow>
export type BodyRow = z.infer<typeof bodyRow>

export interface ActorTables {
  states: StateRow[]
  organisations: OrganisationRow[]
  people: PersonRow[]
  places: PlaceRow[]
  /** Nouns before or beside a name (`title`), nouns that stand for whose they are (`member`), words in titles. */
  nouns: NounRow[]
  /** Bodies that every state has, by what they are called after its adjective. */
  bodies: BodyRow[]
}

/** Throws `BAD_DATA` with file and line for a row that does not fit. */
export function readActorTables(): ActorTables {
  return {
    states: readTable("states.tsv", stateRow),
    organisations: readTable("organisations.tsv", organisationRow),
    people: readTable("people.tsv", personRow),
    places: readTable("places.tsv", placeRow),
    nouns: readTable("nouns.tsv", nounRow),
    bodies: readTable("bodies.tsv", bodyRow),
  }
}

function readTable<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const [header = "", ...lines] = readFileSync(dataPath("actors", file), "utf8")
    .replace(/\n$/, "")
    .split("\n")
  const columns = header.split("\t")
  return lines.map((line, index) => {
    const cells = line.split("\t")
    const parsed = schema.safeParse(
      Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])),
    )
    if (parsed.success && cells.length === columns.length) return parsed.data
    const reason = parsed.success
      ? `${cells.length} cells for ${columns.length} columns`
      : z.prettifyError(parsed.error)
    throw new AppError("BAD_DATA", `data/actors/${file}:${index + 2}: ${reason}`)
  })
}
