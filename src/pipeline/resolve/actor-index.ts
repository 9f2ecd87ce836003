// The actor tables as look-ups: phrases to actors, surnames and name keys to people, offices by date.
import type { ActorId, ActorKind } from "../../types.js"
import { exactTownKey, foldWord, nameKey, nameWords, slug, townKey, wordKey } from "./spelling.js"
import {
  type BodyKind,
  type CoalitionRow,
  type GenericRow,
  type NounRow,
  openOfficials,
  openTowns,
  type PersonRow,
  readActorTables,
} from "./tables.js"

export interface Office {
  office: string
  of: ActorId
  from: string
  to: string
}

export interface KnownActor {
  id: ActorId
  kind: ActorKind
  name: string
  /** Its other names. */
  aliases: string[]
  state: string | null
  partOf: ActorId | null
  gender: "m" | "f" | ""
  offices: Office[]
  /** Of organisations: army, outlet, igo … */
  bodyKind: BodyKind | null
}

/** How a phrase stands for its actor. */
export type PhraseKind = "name" | "adjective" | "capital" | "place" | "outlet"

export interface Phrase {
  /** Null for a name that is no actor's. */
  actor: ActorId | null
  kind: PhraseKind
  /** Written in capitals throughout, as `US` or `WHO`: "us" and "who" are not it. */
  acronym: boolean
}

/** A state that has a town or region of some name, and how many thousands live there. */
export interface Town {
  state: ActorId
  people: number
  /** Whether it is spelt just so, where others of that sound are not. */
  isExact: boolean
}

export interface ActorIndex {
  get(id: ActorId): KnownActor | undefined
  /** The entry of a phrase given as word keys joined by blanks. */
  phrase(key: string): Phrase | undefined
  /** Number of words in the longest phrase that begins with this word key; 0 when none does. */
  longest(firstWord: string): number
  /** A person by full name, in any spelling that folds alike; of namesakes the one in office on the day. */
  person(name: string, day?: string | null): KnownActor | undefined
  /** Well-known people whose names of three words or more begin with these two. */
  beginning(words: string): KnownActor[]
  /** Well-known people with this surname, so written. */
  surname(word: string): KnownActor[]
  /** Of all well-known people with this given name; "" where they differ or there are none. */
  genderOf(givenName: string): "m" | "f" | ""
  /** Lesser officials with this surname, of any time. */
  officials(surname: string): KnownActor[]
  /** Well-known people who held an office of a state or organisation on a day. */
  officeHolders(of: ActorId, day: string): { person: KnownActor; office: string }[]
  /** States with a town or region of this name, beyond those that are phrases, the largest first. */
  towns(name: string): Town[]
  adjectiveOf(state: ActorId): string | undefined
  isTitle(lemma: string): boolean
  /** "official", "troop": with a state's adjective before it, the state itself acts. */
  isMember(lemma: string): boolean
  /** "prime", "assistant": stands inside a title. */
  isTitleModifier(word: string): boolean
  /** The name of a body that every state has, for the words after its adjective. */
  bodyName(phrase: string): string | undefined
  /** What a noun such as "movement" or "kingdom" may point back to. */
  generic(lemma: string): GenericRow | undefined
  /** What such a body is called after the adjective. */
  bodyPhrases(name: string): string[]
  /** Named alliances that the press calls by their leader or by nothing but "the coalition". */
  coalitions: readonly CoalitionRow[]
}

