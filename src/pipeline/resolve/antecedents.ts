// What was mentioned so far, and which of it a pronoun points back to.
import type { ActorId, Sentence } from "../../types.js"
import type { Draft } from "./draft.js"
import { childrenWith, conjuncts, relation, tokenAt } from "./grammar.js"

export interface Antecedent {
  actors: ActorId[]
  sentence: number
  token: number
  isSubject: boolean
}

/** How many sentences back an antecedent may stand. */
const REACH = 3

/** Adds the mention that a token heads, and the group that it begins. */
export function remember(draft: Draft, sentence: Sentence, token: number, history: Antecedent[]): void {
  const mention = draft.at(sentence, token)
  if (mention === undefined || mention.kind === "place" || mention.kind === "outlet") return
  const parts = conjuncts(sentence, token).flatMap((part) => draft.at(sentence, part)?.actors ?? [])
  const isSubject = relation(tokenAt(sentence, token)) === "nsubj"
  // The group before its first member: "they" is all of them.
  if (new Set(parts).size > 1) {
    history.push({ actors: [...new Set(parts)], sentence: sentence.index, token, isSubject })
  }
  history.push({ actors: mention.actors, sentence: sentence.index, token, isSubject })
}

/**
 * The antecedent in the nearest sentence, its subject before others; in the same sentence only what stands
 * before, the subject of the clause around the pronoun first.
 */
export function nearest(
  draft: Draft,
  sentence: Sentence,
  at: number,
  history: Antecedent[],
  fits: (actors: ActorId[]) => boolean,
  reach = REACH,
): ActorId[] | undefined {
  const own = ownSubject(draft, sentence, at)
  for (let back = 0; back <= reach; back++) {
    const candidates = history.filter(
      ({ sentence: index, actors }) =>
        index === sentence.index - back && fits(actors) && (back > 0 || !own.includes(actors[0] as ActorId)),
    )
    const found =
      (back === 0 ? subjectAround(sentence, at, candidates) : undefined) ??
      candidates.find((candidate) => candidate.isSubject) ??
      candidates.at(-1)
    if (found !== undefined) return found.actors
  }
  return undefined
}

/** "Doe said that Roe … his country": going up from the pronoun, the first subject met. */
function subjectAround(sentence: Sentence, at: number, candidates: Antecedent[]): Antecedent | undefined {
  for (let above = tokenAt(sentence, at).head; above >= 0; above = tokenAt(sentence, above).head) {
    const found = candidates.find(
      ({ token, isSubject }) => isSubject && tokenAt(sentence, token).head === above,
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** "Doe called him", "Doe met Roe and thanked him": an object is somebody else than its verb's subject. */
function ownSubject(draft: Draft, sentence: Sentence, at: number): ActorId[] {
  const token = tokenAt(sentence, at)
  if (token.xpos === "PRP$" || token.deprel.startsWith("nsubj")) return []
  for (let verb = token.head; verb >= 0; verb = tokenAt(sentence, verb).head) {
    const subjects = childrenWith(sentence, verb, "nsubj")
    if (subjects.length > 0) return subjects.flatMap((subject) => draft.at(sentence, subject)?.actors ?? [])
    if (!/^(?:conj|xcomp)$/.test(relation(tokenAt(sentence, verb)))) return []
  }
  return []
}
