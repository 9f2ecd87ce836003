// "and so did Y", "Y did the same", "Y followed suit": an act told once and done twice.
import type { Sentence } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"
import type { Match } from "./match.js"
import type { FoundParty, Parties } from "./parties.js"
import { verbArguments } from "./verb-arguments.js"

/** The acts that verbs without any of their own repeat, from the clause or the sentence before. */
export function repeatedActs(parties: Parties, sentence: Sentence, own: Match[], before: Match[]): Match[] {
  return sentence.tokens.flatMap((_, verb) => {
    if (!isEmptyVerb(sentence, verb)) return []
    const doers = verbArguments(sentence, verb).subject.flatMap((token) => parties.at(token))
    const earlier = own.filter(({ trigger }) => isAntecedent(sentence, trigger, verb))
    const isAlone = !own.some(({ trigger }) => trigger < verb)
    const said = isAlone && verbArguments(sentence, verb).object.length > 0 ? before : earlier
    return lastAct(said).flatMap((match) => doers.flatMap((doer) => repeat(match, doer, verb)))
  })
}

const isAntecedent = (sentence: Sentence, trigger: number, verb: number): boolean =>
  trigger < verb && tokenAt(sentence, trigger).upos === "VERB"

/** All matches of the verb that comes last. */
function lastAct(matches: Match[]): Match[] {
  const last = Math.max(
    -1,
    ...matches.filter(({ source, target }) => source && target).map(({ trigger }) => trigger),
  )
  return matches.filter(({ trigger }) => trigger === last)
}

function repeat(match: Match, doer: FoundParty, verb: number): Match[] {
  const { target } = match
  if (target === null || target.actor === doer.actor) return []
  return [
    {
      ...match,
      source: doer,
      target: { ...target, token: verb },
      trigger: verb,
      asserted: verb,
      group: verb,
    },
  ]
}

/** "did", "did so", "did the same", "followed suit". */
function isEmptyVerb(sentence: Sentence, verb: number): boolean {
  const { lemma, upos } = tokenAt(sentence, verb)
  const objects = childrenWith(sentence, verb, "obj", "xcomp", "ccomp").map(
    (at) => tokenAt(sentence, at).lemma,
  )
  if (lemma === "follow") return objects.includes("suit")
  if (lemma !== "do" || !/^(?:VERB|AUX)$/.test(upos) || tokenAt(sentence, verb).deprel.startsWith("aux"))
    return false
  return objects.every((object) => /^(?:same|likewise|so)$/.test(object))
}
