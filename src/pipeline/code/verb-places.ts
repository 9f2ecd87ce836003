// The places that a frame names around a verb.
import type { Sentence } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"
import { obliques } from "./phrases.js"
import { anyPlace, type Places } from "./places.js"
import { type Arguments, verbArguments } from "./verb-arguments.js"

/** Places around the verb at a token. */
export function verbPlaces(sentence: Sentence, verb: number): Places {
  const found = verbArguments(sentence, verb)
  return {
    asserted: verb,
    get: (place) => anyPlace(sentence, verb, place) ?? verbPlace(sentence, verb, found, place),
  }
}

function verbPlace(sentence: Sentence, verb: number, found: Arguments, place: string): number[] {
  switch (place) {
    case "subject":
    case "object":
    case "indirect":
    case "complement":
      return found[place]
    case "infinitive":
      return found.complement.filter((token) => tokenAt(sentence, token).xpos === "VB")
    case "clause":
      return found.complement.flatMap((token) => verbArguments(sentence, token).subject)
    case "obliged":
      return found.complement
        .filter((token) => isObliged(sentence, token))
        .flatMap((token) => {
          const { subject, object, passive } = verbArguments(sentence, token)
          return passive ? object : subject
        })
    case "condition":
      return conditionsOf(sentence, verb, found)
    case "auxiliary":
      return childrenWith(sentence, verb, "aux")
    case "deed":
      return found.complement.flatMap((token) => affectedBy(sentence, token))
    case "aim":
      return aimsOf(sentence, verb, found)
    case "aimed":
      return aimsOf(sentence, verb, found).flatMap((token) => affectedBy(sentence, token))
    case "kept":
      return (found.oblique.get("from") ?? []).flatMap((token) =>
        tokenAt(sentence, token).upos === "VERB" ? affectedBy(sentence, token).reverse() : [],
      )
    case "purpose":
      return purposesOf(sentence, verb)
    case "guest":
      return tokenAt(sentence, verb).deprel === "amod" ? [tokenAt(sentence, verb).head] : []
    case "host":
      return hostsOf(sentence, verb)
    case "topic":
      return found.object.flatMap((token) => childrenWith(sentence, token, "acl", "amod", "compound", "nmod"))
    case "proposed":
      return found.object
        .flatMap((token) => childrenWith(sentence, token, "acl"))
        .filter((clause) => MEETING.test(tokenAt(sentence, clause).lemma))
        .flatMap((clause) => affectedBy(sentence, clause))
    case "defied":
      return defiedBy(sentence, verb, found)
    case "label":
      return labelOf(sentence, found)
    case "act":
      return actsAround(sentence, found)
    case "wished":
      return wishedFor(sentence, verb)
    case "+on":
      return firstOblique(verb, found) === "on" ? (found.oblique.get("on") ?? []) : []
    default:
      return found.oblique.get(place) ?? lentTo(sentence, verb, found, place)
  }
}

/** "sent help to X", "gave it back to X": the phrase hangs on the object or on the adverb. */
function lentTo(sentence: Sentence, verb: number, { object }: Arguments, place: string): number[] {
  const others = [...object, ...childrenWith(sentence, verb, "advmod", "compound:prt")]
  return others.flatMap((token) => obliques(sentence, token).get(place) ?? [])
}

/** "called for X to stop": X. */
function wishedFor(sentence: Sentence, verb: number): number[] {
  return childrenWith(sentence, verb, "advcl", "ccomp", "xcomp").flatMap((clause) => {
    const mark = childrenWith(sentence, clause, "mark").find((at) => tokenAt(sentence, at).lemma === "for")
    if (mark === undefined) return []
    const between = (child: number): boolean => child > mark && child < clause
    return [
      ...childrenWith(sentence, clause, "nsubj", "obj"),
      ...childrenWith(sentence, verb, "obl", "obj"),
    ].filter(between)
  })
}

/** The preposition that comes first after the verb: "called on X for Y", not "called for Y on X". */
function firstOblique(verb: number, { oblique }: Arguments): string | undefined {
  let first: [string, number] | undefined
  for (const [preposition, phrases] of oblique) {
    const token = phrases.find((phrase) => phrase > verb)
    if (token !== undefined && (first === undefined || token < first[1])) first = [preposition, token]
  }
  return first?.[0]
}

/** "calls X a liar", "regards X as an arm of terror": the words of what X is said to be. */
function labelOf(sentence: Sentence, { complement, object, oblique }: Arguments): number[] {
  const words = (token: number): number[] => [
    token,
    ...childrenWith(sentence, token, "amod", "compound", "nmod", "conj").flatMap(words),
  ]
  const nominal = complement.filter((token) => tokenAt(sentence, token).upos !== "VERB")
  // "considers X a threat": the parser may see two objects.
  return [...nominal, ...object.slice(1), ...(oblique.get("as") ?? [])].flatMap(words)
}

