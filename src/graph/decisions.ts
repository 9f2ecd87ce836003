// A person's corrections, and what a set of them says of an actor, an article and an event. The graph is a function
// of articles and decisions: neither the order of deciding nor that of loading matters.
import { z } from "zod"
import type { ActorId } from "../types.js"
import { compare } from "./derived-graph.js"
import { contentId, eventId } from "./ids.js"

const text = z.string().min(1)
const party = text.nullable()

/** Two actors are one: `actor` is meant by `into` too, which keeps its name. */
const merge = z.strictObject({ kind: z.literal("merge"), actor: text, into: text, name: text })
/** Who is called so in one article is somebody else. */
const split = z.strictObject({ kind: z.literal("split"), actor: text, article: text, into: text, name: text })
/** `former`: the name shown before, which others keep who are merged into it. */
const rename = z.strictObject({ kind: z.literal("rename"), actor: text, name: text, former: text })
/** An article does not speak of this actor: its events are somebody's who is not known. */
const rejectMention = z.strictObject({ kind: z.literal("reject-mention"), actor: text, article: text })
/** An event that did not happen as told, by what its id is made of. */
const rejectEvent = z.strictObject({
  kind: z.literal("reject-event"),
  type: text,
  source: party,
  target: party,
  day: text,
})

export const rulingSchema = z.discriminatedUnion("kind", [merge, split, rename, rejectMention, rejectEvent])
/** What is decided. Of what it is about there is one at a time. */
export type Ruling = z.infer<typeof rulingSchema>

export const decisionSchema = z.strictObject({
  id: text,
  ruling: rulingSchema,
  reason: z.string(),
  author: text,
  /** When, in ISO 8601. */
  decided: text,
})
export type Decision = z.infer<typeof decisionSchema>

/** `decision:<hash>` of what a ruling is about: a second merge of the same actor takes the place of the first. */
export function decisionId(ruling: Ruling): string {
  const { kind } = ruling
  if (kind === "reject-event")
    return contentId("decision", [kind, ruling.type, ruling.source, ruling.target, ruling.day])
  return contentId("decision", [kind, ruling.actor, "article" in ruling ? ruling.article : null])
}

/** Whom a name stands for once all is decided. */
export interface Meant {
  id: ActorId
  /** Its name where the decisions give one. */
  name: string | undefined
  /** The decisions that say so. */
  by: string[]
  /** Somebody else than the name was taken for: a split says so. */
  isOther?: true
}

type Of<Kind extends Ruling["kind"]> = Extract<Ruling, { kind: Kind }>

/** What a set of decisions says. */
export class Rulings {
  readonly #merges = new Map<ActorId, Of<"merge">>()
  readonly #renames = new Map<ActorId, Of<"rename">>()
  /** By article and actor. */
  readonly #splits = new Map<string, Of<"split">>()
  readonly #unmentioned = new Map<string, Of<"reject-mention">>()
  readonly #rejected = new Set<string>()
  /** Nothing is decided. */
  readonly isEmpty: boolean

  constructor(decisions: Decision[]) {
    this.isEmpty = decisions.length === 0
    // Of two that come to speak of the same, since their actors were merged, the first by id counts.
    const rulings = [...decisions].sort((a, b) => compare(b.id, a.id)).map(({ ruling }) => ruling)
    for (const ruling of rulings) {
      if (ruling.kind === "merge") this.#merges.set(ruling.actor, ruling)
      if (ruling.kind === "rename") this.#renames.set(ruling.actor, ruling)
    }
    for (const ruling of rulings) {
      if (ruling.kind === "split") this.#splits.set(this.#place(ruling), ruling)
      if (ruling.kind === "reject-mention") this.#unmentioned.set(this.#place(ruling), ruling)
      if (ruling.kind === "reject-event") this.#rejected.add(this.eventOf(ruling))
    }
  }

  readonly #place = ({ article, actor }: { article: string; actor: ActorId }): string =>
    `${article} ${this.merged(actor).id}`

  /** The actor that this one is merged into, by however many merges; itself where there is none. */
  merged(actor: ActorId): Meant {
    const path: Of<"merge">[] = []
    let id = actor
    for (let next = this.#merges.get(id); next !== undefined; next = this.#merges.get(id)) {
      if (path.includes(next)) {
        // Each merged into the next, and the last into the first: all are the first by id.
        const circle = path.slice(path.indexOf(next))
        id = circle.map(({ actor }) => actor).sort(compare)[0] as ActorId
        break
      }
      path.push(next)
      id = next.into
    }
    const name = id === actor ? undefined : path.find(({ into }) => into === id)?.name
    return { id, name, by: path.map(decisionId) }
  }

  /** Whom an article means by an actor; null for nobody that is known. */
  meant(article: string, actor: ActorId): Meant | { id: null; by: string[] } {
    let meant = this.merged(actor)
    // Who is split off may be split again, or turn out to be nobody.
    const seen = new Set<ActorId>()
    while (!seen.has(meant.id)) {
      seen.add(meant.id)
      const place = `${article} ${meant.id}`
      const unmentioned = this.#unmentioned.get(place)
      if (unmentioned !== undefined) return { id: null, by: [...meant.by, decisionId(unmentioned)] }
      const split = this.#splits.get(place)
      if (split === undefined) break
      meant = this.#afterSplit(meant, split)
    }
    const rename = this.#renames.get(meant.id)
    if (rename === undefined || this.#merges.has(meant.id)) return meant
    return { ...meant, name: rename.name, by: [...meant.by, decisionId(rename)] }
  }

  #afterSplit({ by }: Meant, split: Of<"split">): Meant {
    const other = this.merged(split.into)
    const name = other.id === split.into ? split.name : other.name
    return { id: other.id, name, by: [...by, decisionId(split), ...other.by], isOther: true }
  }

  /** The id that a rejected event has now that its parties may be merged. */
  eventOf({ type, source, target, day }: Of<"reject-event">): string {
    const [from, to] = [source, target].map((party) => (party === null ? null : this.merged(party).id))
    return eventId(type, from ?? null, to ?? null, day)
  }

  isRejected(event: string): boolean {
    return this.#rejected.has(event)
  }
}

/** No decisions. */
export const UNDECIDED = new Rulings([])
