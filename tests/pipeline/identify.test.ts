import { describe, expect, test } from "vitest"
import { identify } from "../../src/pipeline/identify.js"
import { toArticle } from "../../src/pipeline/read/article.js"
import type { ArticleActor, CodedEvent, Mention, ResolvedArticle } from "../../src/types.js"

const text = "Ruritania's envoy Jane Roe met Tarnia. She left Arlen."

const actor = (id: string, name: string, part: Partial<ArticleActor> = {}): ArticleActor => ({
  id,
  kind: id.startsWith("state") ? "State" : "Person",
  name,
  state: null,
  aliases: [name],
  roles: [],
  partOf: null,
  ...part,
})

const mention = (surface: string, kind: Mention["kind"], ...actors: string[]): Mention => ({
  start: text.indexOf(surface),
  end: text.indexOf(surface) + surface.length,
  sentence: 0,
  first: 0,
  last: 0,
  head: 0,
  kind,
  actors,
  certainty: 1,
})

const event = (part: Partial<CodedEvent> = {}): CodedEvent => ({
  type: "MET",
  cameo: "044",
  source: "person:jane-roe",
  target: "state:TAR",
  status: "actual",
  date: null,
  datePrecision: "unknown",
  place: null,
  confidence: 0.9,
  group: null,
  explicitInitiator: true,
  background: false,
  evidence: [
    {
      start: 0,
      end: 38,
      quote: text.slice(0, 38),
      sentence: 0,
      status: "actual",
      confidence: 0.9,
      attribution: null,
    },
  ],
  ...part,
})

function article(mentions: Mention[], actors: ArticleActor[], published?: string): ResolvedArticle {
  const read = toArticle({ text, published }, { path: "a.txt", source: "/a.txt" }, {})
  return { ...read, sentences: [], actors, mentions }
}

const roe = actor("person:jane-roe", "Jane Roe", { roles: [{ role: "envoy", of: "state:RUR" }] })
const idOf = (one: ResolvedArticle, part: Partial<CodedEvent>): string =>
  identify(one, [event(part)], "x").reports[0]?.id as string

describe("events", () => {
  const dated = article([], [], "2021-05-14")
  const undated = article([], [])

  test("are the same by type, parties and day, whatever article tells them", () => {
    const day = { date: "2021-05-12", datePrecision: "day" as const }
    expect(idOf(dated, day)).toBe(idOf(undated, { ...day, confidence: 0.1, status: "planned" }))
    expect(idOf(dated, { ...day, date: "2021-05-13" })).not.toBe(idOf(dated, day))
    expect(idOf(dated, { ...day, type: "CALLED" })).not.toBe(idOf(dated, day))
    expect(idOf(dated, { ...day, target: null })).not.toBe(idOf(dated, day))
  })

  test("of a symmetric type are the same either way round, others not", () => {
    const turned = { source: "state:TAR", target: "person:jane-roe" }
    expect(idOf(dated, turned)).toBe(idOf(dated, {}))
    expect(idOf(dated, { ...turned, type: "URGED" })).not.toBe(idOf(dated, { type: "URGED" }))
  })

  test("without a day go by that of publication, else by the text", () => {
    expect(idOf(dated, {})).not.toBe(idOf(undated, {}))
    expect(idOf(dated, {})).toBe(idOf(article([], [], "2021-05-14"), {}))
    expect(idOf(dated, {})).not.toBe(idOf(article([], [], "2021-05-15"), {}))
  })

  test("of one group share an id that is the article's own", () => {
    const { reports } = identify(
      dated,
      [event({ group: "0:1" }), event({ group: "0:1", target: null }), event()],
      "x",
    )
    expect(reports.map(({ groupId }) => groupId)).toEqual([`${dated.id}#0:1`, `${dated.id}#0:1`, null])
  })
})

describe("actors", () => {
  const tarnia = actor("state:TAR", "Tarnia")
  const ruritania = actor("state:RUR", "Ruritania")

  test("are counted with their surfaces, pronouns counted but no surface", () => {
    const mentions = [mention("Jane Roe", "name", roe.id), mention("She", "pronoun", roe.id)]
    const [counted] = identify(article(mentions, [roe]), [], "x").actors
    expect(counted).toMatchObject({ count: 2, first: text.indexOf("Jane Roe"), surfaces: { "Jane Roe": 1 } })
  })

  test("a group counts for each of its members", () => {
    const mentions = [
      mention("She", "pronoun", roe.id, tarnia.id),
      mention("Jane Roe", "name", roe.id),
      mention("Tarnia", "name", tarnia.id),
    ]
    expect(identify(article(mentions, [roe, tarnia]), [], "x").actors.map(({ count }) => count)).toEqual([
      2, 2,
    ])
  })

  test("a state whose towns alone are named is none, unless party to an event", () => {
    const one = article([mention("Arlen", "place", tarnia.id)], [tarnia])
    expect(identify(one, [], "x").actors).toEqual([])
    expect(identify(one, [event()], "x").actors.map(({ id }) => id)).toEqual(["state:TAR"])
  })

  test("a role stays where its state is an actor of the article", () => {
    const name = mention("Jane Roe", "name", roe.id)
    const state = mention("Ruritania", "adjective", ruritania.id)
    const rolesOf = (one: ResolvedArticle): unknown => identify(one, [], "x").actors[0]?.roles
    expect(rolesOf(article([name], [roe]))).toEqual([])
    expect(rolesOf(article([name, state], [roe, ruritania]))).toEqual(roe.roles)
  })
})

test("the article goes in with its text and what read it, without where it lay", () => {
  const contribution = identify(article([], []), [], "digest").article
  expect(contribution).toMatchObject({ text, extractor: "digest" })
  expect(Object.keys(contribution)).not.toEqual(expect.arrayContaining(["path"]))
  expect(Object.keys(contribution)).not.toEqual(expect.arrayContaining(["source"]))
})
