// What a reader has in mind at a point of the text: who was mentioned, who speaks, which state it is about.
import type { ActorId, Sentence } from "../../types.js"
import { type Antecedent, ranked, remember, salient } from "./antecedents.js"
import type { Traits } from "./described.js"
import type { Draft } from "./draft.js"
import { wordKey } from "./spelling.js"

export interface Passage {
  readonly draft: Draft
  readonly history: Antecedent[]
  /** As `history`, but of the states that all kinds of mentions belong to, places too. */
  readonly states: Antecedent[]
  /** What the article calls its bodies. */
  readonly traits: Traits
  readonly speech: { inQuote: boolean; speaker: ActorId | undefined }
  /** Who say "we" outside quotation marks. */
  readonly issuers: ActorId[] | undefined
  /** The state or body of states that publishes. */
  readonly publisher: ActorId | undefined
  /** The state of the dateline, else of who publishes. */
  readonly seat: ActorId | undefined
}

export type Found = { kind: "pronoun" | "description"; actors: ActorId[]; certainty: number }

/** A found reference, when it has actors. */
export function found(
  kind: Found["kind"],
  certainty: number,
  actors: ActorId[] | undefined,
): Found | undefined {
  return actors === undefined || actors.length === 0 ? undefined : { kind, actors, certainty }
}

/** What the dateline adds to how often a state is mentioned, and how far the first must be before the second. */
const SEAT = 1
const MARGIN = 1.6
const REACH = 4

/** Adds a token's mention to what was mentioned. */
export function takeIn(passage: Passage, sentence: Sentence, token: number): void {
  const { draft, history, states } = passage
  remember(draft, sentence, token, history)
  const mention = draft.at(sentence, token)
  if (mention === undefined || mention.kind === "outlet" || mention.kind === "pronoun") return
  for (const actor of mention.actors) {
    const state = draft.actors.stateOf(actor)
    if (state === null) continue
    states.push({
      ...{ actors: [state], sentence: sentence.index, token },
      ...{ isSubject: false, isPlural: false, isModifier: actor !== state },
    })
  }
}

/** The state that this passage is about and that has no other part in it; nobody when two are near equal. */
export function homeState(
  { draft, states, seat }: Passage,
  sentence: Sentence,
  others: ReadonlySet<ActorId>,
): ActorId | undefined {
  const worth = new Map(ranked(sentence, states, (state) => !others.has(state), REACH))
  if (seat?.startsWith("state:") && !others.has(seat)) worth.set(seat, (worth.get(seat) ?? 0) + SEAT)
  // Nothing before: what the sentence itself goes on to name.
  if (worth.size === 0) {
    for (const state of draft
      .in(sentence)
      .flatMap(({ actors }) => draft.actors.stateOf(actors[0] as ActorId) ?? [])) {
      if (!others.has(state)) worth.set(state, 1)
    }
  }
  const [first, second] = [...worth].sort((a, b) => b[1] - a[1])
  if (first === undefined || (second !== undefined && first[1] < second[1] * MARGIN)) return undefined
  return first[0]
}

/** The other party of two states: "its neighbour". */
export function otherState(
  { history }: Passage,
  sentence: Sentence,
  others: ReadonlySet<ActorId>,
): ActorId | undefined {
  return salient(sentence, history, (actor) => actor.startsWith("state:") && !others.has(actor), 2, 2)
}

/** "KIEV - …", "GENEVA, June 3 (Agency) — …": the state of the town in capitals before the first sentence. */
export function dateline({ article, index, actors }: Draft): ActorId | undefined {
  const opening = article.text.slice(0, article.sentences[0]?.start ?? 0)
  const [, town] =
    /(?:^|\n)\s*(\p{Lu}{3,}(?:[ -]\p{Lu}{2,})*)(?:,[^\n]{0,40}|\s*\([^\n]*\))?\s*[-–—]+\s*$/u.exec(opening) ??
    []
  const place = town === undefined ? undefined : index.phrase(town.split(" ").map(wordKey).join(" "))
  return place?.actor ? (actors.stateOf(place.actor) ?? undefined) : undefined
}
