// Search as you type: actors by name, alias and role, events by type and sentence, articles by title.
import { compare } from "../graph/derived-graph.js"
import { wordKey } from "../pipeline/resolve/spelling.js"
import type { ActorSummary, EventDetail, SearchHit } from "../types.js"
import type { ReadModel } from "./read-model.js"

/** Best first: actors whose name begins so, then those that hold it, then events, then articles. */
export function search(model: ReadModel, text: string, limit: number): SearchHit[] {
  const words = wordKey(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const actors = [...model.actors.values()]
    .map((actor) => ({ actor, rank: rankActor(model, actor, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || b.actor.events - a.actor.events || compare(a.actor.id, b.actor.id))
    .map(({ actor }) => actorHit(model, actor))
  if (actors.length >= limit) return actors.slice(0, limit)
  const events = model.events.filter((event) => holdsAll(eventText(event), words)).map(eventHit)
  const articles = [...model.articles.values()]
    .filter((article) => holdsAll(article.title ?? "", words))
    .map(({ id, title, outlet, published }): SearchHit => {
      return {
        kind: "article",
        id,
        title: title ?? id,
        detail: [outlet, published].filter(Boolean).join(", "),
        actors: [],
      }
    })
  return [...actors, ...events, ...articles].slice(0, limit)
}

function rankActor(model: ReadModel, actor: ActorSummary, words: string[]): number {
  const [query, name] = [words.join(" "), wordKey(actor.name)]
  if (name === query) return 5
  if (name.startsWith(query)) return 4
  if (holdsAll(actor.name, words)) return 3
  if (actor.aliases.some((alias) => holdsAll(alias, words))) return 2
  const roles = (model.holders.get(actor.id) ?? []).map(
    (holder) => `${holder.role} ${model.actors.get(holder.of)?.name}`,
  )
  return roles.some((role) => holdsAll(role, words)) ? 1 : 0
}

/** Every word begins a word of the text. */
function holdsAll(text: string, words: string[]): boolean {
  const key = ` ${wordKey(text)}`
  return words.every((word) => new RegExp(`[^\\p{L}\\p{N}]${literal(word)}`, "u").test(key))
}

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

const eventText = (event: EventDetail): string =>
  [event.source?.name, event.type, event.target?.name, ...event.evidence.map((item) => item.quote)].join(" ")

function actorHit(model: ReadModel, actor: ActorSummary): SearchHit {
  const [holder] = model.holders.get(actor.id) ?? []
  const role = holder === undefined ? "" : `${holder.role}, ${model.actors.get(holder.of)?.name ?? ""}`
  const events = actor.events === 1 ? "1 event" : `${actor.events} events`
  const detail = [actor.kind, role, events].filter(Boolean).join(" · ")
  return { kind: "actor", id: actor.id, title: actor.name, detail, actors: [actor.id] }
}

function eventHit(event: EventDetail): SearchHit {
  const parties = [event.source, event.target].flatMap((party) => party ?? [])
  const title = `${event.source?.name ?? "?"} ${event.type} ${event.target?.name ?? "?"}`
  const detail = [event.date, event.evidence[0]?.quote].filter(Boolean).join(" · ")
  return { kind: "event", id: event.id, title, detail, actors: parties.map((party) => party.id) }
}
