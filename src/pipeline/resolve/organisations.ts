// Which organisation a name means that the tables do not hold: a new one, a state's body, or a short form of one.
import type { ActorId, Sentence } from "../../types.js"
import { type KnownActor, phraseKey } from "./actor-index.js"
import type { Draft } from "./draft.js"
import type { FoundName } from "./names.js"
import { bodyHead, isOrganisation, isSureHead } from "./organisation-names.js"
import { wordKey } from "./spelling.js"

/** A name with its text in the article. */
export interface Naming {
  found: FoundName
  text: string
}

/** The organisation of a name that the recogniser or an acronym marks as one; `counts` says how often names come. */
export function organisationOf(
  draft: Draft,
  sentence: Sentence,
  { found, text }: Naming,
  counts: ReadonlyMap<string, number>,
): ActorId | undefined {
  const { first, last, longForm } = found
  if (longForm !== undefined) return draft.actors.addOrganisation(longForm, null, null)
  if (found.type !== "ORG" || found.actor !== null) return undefined
  if (/(?:Embassy|Consulate)$/.test(text)) return undefined
  const owner = ownerBefore(draft, sentence, first)
  const known = bodyOfState(draft, sentence, first, last) ?? owned(draft, owner, text) ?? longer(draft, text)
  if (known !== undefined) return known
  if (first === last && draft.actors.findSurname(text) !== undefined) return undefined
  if (!isOrganisation(sentence, first, last, counts.get(text) ?? 0)) return undefined
  const state = owner?.state ?? homeIn(draft, sentence, first, last)
  return draft.actors.addOrganisation(text, state, owner?.id ?? null)
}

/** Without "the Senate" of the tables where another state's stands before it, or where its own state is not named. */
export function withoutStrangers(draft: Draft, names: FoundName[][]): FoundName[][] {
  const { index, article } = draft
  const keyOf = ({ sentence, first, last }: FoundName): string =>
    (article.sentences[sentence] as Sentence).tokens
      .slice(first, last + 1)
      .map(({ text }) => wordKey(text))
      .join(" ")
  const stateOf = (name: FoundName): string | undefined => statesOf(draft, name)[0]
  const isBody = (name: FoundName): boolean =>
    stateOf(name) !== undefined &&
    name.actor?.startsWith("org:") === true &&
    index.bodyName(keyOf(name)) !== undefined
  const states = new Set(names.flat().flatMap((name) => (isBody(name) ? [] : statesOf(draft, name))))
  return names.map((found) =>
    found.filter((name) => {
      if (!isBody(name)) return true
      const owner = found.find(
        ({ last, actor }) =>
          actor?.startsWith("state:") &&
          last < name.first &&
          last >= name.first - 2 &&
          (last === name.first - 1 ||
            /^['’]s?$/.test(article.sentences[name.sentence]?.tokens[last + 1]?.text ?? "")),
      )
      return owner === undefined ? states.has(stateOf(name) as string) : stateOf(owner) === stateOf(name)
    }),
  )
}

/** The state of a name's actor, or of those whose surname it is. */
function statesOf({ index, article }: Draft, { actor, type, sentence, last }: FoundName): string[] {
  const surname = article.sentences[sentence]?.tokens[last]?.text ?? ""
  const actors = actor !== null ? [index.get(actor)] : type === "PER" ? index.surname(surname) : []
  return actors.flatMap((known) => known?.state ?? [])
}

/** The state of "Ruritania's [National Guard]". */
function ownerBefore(draft: Draft, { tokens }: Sentence, first: number): Readonly<KnownActor> | undefined {
  if (!/^['’]s?$/.test(tokens[first - 1]?.text ?? "")) return undefined
  const actor = draft.index.phrase(wordKey(tokens[first - 2]?.text ?? ""))?.actor
  return actor?.startsWith("state:") ? draft.index.get(actor) : undefined
}

/** The state that a body has in its name: "the Ruritanian Millers' Union". */
function homeIn({ index }: Draft, { tokens }: Sentence, first: number, last: number): string | null {
  const phrase = first < last ? index.phrase(wordKey(tokens[first]?.text ?? "")) : undefined
  const isOfState = phrase?.kind === "adjective" && phrase.actor?.startsWith("state:")
  return isOfState ? (index.get(phrase.actor as ActorId)?.state ?? null) : null
}

/** "Ruritania's National Guard" is what the tables have as "Ruritanian National Guard". */
function owned(draft: Draft, owner: Readonly<KnownActor> | undefined, text: string): ActorId | undefined {
  if (owner === undefined) return undefined
  for (const name of [draft.index.adjectiveOf(owner.id), owner.name]) {
    const actor = draft.index.phrase(phraseKey(`${name} ${text}`))?.actor
    if (actor?.startsWith("org:")) return draft.actors.addKnown(actor)
  }
  return undefined
}

/** "Ruritanian Navy", "Ruritania Coast Guard": a body that every state has. */
function bodyOfState(draft: Draft, sentence: Sentence, first: number, last: number): ActorId | undefined {
  const keys = sentence.tokens.slice(first, last + 1).map(({ text }) => wordKey(text))
  for (let length = Math.min(3, keys.length - 1); length > 0; length--) {
    const owner = draft.index.phrase(keys.slice(0, length).join(" "))?.actor
    const body = draft.index.bodyName(keys.slice(length).join(" "))
    const state = owner?.startsWith("state:") ? draft.index.get(owner) : undefined
    if (state !== undefined && body !== undefined) return draft.actors.addBody(body, state)
  }
  return undefined
}

/** Adds "the Front", "the Party" where they follow a body of that kind and the recogniser passed them over. */
export function addShortForms(draft: Draft, sentence: Sentence): void {
  sentence.tokens.forEach(({ text }, at) => {
    if (!isSureHead(text) || draft.covers(sentence, at)) return
    if (
      !/^the$/i.test(sentence.tokens[at - 1]?.text ?? "") ||
      /^\p{Lu}/u.test(sentence.tokens[at + 1]?.text ?? "")
    )
      return
    const body = longer(draft, text)
    if (body !== undefined)
      draft.add({ sentence, first: at, last: at, kind: "name", actors: [body], certainty: 0.85 })
  })
}

/** "the Front", "Red Willow": how the article's only body with such a head or beginning is called for short. */
function longer(draft: Draft, text: string): ActorId | undefined {
  const isLong = (name: string): boolean =>
    name.length > text.length && (name.startsWith(`${text} `) || bodyHead(name) === text)
  const bodies = draft.actors.organisations()
  // By what the article calls them rather than by what they are called elsewhere.
  const met = bodies.filter(({ surfaces }) => [...surfaces.keys()].some(isLong))
  const found = met.length > 0 ? met : bodies.filter(({ name, aliases }) => [name, ...aliases].some(isLong))
  return found.length === 1 ? found[0]?.id : undefined
}
