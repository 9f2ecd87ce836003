// Third stage: who is meant. Names first, then what they tell about each other, then what points back to them.
import type { AnnotatedArticle, ResolvedArticle } from "../../types.js"
import type { ActorIndex } from "./actor-index.js"
import { addCoalitions } from "./coalitions.js"
import { traitsOf } from "./described.js"
import { addDescriptions } from "./descriptions.js"
import { Draft } from "./draft.js"
import { addNamed } from "./named.js"
import { addReferences } from "./references.js"
import { addRoles } from "./roles.js"

export { type ActorIndex, loadActorIndex } from "./actor-index.js"

/** The article's actors, each listed once, and every mention of them in text order. */
export function resolve(article: AnnotatedArticle, index: ActorIndex): ResolvedArticle {
  const draft = new Draft(article, index)
  addNamed(draft)
  addRoles(draft)
  addCoalitions(draft)
  const traits = traitsOf(draft)
  addDescriptions(draft, traits)
  addReferences(draft, traits)
  const mentions = draft.mentions()
  return { ...article, actors: draft.actors.list(), mentions }
}
