// Targets that a sentence leaves to its neighbours: who was talked to, struck or fought, and who is answered.
import type { ResolvedArticle } from "../../types.js"
import { childrenWith, tokenAt } from "../resolve/grammar.js"
import { actTypes } from "./acts.js"
import { doersOf, opponentOf } from "./answers.js"
import { nearest, type SentenceMatch } from "./nearby.js"
import type { FoundParty } from "./parties.js"
import { quarrellersOf } from "./sides.js"
import { verbArguments } from "./verb-arguments.js"

/** What it costs in certainty that the sentence does not say it. */
const DISCOUNT = 0.7

type Finder = (item: SentenceMatch, all: SentenceMatch[], article: ResolvedArticle) => FoundParty[]

/** The same matches, in order, with missing targets filled where the article says what they are. */
export function fillFromContext(article: ResolvedArticle, matches: SentenceMatch[]): SentenceMatch[] {
  // Claims of responsibility first: they tell who struck, which condemnations then look for.
  const finders: Finder[] = [victimsOf, doersOf, opponentOf, partnersOf, adversaryOf, quarrellersOf]
  return finders.reduce(
    (all, find) =>
      all.flatMap((item) => {
        const isOpen = item.match.target === null && item.match.source !== null
        return isOpen ? fill(item, find(item, all, article)) : [item]
      }),
    matches,
  )
}

/** The match with each target found. */
function fill(item: SentenceMatch, found: FoundParty[]): SentenceMatch[] {
  const { match } = item
  const others = found.filter(({ actor }) => actor !== match.source?.actor)
  if (others.length === 0) return [item]
  return others.map((party) => {
    const target = { ...party, certainty: party.certainty * DISCOUNT, token: match.trigger }
    return { ...item, match: { ...match, target } }
  })
}

/** "condoled": for whom something struck, unless they were just talking to somebody. */
function victimsOf(item: SentenceMatch, all: SentenceMatch[]): FoundParty[] {
  if (isSaidOfAct(item)) return targetOf(nearest(item, all, (other) => (isUnclaimed(other) ? 0 : undefined)))
  if (item.match.frame.context !== "victim") return []
  const struck = (reach?: number): FoundParty[] =>
    targetOf(nearest(item, all, (other) => (isStruck(other) ? 0 : undefined), reach))
  return [struck(0), partnerOf(item, all, 0), struck()].find((found) => found.length > 0) ?? []
}

/** "carried out the bombing": one told before without its doer. */
function isSaidOfAct({ sentence, match: { frame, trigger } }: SentenceMatch): boolean {
  if (frame.type !== "ATTACKED") return false
  const isNoun = tokenAt(sentence, trigger).upos === "NOUN"
  return (isNoun ? [trigger] : verbArguments(sentence, trigger).object).some(
    (act) =>
      actTypes(tokenAt(sentence, act).lemma).includes("ATTACKED") &&
      childrenWith(sentence, act, "det").some((det) => !/^an?$/i.test(tokenAt(sentence, det).text)),
  )
}

const isUnclaimed = ({ match }: SentenceMatch): boolean =>
  match.frame.type === "ATTACKED" && match.source === null && match.target !== null

/** People and states are mourned, armed groups are not. */
const isStruck = ({ match }: SentenceMatch): boolean =>
  match.frame.type === "ATTACKED" && match.target !== null && !match.target.actor.startsWith("org:")

const targetOf = (other: SentenceMatch | undefined): FoundParty[] =>
  other?.match.target == null ? [] : [other.match.target]

/** "called Roe and asked for help", but not "asked his hosts to help": there the sentence says whom. */
function partnersOf(item: SentenceMatch, all: SentenceMatch[]): FoundParty[] {
  const { sentence, match } = item
  if (match.frame.context !== "partner") return []
  const { object, complement } = verbArguments(sentence, match.trigger)
  const isToOther = object.some((token) => childrenWith(sentence, token, "nmod:poss").length > 0)
  return isToOther && complement.length > 0 ? [] : partnerOf(item, all, 1)
}

/** To whom the same person was just talking. */
function partnerOf(item: SentenceMatch, all: SentenceMatch[], reach: number): FoundParty[] {
  const isTalk = ({ match }: SentenceMatch): boolean =>
    ["CALLED", "MET", "CONSULTED"].includes(match.frame.type) &&
    match.target !== null &&
    match.source?.actor === item.match.source?.actor
  return targetOf(nearest(item, all, (other) => (isTalk(other) ? 0 : undefined), reach))
}

/** "Doeland massed its troops": against the one whom it fights in the article, where that is one. */
function adversaryOf({ match: { frame, source: self } }: SentenceMatch, all: SentenceMatch[]): FoundParty[] {
  if (frame.context !== "adversary") return []
  const others = new Map<string, FoundParty>()
  for (const { match } of all) {
    const { source, target } = match
    if (match.frame.type !== "ATTACKED" || source === null || target === null) continue
    if (source.actor === self?.actor) others.set(target.actor, target)
    if (target.actor === self?.actor) others.set(source.actor, source)
  }
  return others.size === 1 ? [...others.values()] : []
}