const VIOLENCE =
  /^(?:attack|strike|airstrike|raid|bombing|bombardment|shelling|assault|operation|offensive|ambush|shooting|fire|clash|fighting|battle|explosion|blast|crackdown|incursion|drone|missile|rocket)$/

/** "was killed in a raid by X": the raid. */
function actsAround(sentence: Sentence, { oblique }: Arguments): number[] {
  const phrases = ["in", "during", "by", "through", "with"].flatMap((word) => oblique.get(word) ?? [])
  return phrases.filter((token) => VIOLENCE.test(tokenAt(sentence, token).lemma))
}

/** Whom the act of an infinitive is for: "threatened to break with X", "offered to resume talks with X". */
export function affectedBy(sentence: Sentence, clause: number, depth = 0): number[] {
  const { object, oblique, complement } = verbArguments(sentence, clause)
  const within = (phrases: Map<string, number[]>): number[] => AIMS.flatMap((word) => phrases.get(word) ?? [])
  // "threatened to leave the talks in Strelsau": where they are, not with whom.
  const events = object.filter((token) => !TALKS.test(tokenAt(sentence, token).lemma))
  const talks = object.filter((token) => !events.includes(token))
  return [
    ...events,
    ...talks.flatMap((token) =>
      ["with", "of", "between"].flatMap((word) => obliques(sentence, token).get(word) ?? []),
    ),
    ...events.flatMap((token) => within(obliques(sentence, token))),
    ...within(oblique),
    ...(depth < 2 ? complement.flatMap((token) => affectedBy(sentence, token, depth + 1)) : []),
  ]
}
const TALKS = /^(?:talk|negotiation|conference|summit|election|poll)$/

/** "sent troops to deter X": the infinitive that says what for, wherever it hangs. */
function aimsOf(sentence: Sentence, verb: number, { object }: Arguments): number[] {
  return [
    ...childrenWith(sentence, verb, "advcl", "xcomp"),
    ...object.flatMap((at) => childrenWith(sentence, at, "acl")),
  ].filter((clause) => tokenAt(sentence, clause).xpos === "VB")
}
const AIMS = ["with", "against", "on", "to", "from", "into", "for", "in"]

/** "strike to demand that X go", "rallied calling for X's arrest": what is asked. */
function purposesOf(sentence: Sentence, verb: number): number[] {
  return childrenWith(sentence, verb, "advcl", "xcomp", "acl")
    .filter((clause) =>
      /^(?:demand|call|urge|press|protest|seek|oppose|denounce|condemn)$/.test(
        tokenAt(sentence, clause).lemma,
      ),
    )
    .flatMap((clause) => affectedBy(sentence, clause))
}

/** "A told visiting B", "visiting B met A", "A's talks with the visiting B": A, in whose country B is. */
function hostsOf(sentence: Sentence, participle: number): number[] {
  const { deprel, head: guest } = tokenAt(sentence, participle)
  if (deprel !== "amod") return []
  let at = guest
  while (at >= 0 && tokenAt(sentence, at).upos !== "VERB") at = tokenAt(sentence, at).head
  if (at < 0) return []
  const { subject, object, oblique } = verbArguments(sentence, at)
  return (subject.includes(guest) ? [...object, ...(oblique.get("with") ?? [])] : subject).filter(
    (token) => token !== guest,
  )
}

/** What others propose that they do with them: "an invitation to attend the talks of X". */
const MEETING = /^(?:attend|join|meet|visit|talk|speak|negotiate|hold|cooperate|sign)$/

/** "refused to resign despite calls from X": the calls, which the parser hangs on either verb. */
function defiedBy(sentence: Sentence, verb: number, { complement }: Arguments): number[] {
  return [verb, ...complement]
    .flatMap((at) => {
      const phrases = obliques(sentence, at)
      return ["despite", "in spite of", "in the face of", "in defiance of"].flatMap(
        (preposition) => phrases.get(preposition) ?? [],
      )
    })
    .filter((token) => ASKED.test(tokenAt(sentence, token).lemma))
}
const ASKED = /^(?:pressure|call|demand|appeal|plea|request|urging|entreaty|ultimatum|invitation|petition)$/

/** "unless X leaves", "if X goes ahead", also below an infinitive. */
function conditionsOf(sentence: Sentence, verb: number, { complement }: Arguments): number[] {
  return [verb, ...complement].flatMap((at) =>
    childrenWith(sentence, at, "advcl").filter((clause) =>
      childrenWith(sentence, clause, "mark").some((mark) =>
        /^(?:unless|if)$/.test(tokenAt(sentence, mark).lemma),
      ),
    ),
  )
}

/** "X must stop": what is said is a demand. */
function isObliged(sentence: Sentence, clause: number): boolean {
  const words = [clause, ...childrenWith(sentence, clause, "aux")].map((at) => tokenAt(sentence, at).lemma)
  return words.some((word) => /^(?:must|should|ought|need|shall)$/.test(word))
}
