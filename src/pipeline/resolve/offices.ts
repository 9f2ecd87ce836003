// Who an office noun means: whoever the article or the tables have in it.
import type { ActorId, Sentence } from "../../types.js"
import { LEADING_OFFICE } from "./actor-index.js"
import type { Draft } from "./draft.js"
import { childrenWith, tokenAt } from "./grammar.js"
import { wordKey } from "./spelling.js"

const PLURAL = /^(?:NNS|NNPS)$/

/** "the Ruritanian president" after "Ruritanian President Jane Doe": Jane Doe. */
export function filledOffice(
  draft: Draft,
  sentence: Sentence,
  noun: number,
  owner: ActorId,
): ActorId | undefined {
  const token = tokenAt(sentence, noun)
  if (
    PLURAL.test(token.xpos) ||
    token.lemma === "counterpart" ||
    !draft.index.isTitle(token.lemma.toLowerCase())
  )
    return undefined
  if (childrenWith(sentence, noun, "det").some((det) => /^an?$/i.test(tokenAt(sentence, det).text)))
    return undefined
  return findOfficeHolder(draft, sentence, noun, owner)
}

const SAME_OFFICE = new Map([
  ["premier", "minister"],
  ["spokeswoman", "spokesman"],
  ["spokesperson", "spokesman"],
  ["chairwoman", "chairman"],
  ["chair", "chairman"],
  ["secretary-general", "secretary"],
])
const office = (word: string): string => SAME_OFFICE.get(word) ?? word

/** The person of the article whose office a noun with its modifiers names; `owner` narrows it to a state or body. */
export function findOfficeHolder(
  draft: Draft,
  sentence: Sentence,
  noun: number,
  owner?: ActorId,
): ActorId | undefined {
  const lemma = tokenAt(sentence, noun).lemma.toLowerCase()
  const said = childrenWith(sentence, noun, "amod", "compound")
    .filter((child) => !draft.covers(sentence, child))
    .map((child) => wordKey(tokenAt(sentence, child).text))
    .filter(
      (word) => draft.index.isTitleModifier(word) && !/^(?:former|new|outgoing|acting|then|late)$/.test(word),
    )
  if (lemma === "premier") said.push("prime")
  const fits = (role: string): boolean => {
    if (lemma === "leader" && said.length === 0 && LEADING_OFFICE.test(role)) return true
    const words = wordKey(role).split(/[^a-z-]+/)
    return (
      words.map(office).includes(office(lemma)) &&
      said.every((word) => words.includes(word) || (word === "prime" && words.includes("premier")))
    )
  }
  const ofOwner = (of: ActorId): boolean =>
    owner === undefined || of === owner || draft.actors.stateOf(of) === owner
  const holders = draft.actors
    .people()
    .filter((person) => person.roles.some(({ role, of }) => fits(role) && ofOwner(of)))
  if (holders.length === 0 && owner !== undefined)
    return knownHolder(draft, sentence, noun, owner, [...said, lemma])
  return holders.length === 1 ? holders[0]?.id : undefined
}

/** Who held exactly this office on the day of the article, unless the sentence tells of another year. */
function knownHolder(
  draft: Draft,
  sentence: Sentence,
  noun: number,
  owner: ActorId,
  said: string[],
): ActorId | undefined {
  const { published, text } = draft.article
  const isDated = /\b(?:19|20)\d\d\b/.test(text.slice(sentence.start, sentence.end))
  const modifiers = childrenWith(sentence, noun, "amod", "compound").map(
    (child) => tokenAt(sentence, child).lemma,
  )
  if (
    published === null ||
    isDated ||
    modifiers.some((word) => /^(?:former|then|ex|late|next|new)$/i.test(word))
  ) {
    return undefined
  }
  const wanted = new Set(said.map((word) => (word === "premier" ? "minister" : office(word))))
  const holders = draft.index.officeHolders(owner, published).filter(({ office: name }) => {
    const words = wordKey(name).split(" ").map(office)
    return words.length === wanted.size && words.every((word) => wanted.has(word))
  })
  return holders.length === 1
    ? draft.actors.addKnown((holders[0] as (typeof holders)[0]).person.id)
    : undefined
}
