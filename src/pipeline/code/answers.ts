// Whom an event without a target answers: who did the act that is condemned, threatened first, or had asked.
import type { EventType, ResolvedArticle, Sentence } from "../../types.js"
import { caseOf, childrenWith, tokenAt } from "../resolve/grammar.js"
import { affectedOf } from "./act-parties.js"
import { actTypes } from "./acts.js"
import type { Match } from "./match.js"
import { isAsserted, nearest, type SentenceMatch, sideOf } from "./nearby.js"
import { type FoundParty, Parties } from "./parties.js"
import { obliques } from "./phrases.js"
import { verbArguments } from "./verb-arguments.js"

/** An act as a neighbour tells it. */
interface Act extends SentenceMatch {
  doer: FoundParty
  victim: FoundParty | null
  isAccusation: boolean
}

/** "condemned the raids": who made them, as told nearby, or who was accused of them. */
export function doersOf(item: SentenceMatch, all: SentenceMatch[], article: ResolvedArticle): FoundParty[] {
  const { match, sentence } = item
  const { lemma } = tokenAt(sentence, match.trigger)
  if (match.source === null || OWN_ACT.test(lemma)) return []
  const self = sideOf(article, match.source.actor)
  for (const { token, noun } of actsNamed(item)) {
    // To deny an accusation is not to refuse anything.
    if (lemma === "deny" && actTypes(noun).includes("ACCUSED")) continue
    const acts = actsCalled(noun, all)
    const struck = affectedOf(new Parties(article, sentence), token).map(({ actor }) =>
      sideOf(article, actor),
    )
    const found = nearest(item, acts, (act) => {
      const victim = act.victim === null ? null : sideOf(article, act.victim.actor)
      const side = sideOf(article, act.doer.actor)
      // Rebels strike their own state: they are not on its side.
      const isByOther = ![self, ...struck].includes(side) || side === victim
      const isThis = struck.length === 0 || victim === null || struck.includes(victim)
      // Acts of speech are answered by whom they were addressed to.
      const isAnswered = victim === self || !SPOKEN.has(act.match.frame.type) || act.isAccusation
      if (!isByOther || !isThis || !isAnswered || !isAsserted(act)) return undefined
      return (victim === self ? 1 : 0) + (isNamedBy(act, noun) ? 0.6 : 0) + (act.isAccusation ? 0.5 : 0)
    })
    if (found !== undefined) {
      return acts.filter((act) => isToldWith(act, found)).map(({ doer }) => doer)
    }
  }
  return []
}

/** An act by the noun that it may be told by: a release undoes a detention. */
interface Named {
  token: number
  noun: string
}

const nounAt = (sentence: Sentence, token: number): Named => {
  return { token, noun: tokenAt(sentence, token).lemma.toLowerCase() }
}

/** Acts that stand where a frame looks for their doer; "demanded an end to the raids", "their release". */
function actsNamed({ sentence, match }: SentenceMatch): Named[] {
  if (match.frame.type !== "URGED") {
    return match.open.filter((token) => !isOwned(sentence, token)).map((token) => nounAt(sentence, token))
  }
  const { object, oblique } = verbArguments(sentence, match.trigger)
  return [...object, ...(oblique.get("for") ?? [])].flatMap((token) => {
    const { noun } = nounAt(sentence, token)
    if (/^(?:release|freedom|freeing|safety|liberation)$/.test(noun)) return [{ token, noun: "detention" }]
    if (!/^(?:end|halt|stop|cessation)$/.test(noun)) return []
    const ended = obliques(sentence, token)
    return [...(ended.get("to") ?? []), ...(ended.get("of") ?? [])]
      .filter((act) => !isOwned(sentence, act))
      .map((act) => nounAt(sentence, act))
  })
}

/** One defends the act of one's own side. */
const OWN_ACT = /^(?:defend|justify)$/

const SPOKEN = new Set<EventType>(["ACCUSED", "URGED", "THREATENED", "CONDEMNED"])

/** "the regime's raids": the sentence says whose, though it names nobody. */
const isOwned = (sentence: Sentence, noun: number): boolean =>
  childrenWith(sentence, noun, "nmod:poss").length > 0 ||
  childrenWith(sentence, noun, "nmod").some((child) => caseOf(sentence, child) === "by")

/** Lists distribute: all who did it by the same word. */
const isToldWith = (a: SentenceMatch, b: SentenceMatch): boolean =>
  a.sentence === b.sentence && a.match.trigger === b.match.trigger

/** "shelled" is what "the shelling" names. */
const isNamedBy = ({ sentence, match }: SentenceMatch, noun: string): boolean =>
  tokenAt(sentence, match.trigger).lemma.slice(0, 4) === noun.slice(0, 4)

/** The acts that a noun may point back to; an accusation tells of one where its sentence does. */
function actsCalled(noun: string, all: SentenceMatch[]): Act[] {
  const types = actTypes(noun)
  const isOfTypes = (type: EventType): boolean => types.includes(type)
  const telling = new Set(
    all.filter(({ match }) => isOfTypes(match.frame.type)).map(({ sentence }) => sentence),
  )
  const tells = (sentence: Sentence): boolean =>
    telling.has(sentence) || sentence.tokens.some(({ lemma }) => actTypes(lemma).some(isOfTypes))
  return all.flatMap((other): Act[] => {
    const { source, target, frame } = other.match
    if (frame.type === "ACCUSED" && source !== null && target !== null && !isOfTypes("ACCUSED")) {
      return tells(other.sentence) ? [{ ...other, doer: target, victim: null, isAccusation: true }] : []
    }
    if (!isOfTypes(frame.type) || source === null) return []
    // "We attacked nobody": what befell nobody must at least be called so.
    if (target === null && source.actor.startsWith("person:") && !isNamedBy(other, noun)) return []
    return [{ ...other, doer: source, victim: target, isAccusation: false }]
  })
}

const STRUCK = new Set<EventType>(["ATTACKED", "COERCED", "SANCTIONED", "MOBILIZED", "THREATENED"])

/** "vowed to hit back": at whoever has just struck the speaker's side. */
export function opponentOf(
  item: SentenceMatch,
  all: SentenceMatch[],
  article: ResolvedArticle,
): FoundParty[] {
  const { sentence, match } = item
  if (match.frame.type !== "THREATENED" || match.source === null || isMereWarning(sentence, match)) return []
  const self = sideOf(article, match.source.actor)
  const isOn = (party: FoundParty | null): boolean => party !== null && sideOf(article, party.actor) === self
  const found = nearest(
    item,
    all,
    (other) => {
      const { frame, source, target } = other.match
      const isMeant = STRUCK.has(frame.type) && isOn(target) && !isOn(source) && isAsserted(other)
      return isMeant ? 0 : undefined
    },
    2,
  )
  return found?.match.source == null ? [] : [found.match.source]
}

/** "warned that time was running out" threatens nobody; "warned of reprisals" does. */
const isMereWarning = (sentence: Sentence, { frame, trigger }: Match): boolean =>
  tokenAt(sentence, trigger).lemma === "warn" && frame.where === undefined
