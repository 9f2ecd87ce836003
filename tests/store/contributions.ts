// Contributions written by hand, and arbitrary ones, for tests of the graph and the stores.
import fc from "fast-check"
import { canonical } from "../../src/graph/canonical.js"
import { contentId, eventId } from "../../src/graph/ids.js"
import type { DecisionRequest } from "../../src/store/types.js"
import type { ActorMentions, Contribution, EventType, Report, Status } from "../../src/types.js"

export const TEXT =
  "President Anna Berg of Ruritania telephoned Prime Minister Boris Kral of Graustark on Monday evening. " +
  "The two discussed grain, railways and the border at Stelsau. Ruritania later condemned the Graustark raids."

export interface ArticleParts {
  id: string
  text?: string
  published?: string | null
  outlet?: string | null
  title?: string | null
}

/** The content hash stands for everything that the contribution says, as if it were computed from its text. */
export function contribution(
  article: ArticleParts,
  reports: Report[] = [],
  actors: ActorMentions[] = [],
): Contribution {
  const { id, text = TEXT, published = "2021-05-14", outlet = null, title = null } = article
  const parties = [...new Set(reports.flatMap(({ source, target }) => [source ?? [], target ?? []].flat()))]
  const listed = new Set(actors.map((actor) => actor.id))
  const all = [...actors, ...parties.filter((party) => !listed.has(party)).map((party) => mention(party))]
  const contentHash = contentId("content", [canonical([text, published, outlet, title, reports, all])])
  return {
    article: {
      id,
      url: null,
      title,
      outlet,
      published,
      language: "en",
      text,
      contentHash,
      extractor: "test",
    },
    actors: all,
    // An undated report of an article without a date is keyed by the article.
    reports: reports.map((report) => {
      const day = report.date ?? `undated:${published ?? contentHash}`
      return { ...report, id: eventId(report.type, report.source, report.target, day) }
    }),
  }
}

export function mention(id: string, parts: Partial<ActorMentions> = {}): ActorMentions {
  const [prefix = "", name = ""] = id.split(":")
  const kind = prefix === "person" ? "Person" : prefix === "state" ? "State" : "Organisation"
  const rest = { state: null, aliases: [name], roles: [], partOf: null, count: 1, first: 0 }
  return { id, kind, name, ...rest, surfaces: { [name]: 1 }, ...parts }
}

/** A report whose sentence is the slice `[start, end)` of `TEXT`. */
export function report(
  type: EventType,
  source: string | null,
  target: string | null,
  parts: Partial<Report> & { start?: number; end?: number; text?: string } = {},
): Report {
  const { start = 0, end = 40, text = TEXT, status = "actual", confidence = 0.9, ...rest } = parts
  const date = rest.date === undefined ? "2021-05-13" : rest.date
  const quote = text.slice(start, end)
  return {
    id: "",
    type,
    cameo: "040",
    source,
    target,
    status,
    datePrecision:
      date === null ? "unknown" : date.length === 10 ? "day" : date.length === 7 ? "month" : "year",
    place: null,
    confidence,
    groupId: null,
    explicitInitiator: false,
    background: false,
    evidence: [{ start, end, quote, sentence: 0, status, confidence, attribution: null }],
    ...rest,
    date,
  }
}

// Few of each, so that articles often tell of the same event.
const ACTORS = ["person:anna-berg", "person:boris-kral", "state:RUR"]
const TYPES: EventType[] = ["CALLED", "MET", "CONSULTED", "CONDEMNED"]
const STATUSES: Status[] = ["actual", "planned", "negated", "hypothetical"]
// As far apart as a report without a day may be from what it tells of, so that what one brings moves others.
const DAYS = ["2021-05-07", "2021-05-10", "2021-05-13", "2021-05-14", "2021-05-16"]
const LONG =
  "The ministers walked along the river and spoke of timber, fares and the harbour before the rain. ".repeat(
    4,
  )
/** The first two are near duplicates of each other. */
const TEXTS = [
  LONG + TEXT,
  `${LONG + TEXT} Reporting went on.`,
  TEXT,
  "Ruritania and Graustark were quiet on Sunday.",
]

