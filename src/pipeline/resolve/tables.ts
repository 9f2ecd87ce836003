// Reads data/actors: tab-separated tables, one header line, several values in a cell parted by "; ".
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { AppError } from "../../errors.js"
import { dataPath } from "../../paths.js"

export interface StateRow {
  /** ISO 3166-1 alpha-3. */
  iso: string
  name: string
  names: string[]
  adjectives: string[]
  capitals: string[]
  from: string
  to: string
}

const BODY_KINDS = [
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
] as const
export type BodyKind = (typeof BODY_KINDS)[number]

export interface OrganisationRow {
  name: string
  aliases: string[]
  /** `state:ISO3`, `org:slug` or empty. */
  partOf: string
  kind: BodyKind
}

/** One office of one person; the first row of a person holds its aliases. */
export interface PersonRow {
  name: string
  aliases: string[]
  gender: "m" | "f" | ""
  office: string
  of: string
  from: string
  to: string
}

/** As a person's row, with the key of the name that it is looked up by. */
export interface OfficialRow extends Pick<PersonRow, "name" | "office" | "of" | "from" | "to"> {
  key: string
}

/** Where a town or region of this name lies: the states, with how many thousands live there, the largest first. */
export interface TownRow {
  key: string
  states: string[]
}

export interface PlaceRow {
  place: string
  iso: string
}

export interface NounRow {
  noun: string
  class: "title" | "member" | "modifier"
}

/** A noun that points back: to bodies of some kinds, people or states, of which `states` are all if there are any. */
export interface GenericRow {
  noun: string
  kinds: (BodyKind | "state" | "person")[]
  states: string[]
}

export interface BodyRow {
  phrase: string
  name: string
}

/** A named alliance, by who leads it and against whom: "the Ruritanian-led coalition". */
export interface CoalitionRow {
  organisation: string
  leader: string
  opponent: string
  from: string
}

export interface ActorTables {
  states: StateRow[]
  organisations: OrganisationRow[]
  people: PersonRow[]
  places: PlaceRow[]
  /** Nouns before or beside a name (`title`), nouns that stand for whose they are (`member`), words in titles. */
  nouns: NounRow[]
  /** Bodies that every state has, by what they are called after its adjective. */
  bodies: BodyRow[]
  generic: GenericRow[]
  /** Names that are no actors: feasts, cups, treaties, wars, weapons, seas. */
  others: { phrase: string }[]
  coalitions: CoalitionRow[]
}

/** How a cell is checked and read, and what to say of one that does not fit. */
type Column<T> = { read: (cell: string) => T; pattern: RegExp; reason: string }

const matching = (pattern: RegExp, reason: string): Column<string> => {
  return { read: (cell) => cell, pattern, reason }
}
const oneOf = <T extends string>(values: readonly T[]): Column<T> => {
  return {
    read: (cell) => cell as T,
    pattern: new RegExp(`^(?:${values.join("|")})$`),
    reason: `is none of ${values.join(", ")}`,
  }
}
const text = matching(/./, "is empty")
const iso = matching(/^[A-Z]{3}$/, "is no ISO 3166-1 alpha-3 code")
/** A year or a month where the day is not known; empty when still so, or since ever. */
const day = matching(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/, "is no YYYY-MM-DD")
const actor = matching(/^(?:state:[A-Z]{3}|org:[\p{Ll}\p{N}-]+)$/u, "is no state:ISO3 or org:slug")
const anyActor = matching(/^(?:state:[A-Z]{3}|org:[\p{Ll}\p{N}-]+)?$/u, "is no state:ISO3 or org:slug")
const list: Column<string[]> = {
  read: (cell) => (cell === "" ? [] : cell.split("; ")),
  pattern: /^(?:(?![\s;])(?:[^;]|; (?=\S))*(?<![\s;]))?$/,
  reason: 'is no list parted by "; "',
}
const kinds: Column<GenericRow["kinds"]> = {
  read: (cell) => cell.split("; ") as GenericRow["kinds"],
  pattern: new RegExp(`^(?:(?:state|person|${BODY_KINDS.join("|")})(?:; |$))+$`),
  reason: "names a kind that there is not",
}
const gender = oneOf(["m", "f", ""] as const)
const personColumns = {
  name: text,
  aliases: list,
  gender,
  office: text,
  of: actor,
  from: day,
  to: day,
}