/** Reads and indexes data/actors. Throws `BAD_DATA`. */
export function loadActorIndex(): ActorIndex {
  const tables = readActorTables()
  const actors = new Map<ActorId, KnownActor>()
  const phrases = new Map<string, Phrase>()
  const lengths = new Map<string, number>()
  const byOwner = new Map<ActorId, Set<KnownActor>>()
  const adjectives = new Map<ActorId, string>()

  const addPhrase = (text: string, actor: ActorId | null, kind: PhraseKind): void => {
    const words = phraseWords(text)
    const key = words.join(" ")
    const known = phrases.get(key)
    // "Brussels said", but "in Brussels": a town that is an organisation's seat too.
    if (known?.actor?.startsWith("org:") && kind === "place") known.kind = "capital"
    if (known !== undefined) return
    phrases.set(key, { actor, kind, acronym: /^[A-Z.&-]{2,}$/.test(text) })
    const first = words[0] as string
    lengths.set(first, Math.max(lengths.get(first) ?? 0, words.length))
  }

  for (const row of tables.states) {
    const id = `state:${row.iso}`
    actors.set(id, { ...plain(id, "State", row.name), aliases: row.names, state: row.iso })
    for (const name of [row.name, ...row.names]) addPhrase(name, id, "name")
    for (const adjective of row.adjectives) addPhrase(adjective, id, "adjective")
    for (const capital of row.capitals) addPhrase(capital, id, "capital")
    if (row.adjectives[0] !== undefined) adjectives.set(id, row.adjectives[0])
  }
  for (const row of tables.organisations) {
    const id = `org:${slug(row.name)}`
    const partOf = row.partOf === "" ? null : row.partOf
    actors.set(id, {
      ...plain(id, "Organisation", row.name),
      ...{ aliases: row.aliases, partOf, bodyKind: row.kind },
    })
    const kind = row.kind === "outlet" ? "outlet" : "name"
    for (const name of [row.name, ...row.aliases]) addPhrase(name, id, kind)
  }
  for (const actor of actors.values()) actor.state ??= stateOf(actor, actors)
  for (const row of tables.people) {
    const person = addPerson(row, actors)
    const peers = byOwner.get(row.of)
    if (peers === undefined) byOwner.set(row.of, new Set([person]))
    else peers.add(person)
    person.aliases.push(...row.aliases)
    for (const name of [row.name, ...row.aliases]) {
      if (name.includes(" ")) addPhrase(name, person.id, "name")
    }
  }
  for (const row of tables.places) addPhrase(row.place, `state:${row.iso}`, "place")
  for (const row of tables.others) addPhrase(row.phrase, null, "name")
  const nouns = (kind: NounRow["class"]): Set<string> =>
    new Set(tables.nouns.filter((row) => row.class === kind).map((row) => row.noun))
  const [titles, members, modifiers] = [nouns("title"), nouns("member"), nouns("modifier")]
  const towns = openTowns()
  const generic = new Map(tables.generic.map((row) => [row.noun, row]))
  const bodies = new Map(tables.bodies.map((row) => [row.phrase, row.name]))

  return {
    get: (id) => actors.get(id),
    phrase: (key) => phrases.get(key),
    longest: (firstWord) => lengths.get(firstWord) ?? 0,
    ...peopleByName(tables.people, actors),
    officeHolders: (of, day) =>
      [...(byOwner.get(of) ?? [])].flatMap((person) =>
        person.offices
          .filter((office) => office.of === of && heldOn(office, day))
          .map(({ office }) => ({ person, office })),
      ),
    towns(name) {
      const of = (key: string) => towns(key).flatMap((row) => row.states.map(readTown))
      const exact = new Set(of(exactTownKey(name)).map(({ state }) => state))
      return of(townKey(name)).map((town) => ({
        ...town,
        isExact: exact.size === 0 || exact.has(town.state),
      }))
    },
    adjectiveOf: (state) => adjectives.get(state),
    isTitle: (lemma) => titles.has(lemma),
    isMember: (lemma) => members.has(lemma),
    isTitleModifier: (word) => modifiers.has(word),
    bodyName: (phrase) => bodies.get(phrase),
    generic: (lemma) => generic.get(lemma),
    bodyPhrases: (name) => tables.bodies.filter((row) => row.name === name).map(({ phrase }) => phrase),
    coalitions: tables.coalitions,
  }
}

/** "GEO 42" */
function readTown(cell: string): Omit<Town, "isExact"> {
  const [iso, people] = cell.split(" ")
  return { state: `state:${iso}`, people: Number(people) }
}

/** What a phrase is looked up by. */
export const phraseKey = (text: string): string => phraseWords(text).join(" ")

