// Frames held against one sentence: each trigger with its parties, by the places that its frame names.
import type { ResolvedArticle, Sentence } from "../../types.js"
import { caseOf, childrenOf, childrenWith, conjuncts, relation, tokenAt } from "../resolve/grammar.js"
import {
  type Arguments,
  contentOf,
  type NounArguments,
  nounArguments,
  obliques,
  verbArguments,
} from "./arguments.js"
import { speakersOf } from "./attribution.js"
import type { Frame, Frames } from "./frames.js"
import { type FoundParty, Parties } from "./parties.js"
import { isNegated } from "./status.js"

export interface Match {
  frame: Frame
  trigger: number
  source: FoundParty | null
  target: FoundParty | null
  /** Whose status the event has: the trigger, or the verb in whose course it stands. */
  asserted: number
  /** Which of the trigger's matches these parties came from: lists of one match share it. */
  group: number
  explicitInitiator: boolean
}

/** Where the words of a frame's places are looked up. */
interface Places {
  asserted: number
  get(place: string): number[]
}

/** All matches of a sentence, in order of their triggers; of several frames on one trigger and type, the first with both parties. */
export function matchFrames(article: ResolvedArticle, sentence: Sentence, frames: Frames): Match[] {
  const parties = new Parties(article, sentence)
  const matches: Match[] = []
  for (let trigger = 0; trigger < sentence.tokens.length; trigger++) {
    const best = new Map<string, Match[]>()
    for (const frame of framesFor(sentence, trigger, frames)) {
      const former = best.get(frame.type)
      if (former?.some(isWhole)) continue
      const found = matchOne(parties, sentence, trigger, frame)
      if (found.length > 0 && (former === undefined || found.some(isWhole))) best.set(frame.type, found)
    }
    matches.push(...[...best.values()].flat())
  }
  return matches
}

const isWhole = (match: Match): boolean => match.source !== null && match.target !== null

function framesFor(sentence: Sentence, trigger: number, frames: Frames): Frame[] {
  const { upos, lemma, text, xpos } = tokenAt(sentence, trigger)
  const word = lemma.toLowerCase()
  if (upos === "VERB") {
    // "the shelling of X", "backing from X", where the parser sees a verb.
    const nouns = xpos === "VBG" ? (frames.nouns.get(text.toLowerCase()) ?? []) : []
    // "brought X and Y together" too, which the treebanks take for an adverb.
    const [particle] = childrenWith(sentence, trigger, "compound:prt", "advmod")
      .map((child) => tokenAt(sentence, child))
      .filter(({ deprel, lemma }) => deprel === "compound:prt" || lemma === "together")
      .map(({ lemma }) => lemma)
    return [...(frames.verbs.get(particle === undefined ? word : `${word} ${particle}`) ?? []), ...nouns]
  }
  if (upos === "NOUN" || (upos === "PROPN" && xpos !== "NNP")) return frames.nouns.get(word) ?? []
  return upos === "ADJ" ? (frames.adjectives.get(word) ?? []) : []
}

function matchOne(parties: Parties, sentence: Sentence, trigger: number, frame: Frame): Match[] {
  const places =
    frame.noun === undefined ? verbPlaces(sentence, trigger) : nounPlaces(sentence, trigger, frame)
  if (!fits(sentence, trigger, frame, places)) return []
  let targets = findFirst(parties, places, frame.target)
  if (frame.source[0] === "mutual") return mutual(parties, places, trigger, frame)
  const taken = new Set(targets.map((party) => party.token))
  const sources = findFirst(parties, places, frame.source, true).filter((party) => !taken.has(party.token))
  // "withdrew its troops from X": the troops are the doer's own, the next place tells the other party.
  const doers = new Set(sources.map((party) => party.actor))
  if (targets.length > 0 && targets.every(({ actor }) => doers.has(actor))) {
    targets = findFirst(parties, places, frame.target, false, doers)
  }
  const explicitInitiator = sources.length > 0 && frame.verb !== undefined
  const { asserted } = places
  const pairs = (sources.length > 0 ? sources : [null]).flatMap((source) => {
    const others = targets.filter((target) => target.actor !== source?.actor)
    if (source === null && others.length === 0) return []
    return (others.length > 0 ? others : [null]).map((target) => {
      return { frame, trigger, source, target, asserted, group: trigger, explicitInitiator }
    })
  })
  if (frame.people) return pairs.filter(isBetweenPeople)
  return frame.whole ? pairs.filter(isWhole) : pairs
}

const isPerson = (party: FoundParty | null): boolean => party?.actor.startsWith("person:") ?? false
const isBetweenPeople = ({ source, target }: Match): boolean => isPerson(source) && isPerson(target)

/** "A and B met", "talks between A and B": each pair once, in order of mention. */
function mutual(parties: Parties, places: Places, trigger: number, frame: Frame): Match[] {
  const actors: FoundParty[] = []
  for (const party of findFirst(parties, places, frame.target)) {
    if (!actors.some((other) => other.actor === party.actor)) actors.push(party)
  }
  return actors.flatMap((source, at) =>
    actors.slice(at + 1).map((target) => {
      const { asserted } = places
      return { frame, trigger, source, target, asserted, group: trigger, explicitInitiator: false }
    }),
  )
}

