// Visits have their own law: a traveller, and the state (or body) that is travelled to.
import type { ResolvedArticle } from "../../types.js"
import type { Match } from "./match.js"
import type { FoundParty } from "./parties.js"

export const isVisit = (match: Match): boolean => match.frame.type === "VISITED"

/** The visit with its host state as target; undefined when nobody travels abroad. */
export function toVisit(article: ResolvedArticle, match: Match): Match | undefined {
  const { source } = match
  if (source === null) return undefined
  const target = match.target === null ? null : hostOf(article, match.target)
  if (target !== null) {
    const home = article.actors.find((actor) => actor.id === source.actor)?.state
    // A minister who arrives in the own capital visits nobody.
    if (source.actor === target.actor || `state:${home}` === target.actor) return undefined
  }
  return { ...match, target }
}

/** A host in person is the state that receives: "Doe received Roe" is Roe's visit to Doe's state. */
function hostOf(article: ResolvedArticle, target: FoundParty): FoundParty | null {
  if (!target.actor.startsWith("person:")) return target
  const state = article.actors.find((actor) => actor.id === target.actor)?.state
  const id = `state:${state}`
  return article.actors.some((actor) => actor.id === id) ? { ...target, actor: id } : null
}
