// The places that a frame names around a preposition that makes a predicate: "Doeland is behind the raid".
import type { Sentence } from "../../types.js"
import { childrenWith, conjuncts, tokenAt } from "../resolve/grammar.js"
import { anyPlace, type Places } from "./places.js"
import { verbArguments } from "./verb-arguments.js"

/** Whether the word is a preposition whose phrase is what "is" says of a subject. */
export function isPredicative(sentence: Sentence, preposition: number): boolean {
  const { deprel, head } = tokenAt(sentence, preposition)
  return deprel === "case" && head >= 0 && childrenWith(sentence, head, "cop").length > 0
}

/** Places around the preposition at a token; `ground` is what it governs. */
export function predicatePlaces(sentence: Sentence, preposition: number): Places {
  const ground = tokenAt(sentence, preposition).head
  return {
    asserted: ground,
    get: (place) => {
      if (place === "ground") return conjuncts(sentence, ground)
      if (place === "subject") return verbArguments(sentence, ground).subject
      if (place === "auxiliary") return childrenWith(sentence, ground, "aux")
      return anyPlace(sentence, ground, place) ?? []
    },
  }
}
