// The places that a frame names around a noun.
import type { Sentence } from "../../types.js"
import { caseOf, childrenWith, conjuncts, relation, tokenAt } from "../resolve/grammar.js"
import type { Frame } from "./frames.js"
import { type NounArguments, nounArguments } from "./noun-arguments.js"
import { anyPlace, type Places } from "./places.js"
import { verbArguments } from "./verb-arguments.js"
import { affectedBy } from "./verb-places.js"

const ENTERPRISE =
  /^(?:effort|attempt|mission|bid|plan|process|initiative|campaign|drive|proposal|offer|talk|round|session|trip|operation|move|package|program|programme|delivery|deal)$/

/** "a mediation effort between": the effort has the parties. */
function bearerOf(sentence: Sentence, noun: number): number {
  const { deprel, head } = tokenAt(sentence, noun)
  return deprel === "compound" && ENTERPRISE.test(tokenAt(sentence, head).lemma) ? head : noun
}

/** Places around the noun at a token; of a circumstance, those of the clause it stands in. */
export function nounPlaces(sentence: Sentence, trigger: number, frame: Frame): Places {
  const noun = bearerOf(sentence, trigger)
  const found = nounArguments(sentence, noun)
  const isAside = frame.circumstance && found.support === undefined && found.circumstance !== undefined
  return {
    asserted: isAside ? (found.circumstance?.verb ?? noun) : noun,
    get: (place) => anyPlace(sentence, noun, place) ?? nounPlace(sentence, noun, found, frame, place),
  }
}

function nounPlace(
  sentence: Sentence,
  noun: number,
  found: NounArguments,
  frame: Frame,
  place: string,
): number[] {
  switch (place) {
    case "poss":
    case "adj":
      return found[place]
    case "subject": {
      const clause = found.support ?? (frame.circumstance ? found.circumstance : undefined)
      return clause?.subject ?? []
    }
    case "supported":
      return found.support?.subject ?? []
    case "addressed":
      return addressed(sentence, found)
    case "receiver":
      return found.received?.subject ?? []
    case "blamed":
      return found.blamed
    case "governor":
      return governorOf(sentence, noun)
    case "answerer":
      return answererOf(sentence, noun)
    case "earner":
      return earnerOf(sentence, noun)
    case "apposed":
      return apposedTo(sentence, noun)
    case "compound":
      return childrenWith(sentence, noun, "compound", "amod")
    case "content":
      return childrenWith(sentence, noun, "acl")
    case "case":
      return childrenWith(sentence, noun, "case")
    case "deed":
      return [...childrenWith(sentence, noun, "acl"), ...(found.support?.complement ?? [])].flatMap(
        (clause) => affectedBy(sentence, clause),
      )
    case "clause":
      return childrenWith(sentence, noun, "acl").flatMap((clause) => verbArguments(sentence, clause).subject)
    default: {
      const own = found.oblique.get(place)
      if (own !== undefined) return own
      const lent = found.support?.oblique.get(place) ?? found.received?.oblique.get(place)
      if (lent !== undefined) return lent
      return relation(tokenAt(sentence, noun)) === "conj"
        ? (nounArguments(sentence, tokenAt(sentence, noun).head).oblique.get(place) ?? [])
        : []
    }
  }
}

/** "the raid earned X the scorn of Y": X. */
function earnerOf(sentence: Sentence, noun: number): number[] {
  const { head, deprel } = tokenAt(sentence, noun)
  if (deprel !== "obj" || head < 0 || !/^(?:earn|win|bring|cost|gain)$/.test(tokenAt(sentence, head).lemma))
    return []
  return childrenWith(sentence, head, "iobj", "obj").filter((at) => at > head && at < noun)
}

/** "Doe, a critic of Roe", "the Roe critic Doe": Doe. */
function apposedTo(sentence: Sentence, noun: number): number[] {
  const { head, deprel } = tokenAt(sentence, noun)
  if (deprel === "appos") return conjuncts(sentence, head)
  const isTitle = /^(?:nmod:desc|compound)$/.test(deprel) && tokenAt(sentence, head).upos === "PROPN"
  return isTitle ? [head] : childrenWith(sentence, noun, "appos")
}

const ADDRESSING =
  /^(?:tell|urge|ask|thank|inform|warn|assure|reassure|brief|congratulate|press|promise|complain|speak|talk|appeal|advise|implore|beg|remind)$/

/** "thanked X in a call", "complained to X in a call": X. */
function addressed(sentence: Sentence, { circumstance }: NounArguments): number[] {
  if (circumstance === undefined || !ADDRESSING.test(tokenAt(sentence, circumstance.verb).lemma)) return []
  return [...circumstance.object, ...circumstance.indirect, ...(circumstance.oblique.get("to") ?? [])]
}

/** "lifted its sanctions on X": the verb whose object it is. */
function governorOf(sentence: Sentence, noun: number): number[] {
  const { head, deprel } = tokenAt(sentence, noun)
  return head >= 0 && /^(?:obj|nsubj:pass)$/.test(deprel) ? [head] : []
}

const ANSWERING = /^(?:answer|respond|reply|retaliate|react|counter|follow|hit|strike|punish)$/

/** "answered with strikes on X": who answers. */
function answererOf(sentence: Sentence, noun: number): number[] {
  const { head } = tokenAt(sentence, noun)
  if (head < 0 || caseOf(sentence, noun) !== "with" || !ANSWERING.test(tokenAt(sentence, head).lemma))
    return []
  return verbArguments(sentence, head).subject
}
