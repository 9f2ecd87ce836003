// Who an office noun means: whoever the article or the tables have in it.
import type { ActorId, Role, Sentence } from "../../types.js"
import { heldOn, LEADING_OFFICE } from "./actor-index.js"
import type { Draft } from "./draft.js"
import { childrenWith, hasDeterminer, tokenAt } from "./grammar.js"
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
  if (hasDeterminer(sentence, noun, /^an?$/i)) return undefined
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

const PAST = /^(?:former|ex|then|late|ousted|deposed|toppled|overthrown|retired|previous)$/
const onlyOne = (people: ActorId[]): ActorId | undefined => (people.length === 1 ? people[0] : undefined)

/**
 * The person of the article whose office a noun with its modifiers names; `owner` narrows it to a state or body,
 * `pick` says which when there are several.
 */
export function findOfficeHolder(
  draft: Draft,
  sentence: Sentence,
  noun: number,
  owner?: ActorId,
  pick = onlyOne,
): ActorId | undefined {
  const last = tokenAt(sentence, noun).lemma.toLowerCase()
  const modifiers = childrenWith(sentence, noun, "amod", "compound")
    .filter((child) => !draft.covers(sentence, child))
    .map((child) => wordKey(tokenAt(sentence, child).text))
  const isSecretaryGeneral = last === "general" && modifiers.includes("secretary")
  const lemma = isSecretaryGeneral ? "secretary-general" : last
  const isPast = modifiers.some((word) => PAST.test(word))
  const said = modifiers.filter(
    (word) =>
      draft.index.isTitleModifier(word) &&
      !(isSecretaryGeneral && word === "secretary") &&
      !PAST.test(word) &&
      !/^(?:new|outgoing|acting)$/.test(word),
  )
  if (lemma === "premier") said.push("prime")
  const fits = (role: string): boolean => {
    if (lemma === "leader" && said.length === 0 && LEADING_OFFICE.test(role)) return true
    const words = wordKey(ownOffice(role)).split(/[^a-z-]+/)
    return (
      (isSecretaryGeneral ? words : words.map(office)).includes(isSecretaryGeneral ? lemma : office(lemma)) &&
      said.every((word) => words.includes(word) || (word === "prime" && words.includes("premier")))
    )
  }
  const ofOwner = (of: ActorId): boolean =>
    owner === undefined || of === owner || draft.actors.stateOf(of) === owner
  const holders = draft.actors.people().filter((person) => {
    const past = isPast ? pastOffices(draft, person.id) : []
    const roles = isPast ? person.roles.filter(({ role }) => /\b(?:former|ex)\b/i.test(role)) : person.roles
    return [...roles, ...past].some(({ role, of }) => fits(role) && ofOwner(of))
  })
  if (holders.length === 0 && owner !== undefined)
    return knownHolder(draft, sentence, noun, owner, [...said, lemma])
  // "the president" is no former one, where the article has another.
  const present = holders.filter(({ roles }) =>
    roles.some(({ role, of }) => fits(role) && ofOwner(of) && !/\b(?:former|ex)\b/i.test(role)),
  )
  return pick((isPast || present.length === 0 ? holders : present).map(({ id }) => id))
}

/** "spokesman" of "spokesman for the secretary-general". */
const ownOffice = (role: string): string =>
  /\b(?:spokes\w+|advis[eo]r|aide|assistant|deputy|envoy|counsel\w*|chief of staff)\b.*?(?=\s(?:of|for|to)\b)/i.exec(
    role,
  )?.[0] ?? role

/** Offices that a person had left on the day of the article. */
function pastOffices(draft: Draft, person: ActorId): Role[] {
  const { published } = draft.article
  return (draft.index.get(person)?.offices ?? [])
    .filter((held) => published !== null && held.from < published && !heldOn(held, published))
    .map(({ office: role, of }) => ({ role, of }))
}

/** Whether a person speaks and acts for a state: its president, premier or a minister. */
export function isLeading(draft: Draft, person: ActorId): boolean {
  return (draft.actors.get(person)?.roles ?? []).some(
    ({ role }) =>
      /\b(?:president|premier|minister|chancellor|taoiseach|king|queen|emir|sultan|emperor|leader|ruler|secretary of state)\b/i.test(
        role,
      ) && !/\b(?:former|ex|vice|deputy)\b/i.test(role),
  )
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
  // "Ruritania's foreign minister", without a name, acts for the state that is named.
  const isOfNamed = childrenWith(sentence, noun, "nmod:poss", "amod", "compound", "nmod").some(
    (child) => draft.at(sentence, child) !== undefined,
  )
  if (isOfNamed && said.includes("minister") && !said.includes("prime")) return undefined
  const wanted = new Set(said.map((word) => (word === "premier" ? "minister" : office(word))))
  const holders = draft.index.officeHolders(owner, published).filter(({ office: name }) => {
    // "the Secretary" of a foreign ministry's statement.
    if (name === "Secretary of State" && said.join() === "secretary") return true
    const words = wordKey(name).split(" ").map(office)
    return words.length === wanted.size && words.every((word) => wanted.has(word))
  })
  return holders.length === 1
    ? draft.actors.addKnown((holders[0] as (typeof holders)[0]).person.id)
    : undefined
}
