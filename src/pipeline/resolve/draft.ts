// What resolving builds up for one article: its actors and the mentions of each sentence.
import type { ActorId, AnnotatedArticle, Mention, Sentence } from "../../types.js"
import type { ActorIndex } from "./actor-index.js"
import { ArticleActors } from "./article-actors.js"
import { headOf, tokenAt } from "./grammar.js"

export interface NewMention {
  sentence: Sentence
  first: number
  last: number
  head?: number
  kind: Mention["kind"]
  actors: ActorId[]
  certainty: number
}

export class Draft {
  readonly actors: ArticleActors
  readonly #mentions: Mention[][]

  constructor(
    readonly article: AnnotatedArticle,
    readonly index: ActorIndex,
  ) {
    this.actors = new ArticleActors(index, article.published)
    this.#mentions = article.sentences.map(() => [])
  }

  add({
    sentence,
    first,
    last,
    kind,
    actors,
    certainty,
    head = headOf(sentence, first, last),
  }: NewMention): void {
    const [start, end] = [tokenAt(sentence, first).start, tokenAt(sentence, last).end]
    this.#mentions[sentence.index]?.push({
      ...{ sentence: sentence.index, first, last, head, start, end, kind, actors, certainty },
    })
    if (kind === "pronoun" || actors.length !== 1) return
    this.actors.addSurface(actors[0] as ActorId, this.article.text.slice(start, end))
  }

  /** Makes a mention one of another actor: "the American" is Doe rather than the United States. */
  point(mention: Mention, actor: ActorId, certainty: number): void {
    Object.assign(mention, { kind: "description", actors: [actor], certainty })
    this.actors.addSurface(actor, this.article.text.slice(mention.start, mention.end))
  }

  in(sentence: Sentence): readonly Mention[] {
    return this.#mentions[sentence.index] ?? []
  }

  /** The mention that a token heads: the longest one. */
  at(sentence: Sentence, token: number): Mention | undefined {
    return longestAt(this.in(sentence), token)
  }

  /** Whether a mention holds this token. */
  covers(sentence: Sentence, token: number): boolean {
    return this.in(sentence).some((mention) => mention.first <= token && token <= mention.last)
  }

  mentions(): Mention[] {
    return this.#mentions.flat().sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

export function longestAt(mentions: readonly Mention[], token: number): Mention | undefined {
  let best: Mention | undefined
  for (const mention of mentions) {
    if (
      mention.head === token &&
      (best === undefined || mention.last - mention.first > best.last - best.first)
    ) {
      best = mention
    }
  }
  return best
}
