// Events that the learned reader sees and no frame tells: its triggers, with the actors at the words it takes for parties.
import { eventType } from "../../ontology.js"
import type { EventType, Sentence, TriggerReading } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"
import { mentionsIn } from "../resolve/lookup.js"
import { isApart } from "../resolve/others.js"
import { affectedOf, doerOf, isOwnTown } from "./act-parties.js"
import type { Frame, Frames } from "./frames.js"
import { isRuledOut, isWhole, type Match } from "./match.js"
import { nounPlaces } from "./noun-places.js"
import { type FoundParty, isPerson, type Parties } from "./parties.js"
import { isPrivate } from "./private.js"
import { isVictim } from "./undergone.js"

/** How sure the reader must be of a trigger, and of a party: chosen on the development half and the passages. */
const MIN_TRIGGER = 0.3
const MIN_PARTY = 0.4

/** The matches of frames, with those of the learned reader where no frame has both parties. */
export function withLearned(parties: Parties, sentence: Sentence, own: Match[], frames: Frames): Match[] {
  const whole = own.filter(isWhole)
  const told = new Set(whole.map(edgeOf))
  const isTold = ({ token, type }: TriggerReading): boolean =>
    frames.replaced.has(type) ||
    around(sentence, token).some((near) => isRuledOut(sentence, near, type, frames)) ||
    whole.some(({ frame, trigger }) => {
      return trigger === token || (frame.type === type && isNear(sentence, trigger, token))
    })
  // A word tells one event: of several types the likeliest.
  const isLikeliest = ({ token, score }: TriggerReading): boolean =>
    !sentence.triggers.some((other) => other.token === token && other.score > score)
  const learned = sentence.triggers
    .filter((reading) => reading.score >= MIN_TRIGGER && isLikeliest(reading) && !isTold(reading))
    .sort((a, b) => b.score - a.score)
    .flatMap((reading) => matchesOf(parties, sentence, reading))
    // "X and Y bombed Zenda": not X's allies, though Zenda is theirs.
    .filter(({ trigger, target }) => !own.some((other) => other.trigger === trigger && isOf(other, target)))
    .filter((match) => !told.has(edgeOf(match)) && told.add(edgeOf(match)))
  return [...own, ...learned]
}

/** The word, and those that tell the same event with it: "lifted" and "sanctions". */
const around = (sentence: Sentence, token: number): number[] => [
  token,
  ...childrenWith(sentence, token, "obj", "nsubj:pass"),
]

/** Whether whose town it is does what a match tells of. */
const isOf = ({ source }: Match, party: FoundParty | null): boolean =>
  party?.isSite === true && source?.actor === party.actor

/** Type and parties, of a symmetric type in either order. */
function edgeOf({ frame, source, target }: Match): string {
  const actors = [source?.actor, target?.actor]
  if (eventType(frame.type).symmetric) actors.sort()
  return [frame.type, ...actors].join(" ")
}

/** The same word, or one that hangs on the other. */
export const isNear = (sentence: Sentence, a: number, b: number): boolean =>
  a === b || tokenAt(sentence, a).head === b || tokenAt(sentence, b).head === a

function matchesOf(parties: Parties, sentence: Sentence, reading: TriggerReading): Match[] {
  const { token: trigger, type } = reading
  const frame = frameOf(type)
  const sources = partiesAt(parties, reading.source, (at) =>
    doerOf(parties, at, trigger).filter((party) => !party.isSite && !isPrivate(sentence, party, type)),
  )
  const targets = partiesAt(parties, reading.target, (at) => affectedOf(parties, at)).filter(
    (party) => !isVictim(sentence, party.token, isPerson(party), type) && !isPrivate(sentence, party, type),
  )
  const isNoun = /^(?:NOUN|PROPN)$/.test(tokenAt(sentence, trigger).upos)
  const asserted = isNoun ? nounPlaces(sentence, trigger, frame).asserted : trigger
  return sources.flatMap((source) =>
    targets
      .filter((target) => target.actor !== source.actor && !isOwnTown(parties, source, target))
      .map((target) => {
        const explicitInitiator = !isNoun && source.token < trigger
        return { frame, trigger, source, target, open: [], asserted, group: trigger, explicitInitiator }
      }),
  )
}

/** The parties at the words that the reader is sure of; those of a name count together, at its head. */
function partiesAt(
  { article, sentence }: Parties,
  scores: number[],
  find: (token: number) => FoundParty[],
): FoundParty[] {
  const names = mentionsIn(article, sentence.index).filter(({ kind }) => kind === "name")
  const together = scores.map((score, token) => {
    if (isPossessorOfOther(sentence, token)) return 0
    const name = names.find(({ first, last }) => first <= token && token <= last)
    return name === undefined
      ? score
      : token === name.head
        ? anyOf(scores.slice(name.first, name.last + 1))
        : 0
  })
  return together.flatMap((score, token) => (score >= MIN_PARTY ? find(token) : []))
}

/** "Doe's widow": not Doe. */
function isPossessorOfOther(sentence: Sentence, token: number): boolean {
  const { deprel, head } = tokenAt(sentence, token)
  return deprel === "nmod:poss" && isApart(tokenAt(sentence, head).lemma)
}

/** That one of several is right, were they independent. */
const anyOf = (scores: number[]): number => 1 - scores.reduce((rest, score) => rest * (1 - score), 1)

/** Whether no frame of ours or the user's told it. */
export const isLearned = ({ source, target }: Frame): boolean => source.length + target.length === 0

/** Words that no frame holds, as a frame without places. */
const frameOf = (type: EventType): Frame => ({
  type,
  cameo: eventType(type).cameo,
  source: [],
  target: [],
  certainty: 0.5,
  grouped: type === "MEDIATED",
  isUsers: false,
})
