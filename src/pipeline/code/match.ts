// Frames held against one sentence: each trigger with its parties, by the places that its frame names.
import { eventType } from "../../ontology.js"
import type { EventType, ResolvedArticle, Sentence } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"
import { affectedOf, doerOf, isOwnTown, leadersOf, residentsOf } from "./act-parties.js"
import type { Frame, Frames } from "./frames.js"
import { isNegated } from "./modality.js"
import { contentOf } from "./noun-arguments.js"
import { nounPlaces } from "./noun-places.js"
import { type FoundParty, isPerson, Parties } from "./parties.js"
import type { Places } from "./places.js"
import { isPredicative, predicatePlaces } from "./predicate-places.js"
import { isPrivate } from "./private.js"
import { isReciprocal } from "./reciprocal.js"
import { verbPlaces } from "./verb-places.js"

export interface Match {
  frame: Frame
  trigger: number
  source: FoundParty | null
  target: FoundParty | null
  /** Acts that stand where a target is looked for, and whose doer the sentence does not tell. */
  open: number[]
  /** Whose status the event has: the trigger, or the verb in whose course it stands. */
  asserted: number
  /** Which of the trigger's matches these parties came from: lists of one match share it. */
  group: number
  explicitInitiator: boolean
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

/** Whether frames know a word for the type and none of them fits here: "lifted its sanctions on X" is none. */
export function isRuledOut(sentence: Sentence, trigger: number, type: EventType, frames: Frames): boolean {
  const known = framesFor(sentence, trigger, frames).filter((frame) => frame.type === type)
  return (
    known.length > 0 &&
    !known.some((frame) => fits(sentence, trigger, frame, placesOf(sentence, trigger, frame)))
  )
}

/** Whether both parties of a match or an event were found. */
export const isWhole = ({ source, target }: { source: unknown; target: unknown }): boolean =>
  source !== null && target !== null

function framesFor(sentence: Sentence, trigger: number, frames: Frames): Frame[] {
  const { upos, lemma, text, xpos } = tokenAt(sentence, trigger)
  const word = lemma.toLowerCase()
  if (upos === "VERB") {
    // "the shelling of X", "backing from X", where the parser sees a verb.
    const isNoun = xpos === "VBG" && childrenWith(sentence, trigger, "obj", "aux").length === 0
    const nouns = isNoun ? (frames.nouns.get(text.toLowerCase()) ?? []) : []
    // "brought X and Y together" too, which the treebanks take for an adverb.
    const [particle] = childrenWith(sentence, trigger, "compound:prt", "advmod")
      .map((child) => tokenAt(sentence, child))
      .filter(({ deprel, lemma }) => deprel === "compound:prt" || lemma === "together")
      .map(({ lemma }) => lemma)
    return [...(frames.verbs.get(particle === undefined ? word : `${word} ${particle}`) ?? []), ...nouns]
  }
  if (upos === "NOUN" || (upos === "PROPN" && xpos !== "NNP")) return frames.nouns.get(word) ?? []
  if (upos === "ADJ") return frames.adjectives.get(word) ?? []
  return isPredicative(sentence, trigger) ? (frames.prepositions.get(word) ?? []) : []
}

function matchOne(parties: Parties, sentence: Sentence, trigger: number, frame: Frame): Match[] {
  const places = placesOf(sentence, trigger, frame)
  if (!fits(sentence, trigger, frame, places)) return []
  const isPublic = (party: FoundParty): boolean => !isPrivate(sentence, party, frame.type)
  let targets = findFirst(parties, places, trigger, frame.target).filter(isPublic)
  if (frame.source[0] === "mutual") return mutual(parties, places, trigger, frame)
  const acting = findFirst(parties, places, trigger, frame.source, true).filter(isPublic)
  const isActing = ({ token }: FoundParty): boolean => acting.some((party) => party.token === token)
  // "a Ruritanian boat that it seized": what it holds is of another.
  if (targets.length > 0 && targets.every(isActing)) {
    const others = findFirst(parties, places, trigger, frame.target, false, actorsOf(acting)).filter(isPublic)
    if (others.length > 0 && !others.some(isActing)) targets = others
  }
  const taken = new Set(targets.map((party) => party.token))
  const sources = acting.filter((party) => !taken.has(party.token))
  if (isMutual(sentence, places, frame)) targets = sources
  // "withdrew its troops from X", "broke its word to X": what is the doer's own, another place tells the other party.
  const doers = actorsOf(sources)
  if (targets !== sources && targets.length > 0 && targets.every(({ actor }) => doers.has(actor))) {
    const others = findFirst(parties, places, trigger, frame.target, false, doers)
    targets = others.length > 0 ? others : targets.flatMap(({ token }) => leadersOf(parties, token))
  }
  // "X-ian police fired at youths in Zenda": where they did it.
  targets = targets.filter((target) => !sources.some((doer) => isOwnTown(parties, doer, target)))
  // "X-ian and Y-ian troops attacked Zenda": the town is X's, which has no enemy in Y.
  if (doers.size > 1) targets = targets.filter(({ actor, isSite }) => !(isSite && doers.has(actor)))
  const explicitInitiator = sources.length > 0 && frame.verb !== undefined
  const open = targets.length > 0 ? [] : actsAt(places, frame.target)
  const { asserted } = places
  const pairs = (sources.length > 0 ? sources : [null]).flatMap((source) => {
    const others = targets.filter((target) => target.actor !== source?.actor)
    if (source === null && others.length === 0) return []
    return (others.length > 0 ? others : [null]).map((target) => {
      return { frame, trigger, source, target, open, asserted, group: trigger, explicitInitiator }
    })
  })
  const found = pairs.filter((match) => (!frame.whole || isWhole(match)) && arePeople(match))
  return frame.both ? found.flatMap(eachWay) : found
}

/** "X clashed with Y": and Y with X. */
const eachWay = (match: Match): Match[] =>
  isWhole(match) ? [match, { ...match, source: match.target, target: match.source }] : [match]

const actorsOf = (parties: FoundParty[]): Set<string> => new Set(parties.map((party) => party.actor))

/** Persons, where the frame asks for them, and not both where it asks for others. */
function arePeople({ frame: { people }, source, target }: Match): boolean {
  if (people === undefined) return true
  if (people === "source") return isPerson(source)
  if (people === "target") return isPerson(target) && source !== null && !isPerson(source)
  return (isPerson(source) && isPerson(target)) === (people === "both")
}

/** "accused each other". */
const isMutual = (sentence: Sentence, places: Places, frame: Frame): boolean =>
  frame.target.some((entry) => {
    const [place = ""] = entry.split(".")
    return places.get(place).some((token) => isReciprocal(sentence, token))
  })

function placesOf(sentence: Sentence, trigger: number, frame: Frame): Places {
  if (frame.noun !== undefined) return nounPlaces(sentence, trigger, frame)
  return frame.preposition === undefined ? verbPlaces(sentence, trigger) : predicatePlaces(sentence, trigger)
}

/** "A and B met", "talks between A and B": each pair once, in order of mention; "A and B clashed": each struck the other. */
function mutual(parties: Parties, places: Places, trigger: number, frame: Frame): Match[] {
  const actors: FoundParty[] = []
  for (const party of findFirst(parties, places, trigger, frame.target)) {
    if (!actors.some((other) => other.actor === party.actor)) actors.push(party)
  }
  const isOneEdge = eventType(frame.type).symmetric
  return actors.flatMap((source, at) =>
    actors
      .filter((target, other) => (isOneEdge ? other > at : target !== source))
      .map((target) => {
        const { asserted } = places
        return {
          frame,
          trigger,
          source,
          target,
          open: [],
          asserted,
          group: trigger,
          explicitInitiator: false,
        }
      }),
  )
}

function fits(sentence: Sentence, trigger: number, frame: Frame, places: Places): boolean {
  const has = (place: string, words: string[]): boolean =>
    places
      .get(place)
      .some((token) => words.includes(tokenAt(sentence, contentOf(sentence, token)).lemma.toLowerCase()))
  if (frame.modifier !== undefined) {
    const modifiers = childrenWith(sentence, trigger, "compound", "amod", "nmod:desc", "advmod")
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

const actsAt = (places: Places, wanted: string[]): number[] =>
  wanted.flatMap((entry) => (entry.endsWith(".doer") ? places.get(entry.slice(0, -5)) : []))

/** Parties of the first place that has any. */
function findFirst(
  parties: Parties,
  places: Places,
  trigger: number,
  wanted: string[],
  isSource = false,
  except?: Set<string>,
): FoundParty[] {
  for (const entry of wanted) {
    const [place = "", way] = entry.split(".")
    const tokens = places.get(place)
    const found = tokens.flatMap((token) => {
      if (way === "doer") {
        const found = doerOf(parties, token, trigger)
        return found.length > 0 || !isSource ? found : residentsOf(parties, token)
      }
      return way === "affected" ? affectedOf(parties, token, except) : parties.at(token)
    })
    // "the Noor attacks" befell Noor, those "from Noor" came from there.
    const isActing = (party: FoundParty): boolean => !isSource || !party.isSite || place === "from"
    const others = found.filter((party) => isActing(party) && !except?.has(party.actor))
    if (others.length > 0) return others
  }
  return []
}