function fits(sentence: Sentence, trigger: number, frame: Frame, places: Places): boolean {
  const has = (place: string, words: string[]): boolean =>
    places
      .get(place)
      .some((token) => words.includes(tokenAt(sentence, contentOf(sentence, token)).lemma.toLowerCase()))
  if (frame.modifier !== undefined) {
    const modifiers = childrenWith(sentence, trigger, "compound", "amod", "nmod:desc")
    const lemmas = modifiers.map((token) => tokenAt(sentence, token).lemma.toLowerCase())
    if (!frame.modifier.some((word) => lemmas.includes(word))) return false
  }
  if (frame.negated && !isNegated(sentence, trigger)) return false
  if (frame.object !== undefined && !has("object", frame.object)) return false
  if (!Object.entries(frame.where ?? {}).every(([place, words]) => has(place, words))) return false
  if (Object.entries(frame.unless ?? {}).some(([place, words]) => has(place, words))) return false
  if (frame.has?.every((place) => places.get(place).length === 0)) return false
  return !frame.lacks?.some((place) => places.get(place).length > 0)
}

/** Parties of the first place that has any. */
function findFirst(
  parties: Parties,
  places: Places,
  wanted: string[],
  isSource = false,
  except?: Set<string>,
): FoundParty[] {
  for (const entry of wanted) {
    const [place = "", way] = entry.split(".")
    const tokens = places.get(place)
    const found = tokens.flatMap((token) => {
      if (way === "doer") {
        const found = parties.doer(token)
        return found.length > 0 || !isSource ? found : parties.residents(token)
      }
      return way === "affected" ? parties.affected(token) : parties.at(token)
    })
    const others = except === undefined ? found : found.filter(({ actor }) => !except.has(actor))
    if (others.length > 0) return others
  }
  return []
}

function verbPlaces(sentence: Sentence, verb: number): Places {
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
    case "purpose":
      return purposesOf(sentence, verb)
    case "act":
      return actsAround(sentence, found)
    case "wished":
      return wishedFor(sentence, verb)
    case "+on":
      return firstOblique(found) === "on" ? (found.oblique.get("on") ?? []) : []
    default:
      return (
        found.oblique.get(place) ??
        found.object.flatMap((token) => nounArguments(sentence, token).oblique.get(place) ?? [])
      )
  }
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
function firstOblique({ oblique }: Arguments): string | undefined {
  let first: [string, number] | undefined
  for (const [preposition, [token = 0]] of oblique) {
    if (first === undefined || token < first[1]) first = [preposition, token]
  }
  return first?.[0]
}

const VIOLENCE =
  /^(?:attack|strike|airstrike|raid|bombing|bombardment|shelling|assault|operation|offensive|ambush|shooting|fire|clash|fighting|battle|explosion|blast|crackdown|incursion|drone|missile|rocket)$/

/** "was killed in a raid by X": the raid. */
function actsAround(sentence: Sentence, { oblique }: Arguments): number[] {
  const phrases = ["in", "during", "by", "through", "with"].flatMap((word) => oblique.get(word) ?? [])
  return phrases.filter((token) => VIOLENCE.test(tokenAt(sentence, token).lemma))
}

/** Whom the act of an infinitive is for: "threatened to break with X", "offered to resume talks with X". */
function affectedBy(sentence: Sentence, clause: number, depth = 0): number[] {
  const { object, oblique, complement } = verbArguments(sentence, clause)
  const within = (phrases: Map<string, number[]>): number[] => AIMS.flatMap((word) => phrases.get(word) ?? [])
  return [
    ...object,
    ...object.flatMap((token) => within(obliques(sentence, token))),
    ...within(oblique),
    ...(depth < 2 ? complement.flatMap((token) => affectedBy(sentence, token, depth + 1)) : []),
  ]
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

const ENTERPRISE =
  /^(?:effort|attempt|mission|bid|plan|process|initiative|campaign|drive|proposal|offer|talk|round|session|trip|operation|move|package|program|programme|delivery|deal)$/

/** "a mediation effort between": the effort has the parties. */
function bearerOf(sentence: Sentence, noun: number): number {
  const { deprel, head } = tokenAt(sentence, noun)
  return deprel === "compound" && ENTERPRISE.test(tokenAt(sentence, head).lemma) ? head : noun
}

function nounPlaces(sentence: Sentence, trigger: number, frame: Frame): Places {
  const noun = bearerOf(sentence, trigger)
  const found = nounArguments(sentence, noun)
  const isAside = frame.circumstance && found.support === undefined && found.circumstance !== undefined
  return {
    asserted: isAside ? (found.circumstance?.verb ?? noun) : noun,
    get: (place) => anyPlace(sentence, noun, place) ?? nounPlace(sentence, noun, found, frame, place),
  }
}

/** Places that verbs and nouns have in common. */
function anyPlace(sentence: Sentence, trigger: number, place: string): number[] | undefined {
  if (place === "speaker") return speakersOf(sentence, trigger)
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
    case "blamed":
      return found[place]
    case "compound":
      return childrenWith(sentence, noun, "compound", "amod")
    case "clause":
      return childrenWith(sentence, noun, "acl").flatMap((clause) => verbArguments(sentence, clause).subject)
    default: {
      const own = found.oblique.get(place)
      if (own !== undefined) return own
      const lent = found.support?.oblique.get(place)
      if (lent !== undefined) return lent
      return relation(tokenAt(sentence, noun)) === "conj"
        ? (nounArguments(sentence, tokenAt(sentence, noun).head).oblique.get(place) ?? [])
        : []
    }
  }
}

const ADDRESSING =
  /^(?:tell|urge|ask|thank|inform|warn|assure|reassure|brief|congratulate|press|promise|complain|speak|talk|appeal|advise|implore|beg|remind)$/

/** "thanked X in a call", "complained to X in a call": X. */
function addressed(sentence: Sentence, { circumstance }: NounArguments): number[] {
  if (circumstance === undefined || !ADDRESSING.test(tokenAt(sentence, circumstance.verb).lemma)) return []
  return [...circumstance.object, ...circumstance.indirect, ...(circumstance.oblique.get("to") ?? [])]
}
