// What the coder asks: which actors a noun phrase stands for.
import type { ActorId, Mention, ResolvedArticle } from "../../types.js"
import { longestAt } from "./draft.js"

const bySentence = new WeakMap<ResolvedArticle, Map<number, Mention[]>>()

/** The mentions of one sentence. */
export function mentionsIn(article: ResolvedArticle, sentence: number): Mention[] {
  let map = bySentence.get(article)
  if (map === undefined) {
    map = new Map()
    for (const mention of article.mentions) {
      const list = map.get(mention.sentence)
      if (list === undefined) map.set(mention.sentence, [mention])
      else list.push(mention)
    }
    bySentence.set(article, map)
  }
  return map.get(sentence) ?? []
}

export interface Party {
  actors: ActorId[]
  certainty: number
  mention: Mention
}

/** The actor, or the actors of a group, that the phrase headed by a token stands for. */
export function actorsAt(article: ResolvedArticle, sentence: number, token: number): Party | undefined {
  const mention = longestAt(mentionsIn(article, sentence), token)
  return mention === undefined ? undefined : { actors: mention.actors, certainty: mention.certainty, mention }
}