/** Throws `BAD_DATA` with file, line, column and reason for a row that does not fit. */
export function readActorTables(folder = dataPath("actors")): ActorTables {
  return {
    states: readTable(join(folder, "states.tsv"), {
      ...{ iso, name: text, names: list, adjectives: list, capitals: list, from: day, to: day },
    }),
    organisations: readTable(join(folder, "organisations.tsv"), {
      ...{ name: text, aliases: list, partOf: anyActor, kind: oneOf(BODY_KINDS) },
    }),
    people: readTable(join(folder, "people.tsv"), personColumns),
    places: readTable(join(folder, "places.tsv"), { place: text, iso }),
    nouns: readTable(join(folder, "nouns.tsv"), {
      noun: text,
      class: oneOf(["title", "member", "modifier"] as const),
    }),
    bodies: readTable(join(folder, "bodies.tsv"), { phrase: text, name: text }),
    generic: readTable(join(folder, "generic.tsv"), { noun: text, kinds, states: list }),
    others: readTable(join(folder, "others.tsv"), { phrase: text }),
    coalitions: readTable(join(folder, "coalitions.tsv"), {
      ...{ organisation: actor, leader: actor, opponent: actor, from: day },
    }),
  }
}

/** Look-up of officials.tsv by key, and of the keys that end in a word. Throws `BAD_DATA`. */
export function openOfficials(): { find: Lookup<OfficialRow>; keysEnding: (word: string) => string[] } {
  const columns = { key: text, name: text, office: text, of: actor, from: day, to: day }
  const { find, rows } = openTable("officials.tsv", columns)
  const keysEnding = (word: string): string[] => {
    const keys = rows().matchAll(new RegExp(`^([^\\t\\n]* ${word})\\t`, "gm"))
    return [...new Set([...keys].map(([, key]) => key as string))]
  }
  return { find, keysEnding }
}

/** Look-up of towns.tsv by key. Throws `BAD_DATA`. */
export const openTowns = (): Lookup<TownRow> => openTable("towns.tsv", { key: text, states: list }).find

type Lookup<Row> = (key: string) => Row[]

/**
 * Tables of thousands of rows, of which an article has a few: the file is read at the first look-up, and a row
 * parsed when asked for. Its rows stand in order, so that nothing need be indexed.
 */
function openTable<Row>(name: string, columns: Columns<Row>): { find: Lookup<Row>; rows: () => string } {
  const file = dataPath("actors", name)
  let read: string | undefined
  const rows = (): string => {
    read ??= readRows(file, columns)
    return read
  }
  const find = (key: string): Row[] =>
    linesOf(rows(), `${key}\t`).map((line) => parseRow(line, columns, `${file} "${key}"`))
  return { find, rows }
}

/** The lines that begin with `start`, found by halving. */
function linesOf(rows: string, start: string): string[] {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const line = rows.lastIndexOf("\n", ((low + high) >> 1) - 1) + 1
    if (rows.slice(line, line + start.length) < start) low = nextLine(rows, line)
    else high = line
  }
  const lines: string[] = []
  for (let at = low; rows.startsWith(start, at); at = nextLine(rows, at)) {
    lines.push(rows.slice(at, nextLine(rows, at) - 1))
  }
  return lines
}

const nextLine = (rows: string, line: number): number => rows.indexOf("\n", line) + 1

type Columns<Row> = { [Key in keyof Row]: Column<Row[Key]> }

function readTable<Row>(file: string, columns: Columns<Row>): Row[] {
  const lines = readRows(file, columns).slice(0, -1).split("\n")
  return lines.map((line, index) => parseRow(line, columns, `${file}:${index + 2}`))
}

/** What stands below the header, the end of the last line included. */
function readRows<Row>(file: string, columns: Columns<Row>): string {
  const content = readFileSync(file, "utf8")
  const header = content.slice(0, content.indexOf("\n"))
  const expected = Object.keys(columns).join("\t")
  if (header !== expected) {
    throw new AppError("BAD_DATA", `${file}:1: the header is "${header}", expected "${expected}"`)
  }
  const rows = content.slice(header.length + 1)
  return rows.endsWith("\n") ? rows : `${rows}\n`
}

/** One line of a table; `where` is its file and line. Throws `BAD_DATA` with column and reason. */
function parseRow<Row>(line: string, columns: Columns<Row>, where: string): Row {
  const names = Object.keys(columns) as (keyof Row & string)[]
  const cells = line.split("\t")
  const fail = (reason: string): never => {
    throw new AppError("BAD_DATA", `${where}: ${reason}`)
  }
  if (cells.length !== names.length) fail(`${cells.length} cells for ${names.length} columns`)
  const row = {} as Row
  for (const [at, name] of names.entries()) {
    const [cell, column] = [cells[at] as string, columns[name]]
    if (!column.pattern.test(cell)) fail(`${name} "${cell}" ${column.reason}`)
    row[name] = column.read(cell)
  }
  return row
}
