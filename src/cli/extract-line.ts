// The line that `extract` prints for an article.
import { eventType } from "../ontology.js"
import type { Extraction } from "../pipeline/index.js"
import type { Article } from "../types.js"

/** A plain object: article, its actors, its events with their evidence. */
export function extractLine(article: Article, { contribution, resolved }: Extraction): object {
  const rolesOf = new Map(resolved.actors.map((actor) => [actor.id, actor.roles]))
  const { id, url, title, published, outlet } = article
  return {
    article: { id, path: article.path, url, title, published, outlet },
    actors: contribution.actors.map(({ id, kind, name, state, aliases }) => {
      return { id, kind, name, state, aliases, roles: rolesOf.get(id) }
    }),
    events: contribution.reports.map((report) => ({
      id: report.id,
      type: report.type,
      plover: eventType(report.type).plover,
      cameo: report.cameo,
      status: report.status,
      date: report.date,
      datePrecision: report.datePrecision,
      place: report.place,
      source: report.source,
      target: report.target,
      confidence: report.confidence,
      evidence: report.evidence.map(({ quote, start, end, sentence }) => ({ quote, start, end, sentence })),
    })),
  }
}
