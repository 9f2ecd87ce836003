// The actors of one article while they are being found: known ones, and new ones by their names.
import type { ActorId, ArticleActor, Role } from "../../types.js"
import { type ActorIndex, heldOn, type KnownActor, LEADING_OFFICE, type Office } from "./actor-index.js"
import { foldWord, nameKey, nameWords, slug } from "./spelling.js"

interface Draft extends ArticleActor {
  gender: "m" | "f" | ""
  surfaces: Map<string, number>
  /** Every full name met, for people: what surnames and name variants are matched against. */
  names: string[][]
}

export class ArticleActors {
  readonly #index: ActorIndex
  readonly #published: string | null
  readonly #drafts = new Map<ActorId, Draft>()

  constructor(index: ActorIndex, published: string | null) {
    this.#index = index
    this.#published = published
  }

  get(id: ActorId): Readonly<Draft> | undefined {
    return this.#drafts.get(id)
  }

  people(): Readonly<Draft>[] {
    return [...this.#drafts.values()].filter((draft) => draft.kind === "Person")
  }

  organisations(): Readonly<Draft>[] {
    return [...this.#drafts.values()].filter((draft) => draft.kind === "Organisation")
  }

  /** The state that an actor belongs to, as an actor. */
  stateOf(id: ActorId): ActorId | null {
    const state = this.#drafts.get(id)?.state ?? this.#index.get(id)?.state ?? null
    return state === null ? null : `state:${state}`
  }

  /** Takes an actor of the tables into the article. */
  addKnown(id: ActorId): ActorId {
    const known = this.#index.get(id)
    if (known !== undefined && !this.#drafts.has(id)) this.#drafts.set(id, this.#fromTable(known))
    return id
  }

  #fromTable(known: KnownActor): Draft {
    const { id, kind, name, aliases, state, partOf } = known
    const gender = known.gender || (kind === "Person" ? this.#index.genderOf(nameWords(name)[0] ?? "") : "")
    const roles = known.offices
      .filter((office) => this.#published !== null && heldOn(office, this.#published))
      .map(({ office, of }) => ({ role: office, of }))
    const names = [nameWords(name)]
    return { id, kind, name, aliases, state, partOf, gender, roles, surfaces: new Map(), names }
  }

  /** A person by full name: the one of the tables or of this article that it is a form of, else a new one. */
  addPerson(text: string): ActorId {
    const name = text.replace(/\s*["“][^"“”]*["”]\s*/g, " ")
    const words = nameWords(name)
    const known = this.#index.person(name, this.#published) ?? this.#respelt(words)
    if (known !== undefined) return this.addKnown(known.id)
    const same = this.people().find((person) => person.names.some((other) => isSamePerson(words, other)))
    if (same !== undefined) {
      this.#lengthen(same.id, name, words)
      return same.id
    }
    const id = `person:${slug(nameKey(name))}`
    if (!this.#drafts.has(id)) {
      this.#drafts.set(id, {
        ...{ id, kind: "Person", name, state: null, partOf: null },
        gender: words.length > 1 ? this.#index.genderOf(words[0] as string) : "",
        ...{ aliases: [], roles: [], surfaces: new Map(), names: [words] },
      })
    }
    return id
  }

  /** "his brother Rudolf": a known bearer of the surname of somebody in the article, else somebody new. */
  addRelative(name: string): ActorId {
    const surnames = new Set(this.people().flatMap((person) => person.names.map((words) => words.at(-1))))
    const known = [...surnames].flatMap(
      (surname) => this.#index.person(`${name} ${surname}`, this.#published) ?? [],
    )
    return known.length === 1 ? this.addKnown((known[0] as KnownActor).id) : this.addPerson(name)
  }

  /** Who was in office under a name so much alike: "Aleksandr Doe" for Alexander Doe, "Jane Doe Roe" for Jane Doe. */
  #respelt([first = "", ...rest]: string[]): KnownActor | undefined {
    const isAlike = ([other = "", ...others]: string[]): boolean =>
      others.join(" ") === rest.join(" ") &&
      foldWord(other).slice(0, 3) === foldWord(first).slice(0, 3) &&
      Math.abs(other.length - first.length) <= 1 &&
      first.length > 4
    if (this.#published === null) return undefined
    if (rest.length === 0) return undefined
    const longer = this.#index.beginning(`${first} ${rest[0]}`).filter((person) => this.#isInOffice(person))
    if (longer.length === 1) return longer[0]
    if (rest.length > 1) {
      const shorter = [rest.at(-1), rest[0]].flatMap(
        (word) => this.#index.person(`${first} ${word}`, this.#published) ?? [],
      )
      return shorter.find((person) => this.#isInOffice(person))
    }
    const found = this.#index
      .surname(rest[0] as string)
      .filter((person) => isAlike(nameWords(person.name)) && this.#isInOffice(person))
    return found.length === 1 ? found[0] : undefined
  }

  #isLeading(office: Office): boolean {
    return LEADING_OFFICE.test(office.office) && heldOn(office, this.#published)
  }

  #isInOffice(person: KnownActor): boolean {
    return person.offices.some((office) => heldOn(office, this.#published))
  }

  #lengthen(id: ActorId, name: string, words: string[]): void {
    const draft = this.#drafts.get(id) as Draft
    draft.names.push(words)
    if (this.#index.get(id) === undefined && nameWords(draft.name).length < words.length) draft.name = name
  }

  /** The first of the article's people whose name ends in this word. */
  findFamilyName(word: string): ActorId | undefined {
    const key = foldWord(word)
    return this.people().find(({ names }) => names.some((words) => foldWord(words.at(-1) as string) === key))
      ?.id
  }

  /** A surname alone: somebody of this article, else the one known bearer in office on the day. */
  findSurname(word: string): ActorId | undefined {
    const last = this.findFamilyName(word)
    if (last !== undefined) return last
    const key = foldWord(word)
    const first = this.people().find((person) =>
      person.names.some((words) => foldWord(words[0] as string) === key),
    )
    if (first !== undefined) return first.id
    const bearers = this.#index.surname(word)
    const fitting = bearers.filter((person) => this.#isInOffice(person))
    // A short name is too common to tell unless somebody is in office by it.
    if (word.length <= 3 && (this.#published === null || fitting.length === 0)) return undefined
    const leading = fitting.filter((person) => person.offices.some((office) => this.#isLeading(office)))
    const [only, ...others] = [leading, fitting, bearers].find((people) => people.length > 0) ?? []
    return only !== undefined && others.length === 0 ? this.addKnown(only.id) : undefined
  }

  /** Whoever of the lesser officials was in office on the day under this surname. */
  findOfficial(surname: string): ActorId | undefined {
    if (this.#published === null) return undefined
    const found = this.#index.officials(surname).filter((person) => this.#isInOffice(person))
    return found.length === 1 ? this.addKnown((found[0] as KnownActor).id) : undefined
  }

  /** A leader in office on the day, for a surname that nothing but its place in the sentence marks as a name. */
  findLeader(word: string): ActorId | undefined {
    if (this.#published === null) return undefined
    const leaders = this.#index
      .surname(word)
      .filter((person) => person.offices.some((office) => this.#isLeading(office)))
    return leaders.length === 1 ? this.addKnown((leaders[0] as KnownActor).id) : undefined
  }

  /** A body that every state has: "the Ruritanian Navy", "the navy of Ruritania". */
  addBody(body: string, holder: Readonly<KnownActor>, place = ""): ActorId {
    const adjective = this.#index.adjectiveOf(holder.id) ?? holder.name
    const owners = [...new Set([adjective, holder.name, ...(holder.id === "state:USA" ? ["US"] : [])])]
    const phrases = [...new Set([body, ...this.#index.bodyPhrases(body)])]
    const aliases = owners.flatMap((owner) => phrases.map((phrase) => `${owner} ${phrase}${place}`))
    return this.addOrganisation(`${body} of ${holder.name}${place}`, holder.state, holder.id, aliases)
  }

  addOrganisation(
    name: string,
    state: string | null,
    partOf: ActorId | null,
    aliases: string[] = [],
  ): ActorId {
    const id = `org:${slug(name)}`
    if (this.#index.get(id) !== undefined) return this.addKnown(id)
    if (!this.#drafts.has(id)) {
      this.#drafts.set(id, {
        ...{ id, kind: "Organisation", name, aliases, state, partOf, gender: "" },
        ...{ roles: [], surfaces: new Map(), names: [] },
      })
    }
    return id
  }

  addRole(id: ActorId, role: Role): void {
    const draft = this.#drafts.get(id)
    if (draft === undefined || draft.kind !== "Person" || role.of === id) return
    if (
      draft.roles.some(
        (other) => other.role.toLowerCase() === role.role.toLowerCase() && other.of === role.of,
      )
    )
      return
    draft.roles.push(role)
    draft.state ??= this.stateOf(role.of)?.slice("state:".length) ?? null
  }

  addSurface(id: ActorId, surface: string): void {
    const surfaces = this.#drafts.get(id)?.surfaces
    surfaces?.set(surface, (surfaces.get(surface) ?? 0) + 1)
  }

  /** In the order in which the article names them; what it calls them goes before their other names. */
  list(): ArticleActor[] {
    return [...this.#drafts.values()].map(({ surfaces, names: _, gender: __, ...actor }) => {
      const met = [...surfaces]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .map(([surface]) => surface)
      return { ...actor, aliases: [...new Set([...met, ...actor.aliases])] }
    })
  }
}

/** Same surname, and first names equal, or one the other's initial, or one name a part of the other. */
function isSamePerson(a: string[], b: string[]): boolean {
  if (a.length < 2 || b.length < 2) return false
  const [x, y] = [a.map(foldWord), b.map(foldWord)]
  if (x.at(-1) !== y.at(-1)) return isPart(x, y) || isPart(y, x)
  const [first, other] = [x[0] as string, y[0] as string]
  return (
    first === other ||
    (Math.min(first.length, other.length) === 1 && first[0] === other[0]) ||
    isPart(x, y) ||
    isPart(y, x)
  )
}

/** "Luiz da Silva" in "Luiz Inacio da Silva": every word, in order, two at least. */
function isPart(part: string[], whole: string[]): boolean {
  let at = 0
  for (const word of whole) if (word === part[at]) at++
  return part.length >= 2 && at === part.length
}
