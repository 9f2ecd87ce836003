// Offices that the article itself gives: by titles before names and by appositions.
import type { ActorId, Mention, Role, Sentence, Token } from "../../types.js"
import { LEADING_OFFICE } from "./actor-index.js"
import type { Draft } from "./draft.js"
import { caseOf, childrenOf, childrenWith, conjuncts, subtree, tokenAt } from "./grammar.js"
import { wordKey } from "./spelling.js"

/** Adds roles of people, and a mention for each office noun that stands beside a name: "the head of X, Jane Doe". */
export function addRoles(draft: Draft): void {
  for (const sentence of draft.article.sentences) {
    for (const mention of [...draft.in(sentence)]) {
      const [person] = mention.actors as [ActorId]
      if (mention.kind !== "name" || !person.startsWith("person:")) continue
      addTitleRole(draft, sentence, mention, person)
      addApposition(draft, sentence, mention, person)
    }
  }
}

function addTitleRole(draft: Draft, sentence: Sentence, mention: Mention, person: ActorId): void {
  const words = sentence.tokens.slice(mention.first, mention.last + 1)
  const lastTitle = words.findLastIndex((token) => draft.index.isTitle(wordKey(token.text)))
  if (lastTitle < 0) return
  const last = mention.first + lastTitle
  const role =
    roleOf(draft, sentence, titleStart(sentence, mention), last) ??
    homeRole(draft, sentence, mention.first, last, person)
  if (role !== undefined) draft.actors.addRole(person, role)
}

/** "the Ruritanian agriculture minister Jane Doe": the portfolio, and whose it is, stand before the title that is known. */
function titleStart(sentence: Sentence, { first, last }: Mention): number {
  const isPart = (at: number): boolean => {
    const { deprel, head, xpos } = tokenAt(sentence, at)
    const isModifier = /^(?:amod|compound|nmod:poss|conj|cc)$/.test(deprel) && head >= at && head <= last
    return isModifier || xpos === "POS"
  }
  let start = first
  while (start > 0 && isPart(start - 1)) start--
  return start
}

/**
 * "President Jane Doe imposed a curfew in Strelsau": whom no table knows leads the state that lies there, where the
 * article names no other.
 */
function homeRole(
  draft: Draft,
  sentence: Sentence,
  first: number,
  last: number,
  person: ActorId,
): Role | undefined {
  const { text, sentences } = draft.article
  const role = text.slice(tokenAt(sentence, first).start, tokenAt(sentence, last).end)
  if (draft.actors.stateOf(person) !== null || !LEADING_OFFICE.test(role)) return undefined
  const [name = "", ...more] = draft.actors.get(person)?.names[0] ?? []
  if (more.length === 0) return familyRole(draft, name, role)
  const states = sentences.flatMap((other) =>
    draft.in(other).flatMap((mention) => mention.actors.filter((actor) => actor.startsWith("state:"))),
  )
  const [of] = states
  if (of === undefined || states.some((state) => state !== of)) return undefined
  const isPlace = ({ actors, kind, head }: Mention): boolean =>
    actors[0] === of && (kind === "place" || /^(?:in|at|across|throughout)$/.test(caseOf(sentence, head)))
  return draft.in(sentence).some(isPlace) ? { role, of } : undefined
}

/** "President Doe", where the day does not tell which of several: all of them led one state. */
function familyRole(draft: Draft, surname: string, role: string): Role | undefined {
  const title = wordKey(role)
  const held = draft.index
    .surname(surname)
    .flatMap(({ offices }) => offices.filter(({ office }) => wordKey(office) === title))
  const [first, ...others] = held
  return first !== undefined && others.every(({ of }) => of === first.of) ? { role, of: first.of } : undefined
}

/** Both "Jane Doe, the minister of X" and "the minister of X, Jane Doe". */
function addApposition(draft: Draft, sentence: Sentence, mention: Mention, person: ActorId): void {
  const name = tokenAt(sentence, mention.head)
  const beside = childrenWith(sentence, mention.head, "appos")
  if (name.deprel === "appos" || name.deprel === "flat" || name.deprel === "nmod:desc") beside.push(name.head)
  for (const noun of beside) {
    if (noun >= mention.first && noun <= mention.last) continue
    if (!isOffice(draft, sentence, noun)) continue
    const [first, last] = phraseAround(sentence, noun, mention)
    const role = roleOf(draft, sentence, first, last)
    if (role !== undefined) draft.actors.addRole(person, role)
    draft.add({ sentence, first, last, head: noun, kind: "description", actors: [person], certainty: 0.92 })
  }
}

