// Where a frame looks for the parties of its trigger, and the places that verbs and nouns have in common.
import type { Sentence } from "../../types.js"
import { caseOf, childrenOf, conjuncts, tokenAt } from "../resolve/grammar.js"
import { speakersOf } from "./attribution.js"
import { sidesAround } from "./sides.js"

/** Where the words of a frame's places are looked up. */
export interface Places {
  asserted: number
  get(place: string): number[]
}

/** Places that verbs and nouns have in common. */
export function anyPlace(sentence: Sentence, trigger: number, place: string): number[] | undefined {
  if (place === "speaker") return speakersOf(sentence, trigger)
  if (place === "sides") return sidesAround(sentence, trigger)
  return place.startsWith("~") ? within(sentence, trigger, place.slice(1)) : undefined
}

/** `~to`: a phrase with this preposition anywhere below the trigger, since such phrases hang on the wrong noun at times. */
function within(sentence: Sentence, trigger: number, preposition: string): number[] {
  const found: number[] = []
  const visit = (token: number): void => {
    for (const child of childrenOf(sentence)[token] ?? []) {
      if (tokenAt(sentence, child).upos === "VERB") continue
      if (caseOf(sentence, child) === preposition) found.push(...conjuncts(sentence, child))
      visit(child)
    }
  }
  visit(trigger)
  return found
}