/** Words of a phrase as the tokeniser would part them. */
function phraseWords(text: string): string[] {
  if (/^[\w ]*$/.test(text)) return text.toLowerCase().split(" ")
  return text
    .replace(/[-–,']/g, (mark) => (mark === "'" ? " '" : ` ${mark} `))
    .replace(/ '(?!s\b)(?=\p{L})/giu, "'")
    .split(/\s+/)
    .filter(Boolean)
    .map(wordKey)
}

function plain(id: ActorId, kind: ActorKind, name: string): KnownActor {
  return { id, kind, name, aliases: [], state: null, partOf: null, gender: "", offices: [], bodyKind: null }
}

function stateOf(actor: KnownActor, actors: Map<ActorId, KnownActor>): string | null {
  let current: KnownActor | undefined = actor
  for (let steps = 0; current !== undefined && steps < 5; steps++) {
    if (current.kind === "State") return current.state
    current = current.partOf === null ? undefined : actors.get(current.partOf)
  }
  return null
}

/** People by full name and by surname. Keys take long to fold, so they wait for the first name asked for. */
function peopleByName(
  rows: PersonRow[],
  actors: Map<ActorId, KnownActor>,
): Pick<ActorIndex, "person" | "beginning" | "surname" | "genderOf" | "officials"> {
  const officials = openOfficials()
  let known: ReturnType<typeof indexPeople> | undefined
  const people = (): ReturnType<typeof indexPeople> => {
    known ??= indexPeople(rows, (name) => actors.get(personId(name)) as KnownActor)
    return known
  }
  const byKey = (key: string, day: string | null): KnownActor | undefined => {
    const { byName } = people()
    const found =
      byName.get(key) ??
      officials
        .find(key)
        .map((row) => addPerson({ ...row, gender: "" }, actors))
        .slice(0, 1)
    byName.set(key, found)
    return found.find(({ offices }) => offices.some((office) => heldOn(office, day))) ?? found[0]
  }
  return {
    person: (name, day = null) => byKey(nameKey(name), day),
    beginning: (words) => people().byBeginning.get(nameKey(words)) ?? [],
    genderOf(givenName) {
      const [gender, ...others] = people().genders.get(foldWord(givenName)) ?? []
      return gender === undefined || others.length > 0 ? "" : gender
    },
    officials: (surname) => officials.keysEnding(foldWord(surname)).flatMap((key) => byKey(key, null) ?? []),
    surname(word) {
      const { bySurname } = people()
      return bySurname.get(wordKey(word)) ?? (word.length > 3 ? bySurname.get(foldWord(word)) : []) ?? []
    },
  }
}

/** Where a lone name may be a person's first word, a surname as "Xi" or, without any, what all call him: "Isaias". */
const SURNAME_FIRST = /^state:(?:CHN|HKG|TWN|KOR|PRK|SGP|KHM|ETH|ERI|MYS|ISL|TLS)$/

function indexPeople(rows: PersonRow[], personOf: (name: string) => KnownActor) {
  const byName = new Map<string, KnownActor[]>()
  const bySurname = new Map<string, KnownActor[]>()
  const byBeginning = new Map<string, KnownActor[]>()
  const genders = new Map<string, Set<"m" | "f">>()
  for (const row of rows) {
    const person = personOf(row.name)
    const [given = "", ...more] = nameWords(row.name).map(foldWord)
    if (row.gender !== "" && more.length > 0 && !SURNAME_FIRST.test(row.of))
      genders.set(given, new Set([...(genders.get(given) ?? []), row.gender]))
    for (const name of [row.name, ...row.aliases]) {
      const words = nameWords(name)
      const keys = words.map(foldWord)
      addBearer(byName, keys.join(" "), person)
      if (words.length > 2) addBearer(byBeginning, keys.slice(0, 2).join(" "), person)
      const surnames = [...(SURNAME_FIRST.test(row.of) ? words.slice(0, 1) : []), ...words.slice(-1)]
      // Short names fold into each other: Kan is not Khan.
      for (const key of new Set(
        surnames.flatMap((word) => (word.length > 4 ? [word, foldWord(word)] : [word])),
      )) {
        addBearer(bySurname, key, person)
      }
    }
  }
  return { byName, bySurname, byBeginning, genders }
}

function addBearer(people: Map<string, KnownActor[]>, key: string, person: KnownActor): void {
  const bearers = people.get(key)
  if (bearers === undefined) people.set(key, [person])
  else if (!bearers.includes(person)) bearers.push(person)
}

const personId = (name: string): ActorId => `person:${slug(name)}`

function addPerson(row: Omit<PersonRow, "aliases">, actors: Map<ActorId, KnownActor>): KnownActor {
  const id = personId(row.name)
  const person = actors.get(id) ?? { ...plain(id, "Person", row.name), gender: row.gender }
  const of = actors.get(row.of)
  person.offices.push({ office: row.office, of: row.of, from: row.from, to: row.to })
  person.state ??= of?.state ?? null
  actors.set(id, person)
  return person
}

/** Whom "the leader" of a state means, and a surname that several bear. */
export const LEADING_OFFICE =
  /^(?:President|Prime Minister|Premier|Chancellor|Taoiseach|King|Queen|Emir|Sultan|Emperor|Pope|Supreme Leader|leader)$/i

/** Whether an office was held on a day; an unknown day fits every office. */
export function heldOn(office: Office, day: string | null): boolean {
  if (day === null) return true
  return office.from <= day && (office.to === "" || day.slice(0, office.to.length) <= office.to)
}