const party = fc.constantFrom(...ACTORS)

const anyReport = (text: string): fc.Arbitrary<Report> =>
  fc
    .record({
      type: fc.constantFrom(...TYPES),
      source: party,
      target: fc.option(party, { freq: 6 }),
      status: fc.constantFrom(...STATUSES),
      date: fc.oneof(
        { arbitrary: fc.constantFrom(...DAYS), weight: 6 },
        { arbitrary: fc.constant(null), weight: 3 },
        { arbitrary: fc.constantFrom("2017", "2021-04"), weight: 1 },
      ),
      place: fc.option(fc.constantFrom("Stelsau", "Zenda")),
      confidence: fc.constantFrom(0.5, 0.75, 0.9123, 1),
      cameo: fc.constantFrom("040", "041", "111"),
      groupId: fc.option(fc.constantFrom("group-a", "group-b")),
      explicitInitiator: fc.boolean(),
      background: fc.boolean(),
      start: fc.nat(20),
      length: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ type, source, target, start, length, ...parts }) =>
      report(type, source, target, { ...parts, text, start, end: start + length }),
    )

const anyMention: fc.Arbitrary<ActorMentions> = fc
  .record({
    id: party,
    name: fc.constantFrom("Berg", "Anna Berg", "Kral"),
    state: fc.option(fc.constantFrom("RUR", "GRK")),
    count: fc.integer({ min: 1, max: 9 }),
    first: fc.nat(30),
  })
  .map(({ id, name, ...parts }) => mention(id, { name, aliases: [name], surfaces: { [name]: 1 }, ...parts }))

/** What one of a few articles may say, in one of many versions. */
export const anyContribution: fc.Arbitrary<Contribution> = fc
  .record({
    id: fc.constantFrom("article:1", "article:2", "article:3", "article:4", "article:5"),
    text: fc.constantFrom(...TEXTS),
    published: fc.option(fc.constantFrom(...DAYS, "2021-05-15"), { freq: 4 }),
    outlet: fc.option(fc.constantFrom("Zenda Post", "Stelsau Wire")),
    title: fc.option(fc.constantFrom("Calls", "Talks")),
  })
  .chain((article) =>
    fc
      .tuple(
        fc.array(anyReport(article.text), { minLength: 1, maxLength: 6, size: "max" }),
        fc.uniqueArray(anyMention, { selector: (actor) => actor.id, maxLength: 3 }),
      )
      .map(([reports, actors]) => contribution(article, reports, withRoles(actors))),
  )

/** The first of an article's actors represents the second, which is part of the third. */
function withRoles(actors: ActorMentions[]): ActorMentions[] {
  const [first, second, third] = actors
  return actors.map((actor) => {
    if (actor === first && second !== undefined)
      return { ...actor, roles: [{ role: "Envoy", of: second.id }] }
    return actor === second && third !== undefined ? { ...actor, partOf: third.id } : actor
  })
}

const article = fc.constantFrom("article:1", "article:2", "article:3", "article:4", "article:5")
const person = fc.constantFrom("person:anna-berg", "person:boris-kral")

/** A correction of what these may say. */
export const anyRequest: fc.Arbitrary<DecisionRequest> = fc.oneof(
  fc.record({ kind: fc.constant("merge" as const), actor: person, into: person }),
  fc.record({
    ...{ kind: fc.constant("split" as const), actor: party, article },
    into: fc.constantFrom("Carl Moor", "person:boris-kral"),
  }),
  fc.record({ kind: fc.constant("rename" as const), actor: party, name: fc.constantFrom("X", "Y") }),
  fc.record({ kind: fc.constant("reject-mention" as const), actor: party, article }),
  fc
    .record({ type: fc.constantFrom(...TYPES), source: party, target: party, day: fc.constantFrom(...DAYS) })
    .map(({ type, source, target, day }) => {
      return { kind: "reject-event" as const, event: eventId(type, source, target, day) }
    }),
)
