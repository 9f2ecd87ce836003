// A few little articles of our own as contributions, and an app over a real embedded store that holds them.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Express } from "express"
import { pino } from "pino"
import { createApp } from "../../src/api/app.js"
import { contentId, eventId } from "../../src/graph/ids.js"
import { updatePositions } from "../../src/layout/index.js"
import { eventType } from "../../src/ontology.js"
import { openStore } from "../../src/store/index.js"
import type { GraphStore, SourcedContribution } from "../../src/store/types.js"
import type { ActorMentions, Contribution, EventType, Report, Status } from "../../src/types.js"

const ACTORS: Record<string, Pick<ActorMentions, "kind" | "name" | "state"> & Partial<ActorMentions>> = {
  "person:ada-brandt": {
    ...{ kind: "Person", name: "Ada Brandt", state: "DEU" },
    ...{ aliases: ["Brandt", "the German envoy"], roles: [{ role: "envoy", of: "state:DEU" }] },
  },
  "person:omar-haddad": { kind: "Person", name: "Omar Haddad", state: "JOR" },
  "state:DEU": { kind: "State", name: "Germany", state: "DEU" },
  "state:JOR": { kind: "State", name: "Jordan", state: "JOR" },
  "state:NOR": { kind: "State", name: "Norway", state: "NOR" },
  "org:sailors-league": { kind: "Organisation", name: "Sailors' League", state: null },
  "org:harbour-union": { kind: "Organisation", name: "Harbour Union", state: "NOR", partOf: "state:NOR" },
}

interface Sentence {
  text: string
  type: EventType
  source: string
  target: string
  date?: string
  status?: Status
}

interface Spec {
  outlet: string
  published: string
  title: string
  sentences: Sentence[]
}

const SPECS: Spec[] = [
  {
    ...{ outlet: "Fjord Post", published: "2023-03-02", title: "Envoys on the telephone" },
    sentences: [
      {
        text: "Ada Brandt called Omar Haddad on Wednesday.",
        ...{ type: "CALLED", source: "person:ada-brandt", target: "person:omar-haddad", date: "2023-03-01" },
      },
      {
        text: "Norway mediated between Germany and the Harbour Union.",
        ...{ type: "MEDIATED", source: "state:NOR", target: "state:DEU" },
      },
      {
        text: "It also mediated with the Harbour Union.",
        ...{ type: "MEDIATED", source: "state:NOR", target: "org:harbour-union" },
      },
    ],
  },
  {
    ...{ outlet: "Quay Gazette", published: "2023-03-02", title: "A call about the harbour" },
    sentences: [
      {
        text: "Brandt and Haddad spoke by telephone the day before.",
        ...{ type: "CALLED", source: "person:ada-brandt", target: "person:omar-haddad", date: "2023-03-01" },
      },
      {
        text: "Germany condemned the Harbour Union.",
        ...{ type: "CONDEMNED", source: "state:DEU", target: "org:harbour-union", date: "2023-03-02" },
      },
      {
        text: "Norway sent boats to the Sailors' League.",
        ...{ type: "AIDED", source: "state:NOR", target: "org:sailors-league", date: "2023-03-02" },
      },
    ],
  },
  {
    ...{ outlet: "Fjord Post", published: "2023-03-09", title: "Journeys to come" },
    sentences: [
      {
        text: "Brandt will travel to Jordan on Sunday.",
        ...{ type: "VISITED", source: "person:ada-brandt", target: "state:JOR", date: "2023-03-12" },
        status: "planned",
      },
      {
        text: "The Harbour Union condemned Germany once more.",
        ...{ type: "CONDEMNED", source: "org:harbour-union", target: "state:DEU", date: "2023-03-08" },
      },
      {
        text: "Germany condemned the Harbour Union again.",
        ...{ type: "CONDEMNED", source: "state:DEU", target: "org:harbour-union", date: "2023-03-09" },
      },
      {
        text: "Jordan met Ada Brandt in the spring.",
        ...{ type: "MET", source: "state:JOR", target: "person:ada-brandt" },
      },
      {
        text: "Brandt met Omar Haddad on the quay.",
        ...{ type: "MET", source: "person:ada-brandt", target: "person:omar-haddad", date: "2023-03-07" },
      },
    ],
  },
]

export const CONTRIBUTIONS: Contribution[] = SPECS.map(toContribution)

function toContribution({ outlet, published, title, sentences }: Spec): Contribution {
  const text = sentences.map((sentence) => sentence.text).join(" ")
  const ids = new Set(sentences.flatMap(({ source, target }) => [source, target]))
  const url = `https://news.example/${title.toLowerCase().replaceAll(" ", "-")}`
  const contentHash = contentId("text", [text])
  return {
    article: {
      ...{ id: contentId("article", [url]), url, title, outlet, published },
      ...{ language: "en", text, contentHash, extractor: "by-hand" },
    },
    actors: [...ids].map((id) => toActor(id, ids)),
    reports: sentences.map((sentence, index) => toReport(sentence, index, text, published)),
  }
}

/** As `identify` does it, roles and wholes count where the other is an actor of the same article. */
function toActor(id: string, listed: Set<string>): ActorMentions {
  const { roles = [], partOf = null, ...actor } = ACTORS[id] as (typeof ACTORS)[string]
  return {
    ...{ id, aliases: [], count: 1, first: 0, surfaces: {}, ...actor },
    roles: roles.filter((role) => listed.has(role.of)),
    partOf: partOf !== null && listed.has(partOf) ? partOf : null,
  }
}

function toReport(sentence: Sentence, index: number, article: string, published: string): Report {
  const { text, type, source, target, date = null, status = "actual" } = sentence
  const start = article.indexOf(text)
  const evidence = { quote: text, start, end: start + text.length, sentence: index, status }
  return {
    id: eventId(type, source, target, date ?? `undated:${published}`),
    ...{ type, cameo: eventType(type).cameo, source, target, status, date },
    ...{ datePrecision: date === null ? "unknown" : "day", place: null, confidence: 0.9, groupId: null },
    ...{ explicitInitiator: true, background: false },
    evidence: [{ ...evidence, confidence: 0.9, attribution: null }],
  }
}

export const sourced = (contribution: Contribution): SourcedContribution => ({
  ...{ source: `/news/${contribution.article.id}`, contribution },
})

export interface Served {
  app: Express
  store: GraphStore
  /** Lines that the server logged. */
  log: string[]
  appOf(options: { token?: string; ownToken?: string; store?: GraphStore }): Express
  close(): Promise<void>
}

/** An embedded store in a folder of its own, filled and laid out. */
export async function serveFixture(contributions = CONTRIBUTIONS): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-api-"))
  const store = openStore(`embedded:${join(folder, "graph")}`, { username: "", password: "" })
  await store.init()
  for (const contribution of contributions) await store.upsert([sourced(contribution)])
  await updatePositions(store)
  const log: string[] = []
  const logger = pino({ level: "info" }, { write: (line: string) => void log.push(line) })
  const appOf: Served["appOf"] = ({ token, store: other = store, ...options }) =>
    createApp({ store: other, logger, token, ...options })
  return {
    ...{ app: appOf({}), store, log, appOf },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
