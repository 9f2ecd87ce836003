// Who is quoted as saying it: the subject of the speech verb above a trigger.
import type { ActorId, Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import { verbArguments } from "./arguments.js"
import type { Parties } from "./parties.js"

const SPEECH =
  /^(?:say|tell|add|state|declare|announce|report|claim|confirm|reveal|note|stress|allege|indicate|affirm|explain|clarify|quote|write|believe|argue|insist|assert|acknowledge|admit|warn)$/

/** The nearest speaker over a trigger, unless the trigger is the speech verb itself. */
export function attributionOf(parties: Parties, sentence: Sentence, trigger: number): ActorId | null {
  let at = tokenAt(sentence, trigger).head
  for (let depth = 0; at >= 0 && depth < 8; depth++) {
    if (SPEECH.test(tokenAt(sentence, at).lemma)) {
      const speaker = verbArguments(sentence, at).subject.flatMap((token) => parties.at(token))[0]
      if (speaker !== undefined) return speaker.actor
    }
    at = tokenAt(sentence, at).head
  }
  return null
}
