// The last pure stage: an article's actors and events under the ids they have in every graph.
import { push } from "../graph/derived-graph.js"
import { eventDay, eventId } from "../graph/ids.js"
import type { ActorMentions, CodedEvent, Contribution, Mention, Report, ResolvedArticle } from "../types.js"

/**
 * What one article adds to the graph. `extractor` is the digest of what read it. Ids are functions of
 * content alone, so that load order, repetition and machine do not matter.
 */
export function identify(article: ResolvedArticle, events: CodedEvent[], extractor: string): Contribution {
  const { id, url, title, outlet, published, language, text, contentHash } = article
  return {
    article: { id, url, title, outlet, published, language, text, contentHash, extractor },
    actors: countMentions(article, events),
    reports: events.map((event) => toReport(article, event)),
  }
}

function toReport(article: ResolvedArticle, { group, ...event }: CodedEvent): Report {
  // A year or month names an event as well as a day does: "in 2017" told twice is told of one event.
  const day = eventDay(event.date, article)
  return {
    ...event,
    id: eventId(event.type, event.source, event.target, day),
    groupId: group === null ? null : `${article.id}#${group}`,
  }
}

const UNNAMED = new Set(["place", "outlet", "pronoun"])

/**
 * A state whose towns alone are spoken of is no actor of the article, unless somebody travels there; nor is an
 * outlet that only reports, unless something is done to it.
 */
function isActor(mentions: Mention[], isParty: boolean): boolean {
  return isParty || mentions.some(({ kind }) => !UNNAMED.has(kind))
}

function countMentions(article: ResolvedArticle, events: CodedEvent[]): ActorMentions[] {
  const parties = new Set(events.flatMap((event) => [event.source, event.target]))
  const mentionsOf = new Map<string, Mention[]>()
  for (const mention of article.mentions) {
    for (const actor of mention.actors) push(mentionsOf, actor, mention)
  }
  // A role counts where its holder is an actor of the same article: "the Qatari minister" names Qatar.
  const actors = article.actors.filter(({ id }) => isActor(mentionsOf.get(id) ?? [], parties.has(id)))
  const listed = new Set(actors.map((actor) => actor.id))
  return actors.map((actor) => {
    const mentions = mentionsOf.get(actor.id) ?? []
    const surfaces: Record<string, number> = {}
    for (const { start, end, kind } of mentions) {
      if (kind === "pronoun") continue
      const surface = article.text.slice(start, end)
      surfaces[surface] = (surfaces[surface] ?? 0) + 1
    }
    const roles = actor.roles.filter((role) => listed.has(role.of))
    const partOf = actor.partOf !== null && listed.has(actor.partOf) ? actor.partOf : null
    return { ...actor, roles, partOf, count: mentions.length, first: mentions[0]?.start ?? 0, surfaces }
  })
}
