// Contributions as a stream of news brings them, without reading any: a function of their number, so that every run
// and every store gets the same.
import { join } from "node:path"
import { eventId } from "../../graph/ids.js"
import { eventTypes } from "../../ontology.js"
import { toArticle } from "../../pipeline/read/index.js"
import type { ActorKind, ActorMentions, Article, Contribution, Report, Status } from "../../types.js"
import { createRandom, type Random } from "./random.js"

/** Articles that are published on one day. */
const A_DAY = 50
const FIRST_DAY = Date.parse("2015-01-01")
const DAY_MS = 86_400_000
const STATES = 200
const ACTORS = 50_000
const WORDS = 20_000
/** Of a hundred reports, how many tell what an article of that day or the day before has told. */
const REPEATED = 30
const STATUSES: Status[] = [...Array<Status>(17).fill("actual"), "planned", "planned", "hypothetical"]

type Event = Pick<Report, "type" | "cameo" | "source" | "target" | "status" | "date" | "datePrecision">

export interface SyntheticArticle {
  article: Article
  contribution: Contribution
}

/** Number `index` of the stream, as if it were read from a file in `folder`. */
export function syntheticArticle(index: number, folder: string): SyntheticArticle {
  const random = createRandom(index)
  const parties = draw(random, 6 + random.below(6))
  const events = Array.from({ length: 5 + random.below(6) }, () => {
    // An earlier article's event, read off that article's own chance.
    return random.below(100) < REPEATED && index > 0 ? earlier(index, random) : event(random, parties, index)
  })
  const name = `${String(index).padStart(6, "0")}.md`
  const raw = {
    title: sentence(random, 8).slice(0, -1),
    outlet: `Outlet ${random.zipf(300)}`,
    published: dayOf(index),
    text: Array.from({ length: 10 + random.below(35) }, () => sentence(random, 12 + random.below(20))).join(
      " ",
    ),
  }
  const article = toArticle(raw, { path: name, source: join(folder, name) }, {})
  return { article, contribution: toContribution(article, parties, events) }
}

/** The first event that an article of the same or the former day told of itself. */
function earlier(index: number, random: Random): Event {
  const teller = Math.max(0, index - 1 - random.zipf(A_DAY))
  const its = createRandom(teller)
  const parties = draw(its, 6 + its.below(6))
  its.below(6)
  its.below(100)
  return event(its, parties, teller)
}

function draw(random: Random, count: number): number[] {
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(random.zipf(ACTORS))
  return [...drawn]
}

function event(random: Random, parties: number[], index: number): Event {
  const [source, target] = [random.pick(parties), random.pick(parties)].map(idOf) as [string, string]
  const type = random.pick(eventTypes())
  const isDated = random.below(4) > 0
  const pair = type.symmetric ? [source, target].sort() : [source, target]
  return {
    type: type.type,
    cameo: type.cameo,
    source: pair[0] as string,
    target: source === target ? null : (pair[1] as string),
    status: random.pick(STATUSES),
    date: isDated ? dayOf(index - random.below(2) * A_DAY) : null,
    datePrecision: isDated ? "day" : "unknown",
  }
}

const dayOf = (index: number): string =>
  new Date(FIRST_DAY + Math.floor(index / A_DAY) * DAY_MS).toISOString().slice(0, 10)

/** Every fifth of the foremost is a state until there are two hundred; of the others two in three are people. */
const kindOf = (actor: number): ActorKind =>
  actor % 5 === 0 && actor < 5 * STATES ? "State" : actor % 3 === 0 ? "Organisation" : "Person"

const idOf = (actor: number): string => `${kindOf(actor).toLowerCase()}:actor-${actor}`

function toContribution(article: Article, parties: number[], events: Event[]): Contribution {
  const { path: _, source: __, boilerplate: ___, ...own } = article
  const named = new Set([
    ...parties.map(idOf),
    ...events.flatMap(({ source, target }) => [source ?? [], target ?? []].flat()),
  ])
  const actors = [...named].map((id) => mentionsOf(Number(id.split("-")[1]), named, article.text.length))
  const day = `undated:${article.published}`
  const reports = events.map((told, position): Report => {
    const start = Math.floor((article.text.length / events.length) * position)
    const end = Math.min(article.text.length, start + 150)
    const status = told.status
    const id = eventId(told.type, told.source, told.target, told.date ?? day)
    const evidence = [
      {
        quote: article.text.slice(start, end),
        start,
        end,
        sentence: position,
        status,
        confidence: 0.7,
        attribution: null,
      },
    ]
    return {
      ...told,
      id,
      place: null,
      confidence: 0.7,
      groupId: null,
      explicitInitiator: false,
      background: false,
      evidence,
    }
  })
  // An article tells of an event once.
  const once = new Map(reports.map((report) => [report.id, report]))
  return { article: { ...own, extractor: "" }, actors, reports: [...once.values()] }
}

function mentionsOf(actor: number, named: Set<string>, length: number): ActorMentions {
  const kind = kindOf(actor)
  // As in news, the foremost states have most of the people.
  const state = kind === "State" ? actor : (actor % (1 + (actor % STATES))) * 5
  const isNear = kind !== "State" && named.has(idOf(state))
  const name = `Actor ${actor}`
  const forms = [name, `The ${actor}`, `Mr ${actor}`].slice(0, 1 + (actor % 3))
  return {
    id: idOf(actor),
    kind,
    name,
    state: `S${state}`,
    aliases: forms,
    roles: kind === "Person" && isNear ? [{ role: "Minister", of: idOf(state) }] : [],
    partOf: kind === "Organisation" && isNear ? idOf(state) : null,
    count: forms.length,
    first: actor % length,
    surfaces: Object.fromEntries(forms.map((form) => [form, 1])),
  }
}

function sentence(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => `w${random.zipf(WORDS).toString(36)}`).join(" ")
  return `${text}.`
}
