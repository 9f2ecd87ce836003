// Between whom somebody mediates: the sides of a deal or of talks, in the sentence or told near it.
import type { Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import { nearest, type SentenceMatch } from "./nearby.js"
import { nounArguments } from "./noun-arguments.js"
import type { FoundParty } from "./parties.js"
import { verbArguments } from "./verb-arguments.js"

/** The sides that come to the deal a noun names: "X and Y signed a deal", "X's talks with Y", "X and Y met after talks". */
function sidesOf(sentence: Sentence, noun: number): number[] {
  const { oblique, poss, support, circumstance } = nounArguments(sentence, noun)
  const between = oblique.get("between") ?? oblique.get("among")
  if (between !== undefined) return between
  const partners = oblique.get("with") ?? []
  for (const clause of [support, circumstance]) {
    const sides = [...(clause?.subject ?? []), ...partners, ...(clause?.oblique.get("with") ?? [])]
    if (sides.length > 1) return sides
  }
  return partners.length > 0 ? [...poss, ...partners] : []
}

/** The sides of what a verb brokers; "under the mediation of X" is said of the clause it stands in. */
export function sidesAround(sentence: Sentence, trigger: number): number[] {
  if (tokenAt(sentence, trigger).upos === "VERB") {
    return verbArguments(sentence, trigger).object.flatMap((noun) => sidesOf(sentence, noun))
  }
  let clause = trigger
  while (tokenAt(sentence, clause).head >= 0 && tokenAt(sentence, clause).upos !== "VERB") {
    clause = tokenAt(sentence, clause).head
  }
  const { subject, oblique } = verbArguments(sentence, clause)
  const sides = [...subject, ...(oblique.get("with") ?? [])]
  return sides.length > 1 ? sides : []
}

/** "The deal was brokered by X": the nearest two who agreed, talked or fought, X aside. */
export function quarrellersOf(item: SentenceMatch, all: SentenceMatch[]): FoundParty[] {
  const { frame, source: mediator } = item.match
  if (frame.type !== "MEDIATED") return []
  const found = nearest(item, all, ({ match: { frame, source, target } }) => {
    const isApart = [source, target].every((party) => party !== null && party.actor !== mediator?.actor)
    if (!isApart) return undefined
    return frame.type === "AGREED" ? 0.6 : /^(?:MET|CONSULTED|ATTACKED)$/.test(frame.type) ? 0 : undefined
  })
  const { source, target } = found?.match ?? {}
  return source == null || target == null ? [] : [source, target]
}
