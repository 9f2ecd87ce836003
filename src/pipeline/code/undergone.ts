// "X's arrest", "the killing of X", "their release": acts told by a noun whose possessor is who undergoes them.
import type { EventType, Sentence } from "../../types.js"
import { caseOf, tokenAt } from "../resolve/grammar.js"
import { obliques } from "./phrases.js"

/** Done to the person whose it is; a state's or group's arrests are those that it makes. */
const OF_PERSON =
  /^(?:arrest|re-arrest|detention|imprisonment|jailing|incarceration|captivity|internment|abduction|kidnapping|capture|trial|prosecution|indictment|conviction|sentencing|sentence|assassination|murder|killing|shooting|stabbing|beating|torture|poisoning|execution|hanging|beheading|lynching|slaying|death|disappearance|persecution|harassment|ill-treatment|mistreatment|ouster|ousting|overthrow|toppling|removal|dismissal|sacking|expulsion|deportation|exile|banishment|impeachment|disqualification)$/
/** Done for whomever they are told of. */
const OF_ANYONE = /^(?:release|freedom|liberation|freeing|safety|extradition|reinstatement|return)$/

/** Types whose target does the act that is spoken of. */
const SPOKEN_OF = new Set<EventType>(["CONDEMNED", "URGED", "ACCUSED", "THREATENED"])

/** Whether a noun's possessor undergoes it: "Doe's arrest", but not "Doe's arrest of Roe". */
export function isUndergone(sentence: Sentence, noun: number, isPerson: boolean): boolean {
  const { lemma } = tokenAt(sentence, noun)
  if (!OF_ANYONE.test(lemma) && !(isPerson && OF_PERSON.test(lemma))) return false
  return !obliques(sentence, noun).has("of")
}

/** Whether words that tell of a type take for its target who undergoes the act: Doe of "condemned Doe's arrest". */
export function isVictim(sentence: Sentence, token: number, isPerson: boolean, type: EventType): boolean {
  const { deprel, head } = tokenAt(sentence, token)
  if (head < 0 || !SPOKEN_OF.has(type)) return false
  if (deprel === "nmod" && caseOf(sentence, token) === "of") {
    const { lemma } = tokenAt(sentence, head)
    return OF_ANYONE.test(lemma) || OF_PERSON.test(lemma)
  }
  return /^(?:nmod:poss|compound)$/.test(deprel) && isUndergone(sentence, head, isPerson)
}
