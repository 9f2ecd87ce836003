// Writes officials.tsv from the actor dictionaries of PETRARCH2: members of governments and heads of
// international organisations, with offices and dates up to January 2014, whom people.tsv does not hold. Rows are
// looked up by key, the name as spelling.ts folds it; another spelling has rows of its own.
//
//   npx tsc -p tsconfig.build.json && node data/actors/derive-petrarch.mjs FOLDER_OF_PETRARCH2
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { foldWord, nameKey, nameWords } from "../../dist/pipeline/resolve/spelling.js"
import { readActorTables } from "../../dist/pipeline/resolve/tables.js"

/** The dictionaries were closed on this day: who held an office then, is known to have held it until then. */
const CLOSED = "2014-01-30"
/** Offices that ended before are history that no article of ours tells. */
const OLDEST = "1990-01-01"

const { states, organisations, people } = readActorTables()
const stateIds = new Set(states.map((state) => state.iso))
const bodies = new Map(
  organisations.flatMap((row) =>
    [row.name, ...row.aliases].map((name) => [name.toLowerCase().replace("united nations", "un"), row]),
  ),
)

/** What a government code says after country and GOV. */
const MINISTERS = {
  MIL: "defence minister",
  JUD: "justice minister",
  HLH: "health minister",
  EDU: "education minister",
  AGR: "agriculture minister",
  LAB: "labour minister",
  ENV: "environment minister",
}

/** `950517-070516`, `>20070101`, `<061231` -> days; undefined when a date is misspelt. */
function readDates(text) {
  const day = (digits) => {
    const full = digits.length === 6 ? (digits < "200000" ? "20" : "19") + digits : digits
    if (!/^\d{8}$/.test(full)) return undefined
    const [year, month, date] = [full.slice(0, 4), full.slice(4, 6), full.slice(6)]
    const last = new Date(Date.UTC(+year, +month, 0)).getUTCDate()
    if (+month < 1 || +month > 12) return undefined
    return `${year}-${month}-${String(Math.min(Math.max(+date, 1), last)).padStart(2, "0")}`
  }
  const [, sign, from, to] = text.trim().match(/^([<>]?)(\d+)(?:-(\d+))?$/) ?? []
  if (from === undefined) return undefined
  const dates = sign === "<" ? ["", day(from)] : [day(from), to === undefined ? CLOSED : day(to)]
  return dates.includes(undefined) || dates[0] > dates[1] ? undefined : dates
}

/** The yearbooks behind most rows count in whole months; rulers are dated to the day. */
const isWholeMonths = ([from, to]) =>
  from.endsWith("-01") &&
  (to === CLOSED || to.endsWith("-02-28") || new Date(Date.parse(to) + 86_400_000).getUTCDate() === 1)

function readOffice(code, dates, comment) {
  const government = code.match(/^([A-Z]{3})GOV([A-Z]{3})?$/)
  if (government && stateIds.has(government[1])) {
    const office = government[2] ? MINISTERS[government[2]] : isWholeMonths(dates) ? undefined : "leader"
    return { office: office ?? "senior official", of: `state:${government[1]}` }
  }
  const body = code.startsWith("IGO") && bodies.get(comment.toLowerCase().replace("european community (eec)", "eu"))
  if (body) return { office: "senior official", of: `org:${slugOf(body.name)}` }
  return undefined
}

