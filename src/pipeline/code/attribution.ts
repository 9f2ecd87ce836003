// Who is quoted as saying it: the subject of the speech verb above a trigger.
import type { ActorId, Sentence } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"
import type { Parties } from "./parties.js"
import { verbArguments } from "./verb-arguments.js"

const SPEECH =
  /^(?:say|tell|add|state|declare|announce|report|claim|confirm|reveal|note|stress|allege|indicate|affirm|explain|clarify|quote|write|believe|argue|insist|assert|acknowledge|admit|warn|describe|call|consider|express|make|emphasise|emphasize|reiterate|underline|underscore)$/

/** The nearest speaker over a trigger, unless the trigger is the speech verb itself. */
export function attributionOf(parties: Parties, sentence: Sentence, trigger: number): ActorId | null {
  for (const token of speakersOf(sentence, trigger)) {
    const [speaker] = parties.at(token)
    if (speaker !== undefined) return speaker.actor
  }
  return null
}

/** Subjects of the speech verbs over a trigger, nearest first, and of one set beside it: "X is wrong, Y said". */
export function speakersOf(sentence: Sentence, trigger: number): number[] {
  const speakers: number[] = []
  let at = trigger
  for (let depth = 0; at >= 0 && depth < 8; depth++) {
    const inserted = childrenWith(sentence, at, "parataxis")
    const verbs = at === trigger ? inserted : [at, ...inserted]
    for (const verb of verbs) {
      if (SPEECH.test(tokenAt(sentence, verb).lemma)) speakers.push(...verbArguments(sentence, verb).subject)
    }
    at = tokenAt(sentence, at).head
  }
  return speakers
}
