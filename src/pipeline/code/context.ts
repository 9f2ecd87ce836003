// Targets that a sentence leaves to its neighbours: who was talked to, who was struck, who struck.
import type { Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import type { Match } from "./match.js"
import { nounArguments } from "./noun-arguments.js"
import type { FoundParty } from "./parties.js"
import { verbArguments } from "./verb-arguments.js"

export interface SentenceMatch {
  sentence: Sentence
  match: Match
}

type Context = NonNullable<Match["frame"]["context"]>

/** How many sentences away an act may be told, and what the distance costs in certainty. */
const REACH = 3
const DISCOUNT = 0.7

/** The same matches, in order, with missing targets filled where the frame says what they are. */
export function fillFromContext(matches: SentenceMatch[]): SentenceMatch[] {
  // Claims of responsibility first: they tell who struck, which condemnations then look for.
  const claimed = matches.map((item) => fill(item, matches, "victim"))
  const blamed = claimed.map((item) => fill(fill(item, claimed, "attacker"), claimed, "partner"))
  return blamed.map((item) => fill(item, blamed, "adversary"))
}

function fill(item: SentenceMatch, all: SentenceMatch[], context: Context): SentenceMatch {
  const { match } = item
  if (match.frame.context !== context || match.target !== null || match.source === null) return item
  const found = FINDERS[context](item, all)
  if (found === undefined || found.actor === match.source.actor) return item
  const target = { ...found, certainty: found.certainty * DISCOUNT, token: match.trigger }
  return { ...item, match: { ...match, target } }
}

type Finder = (item: SentenceMatch, all: SentenceMatch[]) => FoundParty | undefined

const FINDERS: Record<Context, Finder> = {
  adversary: adversaryOf,
  victim: (item, all) => {
    const struck = (reach: number): FoundParty | null =>
      nearest(item, all, isStruck, reach)?.match.target ?? null
    return struck(0) ?? partnerOf(item, all, 0) ?? struck(REACH) ?? undefined
  },
  attacker: (item, all) =>
    isOfAttack(item)
      ? (nearest(item, all, (other) => isAttack(other) && other.match.source)?.match.source ?? undefined)
      : undefined,
  partner: (item, all) => partnerOf(item, all, 1),
}

const isAttack = ({ match }: SentenceMatch): boolean => match.frame.type === "ATTACKED"
/** "called Roe and expressed her condolences": to Roe. */
function partnerOf(item: SentenceMatch, all: SentenceMatch[], reach: number): FoundParty | undefined {
  const talk = nearest(
    item,
    all,
    (other) => isTalk(other) && other.match.source?.actor === item.match.source?.actor,
    reach,
  )
  return talk?.match.target ?? undefined
}

/** "Doeland massed its troops": against the one whom it fights in the article, where that is one. */
function adversaryOf(item: SentenceMatch, all: SentenceMatch[]): FoundParty | undefined {
  const self = item.match.source?.actor
  const others = new Map<string, FoundParty>()
  for (const { match } of all) {
    if (match.frame.type !== "ATTACKED" || match.source === null || match.target === null) continue
    if (match.source.actor === self) others.set(match.target.actor, match.target)
    if (match.target.actor === self) others.set(match.source.actor, match.source)
  }
  return others.size === 1 ? [...others.values()][0] : undefined
}

/** People and states are mourned, armed groups are not. */
const isStruck = (item: SentenceMatch): boolean =>
  isAttack(item) && item.match.target !== null && !item.match.target.actor.startsWith("org:")
const isTalk = ({ match }: SentenceMatch): boolean =>
  match.target !== null && ["CALLED", "MET", "CONSULTED"].includes(match.frame.type)

/** The nearest match that fits, what was told before winning over what comes after. */
function nearest(
  item: SentenceMatch,
  all: SentenceMatch[],
  fits: (other: SentenceMatch) => unknown,
  reach = REACH,
): SentenceMatch | undefined {
  const distance = (other: SentenceMatch): number => {
    const ahead = other.sentence.index - item.sentence.index
    return ahead > 0 ? ahead + 0.5 : -ahead
  }
  let best: SentenceMatch | undefined
  for (const other of all) {
    if (other === item || distance(other) > reach || !fits(other)) continue
    if (best === undefined || distance(other) < distance(best)) best = other
  }
  return best
}

const ATTACK =
  /^(?:attack|strike|airstrike|raid|bombing|bombardment|shelling|assault|killing|murder|massacre|atrocity|violence|shooting|act|incident|crime|terrorism|explosion|blast|aggression|what)$/

/** "condemned the attack", not "condemned the budget". */
function isOfAttack({ sentence, match: { trigger } }: SentenceMatch): boolean {
  const isVerb = tokenAt(sentence, trigger).upos === "VERB"
  const of = isVerb ? [] : (nounArguments(sentence, trigger).oblique.get("of") ?? [])
  const objects = isVerb ? verbArguments(sentence, trigger).object : of
  return objects.some((token) => ATTACK.test(tokenAt(sentence, token).lemma))
}