const slugOf = (name) => name.toLowerCase().normalize("NFD").replace(/\p{M}|'/gu, "").replace(/[^a-z0-9]+/g, "-")

const SMALL = /^(?:bin|ibn|bint|de|da|do|dos|das|di|del|della|van|von|der|den|la|y|e|ten|ter)$/
const TITLE =
  /^(?:president|prime|premier|minister|king|queen|prince|princess|sheikh|chancellor|kanzler|baron|dame|count|bishop|archbishop|shaikh|shaykh|brig|lt|maj|cmdr|adm|admiral|captain|judge|justice|general|gen|colonel|col|foreign|secretary|secretary-general|baroness|lord|sir|dr|mr|mrs|sultan|emir|crown|vice|deputy|former|presidente|sec|ambassador|pope|comrade|chairman|governor|leader|us|u\.s\.|bundeskanzler)$/

/** `ABD_AL_RAHMAN_O'NEIL_` -> `Abd al-Rahman O'Neil`; undefined for what is no full name. */
function readName(entry) {
  const words = entry.replace(/[_\s]+/g, " ").trim().toLowerCase().split(" ")
  if (words.length < 2 || words.length > 6 || words.some((word) => TITLE.test(word))) return undefined
  if (!words.every((word) => /^[\p{L}'.-]+$/u.test(word)) || words.at(-1).length < 2) return undefined
  if (words.some((word) => /^(?:the|of|and|for|government|ministry|republic)$/.test(word))) return undefined
  const capital = (word) =>
    word.replace(/(^|[-.]|^[od]')(\p{L})/gu, (_, mark, letter) => mark.toUpperCase() + letter.toUpperCase()).replace(/^Mc(\p{L})/u, (_, l) => `Mc${l.toUpperCase()}`)
  const name = words.map((word, at) => (at > 0 && SMALL.test(word) ? word : capital(word))).join(" ")
  return name
    .replace(/ (?:Al|Ul|Ud|Ur|As|Ad|Ash|An|Ar)[ -](?=\p{Lu}[\p{L}'])/gu, (part) => ` ${part.trim().replace("-", "").toLowerCase()}-`)
}

function* readEntries(file) {
  let entry
  for (const line of readFileSync(file, "latin1").split(/\r?\n/)) {
    const [text, comment = ""] = line.split(/\s*#\s*/)
    const name = text.match(/^[^\s[+][^[]*/)?.[0]
    if (name !== undefined) {
      if (entry) yield entry
      entry = { names: [name], codes: [] }
    }
    if (!entry) continue
    if (text.startsWith("+")) entry.names.push(text.slice(1).replace(/\[.*/, ""))
    for (const [, code, dates] of text.matchAll(/\[([A-Z]+)\s+([<>\d-]+)\s*\]/g)) {
      entry.codes.push({ code, dates, comment: comment.trim() })
    }
  }
  if (entry) yield entry
}

/** One row for an office held without a break. */
function joinSpells(offices) {
  const joined = []
  for (const office of offices.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.findLast((other) => other.office === office.office && other.of === office.of)
    const gap = last ? Date.parse(office.from) - Date.parse(last.to) : Number.POSITIVE_INFINITY
    if (gap <= 62 * 86_400_000) last.to = office.to > last.to ? office.to : last.to
    else joined.push({ ...office })
  }
  return joined
}

const wordsOf = (name) => nameWords(name).map(foldWord)
const isWithin = (part, whole) =>
  part.every((word) => whole.some((other) => other === word || (word.length === 1 && other[0] === word)))
const taken = people.flatMap((row) =>
  [row.name, ...row.aliases].map(wordsOf).filter((words) => words.length > 1),
)
const takenBySurname = new Map()
for (const words of taken) {
  for (const word of words) {
    const list = takenBySurname.get(word) ?? []
    if (!list.includes(words)) takenBySurname.set(word, [...list, words])
  }
}
const isTaken = (words) =>
  (takenBySurname.get(words.at(-1)) ?? []).some((other) => isWithin(words, other) || isWithin(other, words))

const takenKeys = new Set(people.flatMap((row) => [row.name, ...row.aliases].map(nameKey)))

const found = new Map()
for (const file of ["Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt"]) {
  for (const { names, codes } of readEntries(join(process.argv[2], file))) {
    const [name, ...aliases] = names.map(readName).filter((name) => name !== undefined)
    if (name === undefined || wordsOf(name).length < 2 || isTaken(wordsOf(name))) continue
    const offices = codes.flatMap(({ code, dates, comment }) => {
      const days = readDates(dates)
      const office = days && readOffice(code, days, comment)
      return office && days[1] >= OLDEST ? [{ ...office, from: days[0], to: days[1] }] : []
    })
    if (offices.length === 0) continue
    const key = nameKey(name)
    const known = found.get(key) ?? { name, aliases: new Map(), offices: [] }
    for (const alias of aliases) {
      const aliasKey = nameKey(alias)
      if (aliasKey !== key && wordsOf(alias).length > 1) known.aliases.set(aliasKey, alias)
    }
    known.offices.push(...offices)
    found.set(key, known)
  }
}

/** Two people of one name cannot be told apart by it. */
const isOnePerson = ({ offices }) =>
  new Set(offices.map(({ of }) => of).filter((of) => of.startsWith("state:"))).size <= 1

const aliasCounts = new Map()
for (const { aliases } of found.values()) {
  for (const key of aliases.keys()) aliasCounts.set(key, (aliasCounts.get(key) ?? 0) + 1)
}
const isOwn = (alias) => aliasCounts.get(alias) === 1 && !found.has(alias) && !takenKeys.has(alias)

/** Ministers come and go: kept are leaders, heads of organisations, defence, and whoever stayed four years. */
function isNotable({ offices }) {
  const days = offices.map(({ from, to }) => (Date.parse(to) - Date.parse(from || to)) / 86_400_000)
  return (
    offices.some(({ office, of }) => /^(?:leader|defence)/.test(office) || of.startsWith("org:")) ||
    days.reduce((sum, length) => sum + length, 0) > 1461
  )
}

const rows = [...found]
  .filter(([, entry]) => isNotable(entry) && isOnePerson(entry))
  .flatMap(([key, { name, aliases, offices }]) =>
    [key, ...[...aliases.keys()].filter(isOwn)].flatMap((key) =>
      joinSpells(offices).map(({ office, of, from, to }) => [key, name, office, of, from, to].join("\t")),
    ),
  )
  .sort()
const header = ["key", "name", "office", "of", "from", "to"].join("\t")
writeFileSync(join(import.meta.dirname, "officials.tsv"), `${[header, ...rows].join("\n")}\n`)
console.log(`${rows.length} rows`)