export function isOffice(draft: Draft, sentence: Sentence, token: number): boolean {
  const { upos, lemma } = tokenAt(sentence, token)
  return (upos === "NOUN" || upos === "PROPN") && draft.index.isTitle(lemma.toLowerCase())
}

/** The noun's phrase without the name beside it, the marks around it and clauses behind: ", the envoy, who left,". */
function phraseAround(sentence: Sentence, noun: number, name: Mention): [number, number] {
  let [first, last] = subtree(sentence, noun)
  for (const clause of childrenWith(sentence, noun, "acl", "parataxis", "advcl")) {
    if (clause > noun) last = Math.min(last, subtree(sentence, clause)[0] - 1)
  }
  if (noun < name.first) last = Math.min(last, name.first - 1)
  else first = Math.max(first, name.last + 1)
  const isMark = (at: number): boolean => /^(?:PUNCT|CCONJ)$/.test(tokenAt(sentence, at).upos)
  while (first < noun && isMark(first)) first++
  while (last > noun && (isMark(last) || tokenAt(sentence, last).xpos === "POS")) last--
  return [Math.min(first, noun), Math.max(last, noun)]
}

/** "the Ruritanian foreign minister" -> role "foreign minister" of Ruritania. */
function roleOf(draft: Draft, sentence: Sentence, first: number, last: number): Role | undefined {
  const inside = draft.in(sentence).filter((mention) => first <= mention.first && mention.last <= last)
  const holders = inside.filter((mention) => !mention.actors[0]?.startsWith("person:"))
  const holder = holders.find((mention) => mention.actors[0]?.startsWith("org:")) ?? holders[0]
  if (holder === undefined) return undefined
  const words = sentence.tokens
    .slice(first, last + 1)
    .filter((token, at) => !isHolder(token, first + at, holder))
    .map((token) => token.text)
    .join(" ")
    .replace(/^(?:(?:the|a|an|and|then)\b|'s|’s|\s|,)+/i, "")
    .replace(/(?:\s|,|'s|’s|\bof|\bto|\bthe|\bfor)+$/i, "")
  return words === "" || /\bcounterpart$/.test(words)
    ? undefined
    : { role: words, of: holder.actors[0] as ActorId }
}

const isHolder = (_: Token, at: number, holder: Mention): boolean => holder.first <= at && at <= holder.last

/** States and organisations that a noun belongs to: "Israeli", "of the Arab League", "Egypt's", joined ones too. */
export function ownersOf(draft: Draft, sentence: Sentence, noun: number): ActorId[] {
  // "An embassy in Strelsau" is anybody's but the host's.
  // So is "our ambassador in Strelsau".
  const isMission =
    MISSION.test(tokenAt(sentence, noun).lemma) ||
    childrenWith(sentence, noun, "nmod:poss").some((child) => tokenAt(sentence, child).xpos === "PRP$")
  const whose = isMission ? /^(?:of|from)$/ : /^(?:of|from|in)$/
  const group = armedGroupOf(draft, sentence, noun)
  if (group !== undefined) return [group]
  for (const child of childrenOf(sentence)[noun] ?? []) {
    const { deprel } = tokenAt(sentence, child)
    const isModifier = ["amod", "compound", "nmod:poss", "nmod:desc"].includes(deprel)
    const isPossessor = deprel === "nmod" && whose.test(caseOf(sentence, child))
    if (!isModifier && !isPossessor) continue
    const owners = conjuncts(sentence, child).flatMap((part) => {
      return (draft.at(sentence, part)?.actors ?? []).filter((actor) => !actor.startsWith("person:"))
    })
    if (owners.length > 0) return [...new Set(owners)]
  }
  return []
}

/** "Ruritania's Black Front rebels" are the Front's, but "Ruritania's UN envoy" is the state's. */
function armedGroupOf(draft: Draft, sentence: Sentence, noun: number): ActorId | undefined {
  for (const child of childrenWith(sentence, noun, "compound", "nmod:desc", "amod")) {
    const mention = draft.at(sentence, child)
    const [actor = "", ...others] = mention?.actors ?? []
    const kind = draft.index.get(actor)?.bodyKind
    if (mention?.kind === "name" && kind === "armed-group" && others.length === 0) return actor
  }
  return undefined
}

const MISSION = /^(?:embassy|consulate|mission)$/
