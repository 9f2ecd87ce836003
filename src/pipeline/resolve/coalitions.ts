// "The Ruritanian-led coalition", "the coalition", "coalition aircraft": which alliance is meant.
import type { ActorId, Mention, Sentence } from "../../types.js"
import type { Draft } from "./draft.js"
import { caseOf, childrenOf, childrenWith, tokenAt } from "./grammar.js"

/** Parties that govern together are no alliance of states. */
const DOMESTIC =
  /^(?:ruling|governing|government|opposition|parliamentary|electoral|political|left|right|left-wing|right-wing|centre|party|partner|talks|deal|agreement|negotiation)$/

/** Adds a mention for each "coalition" that somebody leads, or that the article has named or implied. */
export function addCoalitions(draft: Draft): void {
  for (const sentence of draft.article.sentences) {
    for (let noun = 0; noun < sentence.tokens.length; noun++) {
      if (tokenAt(sentence, noun).lemma.toLowerCase() !== "coalition" || draft.covers(sentence, noun))
        continue
      if (isDomestic(sentence, noun)) continue
      const leader = leaderOf(draft, sentence, noun)
      const actor = leader === undefined ? namedBefore(draft) : ledBy(draft, leader.actors[0] as ActorId)
      if (actor === undefined) continue
      const first = Math.min(leader?.first ?? noun, noun)
      draft.add({
        ...{
          sentence,
          first,
          last: lastOf(draft, sentence, noun),
          head: noun,
          kind: "description",
          actors: [actor],
        },
        certainty: leader === undefined ? 0.75 : 0.9,
      })
    }
  }
}

/** "the Ruritanian-led coalition against the Blues" is one name. */
function lastOf(draft: Draft, sentence: Sentence, noun: number): number {
  const against = childrenWith(sentence, noun, "nmod").find((child) => caseOf(sentence, child) === "against")
  return against === undefined ? noun : (draft.at(sentence, against)?.last ?? noun)
}

function isDomestic(sentence: Sentence, noun: number): boolean {
  const token = tokenAt(sentence, noun)
  const near = (childrenOf(sentence)[noun] ?? []).map((child) => tokenAt(sentence, child))
  if (token.head >= 0 && token.deprel === "compound") near.push(tokenAt(sentence, token.head))
  return near.some(({ lemma }) => DOMESTIC.test(lemma.toLowerCase()))
}

/** "US-led", "led by the United States". */
function leaderOf(draft: Draft, sentence: Sentence, noun: number): Mention | undefined {
  for (const led of childrenWith(sentence, noun, "amod", "acl", "compound")) {
    if (!/^(?:led|lead)$/i.test(tokenAt(sentence, led).text)) continue
    for (const child of childrenWith(
      sentence,
      led,
      "compound",
      "obl",
      "nsubj",
      "amod",
      "obj",
      "nmod",
      "advmod",
    )) {
      const mention = draft.at(sentence, child)
      if (mention !== undefined && !mention.actors[0]?.startsWith("person:")) return mention
    }
  }
  return undefined
}

function ledBy(draft: Draft, leader: ActorId): ActorId | undefined {
  const known = knownCoalition(draft, leader)
  if (known !== undefined) return known
  const adjective = draft.index.adjectiveOf(leader) ?? draft.index.get(leader)?.name
  const led = leader === "state:USA" ? "US" : adjective
  return led === undefined ? undefined : draft.actors.addOrganisation(`${led}-led coalition`, null, null)
}

function namedBefore(draft: Draft): ActorId | undefined {
  const named = draft.actors.organisations().filter(({ name }) => /\bcoalition\b/i.test(name))
  if (named.length > 0) return named.length === 1 ? named[0]?.id : undefined
  return knownCoalition(draft)
}

/** The alliance of the tables whose opponent the article names, once it was formed. */
function knownCoalition({ actors, article, index }: Draft, leader?: ActorId): ActorId | undefined {
  const fitting = index.coalitions.filter(
    (row) =>
      (leader === undefined || row.leader === leader) &&
      actors.get(row.opponent) !== undefined &&
      (article.published === null || article.published >= row.from),
  )
  const [only, ...others] = fitting
  return only === undefined || others.length > 0 ? undefined : actors.addKnown(only.organisation)
}
