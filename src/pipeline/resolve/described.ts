// "The Kurdish militia", "Kurdish-led forces", "the Kurds": the body that the article, or the tables, call so.
import type { ActorId, Sentence } from "../../types.js"
import type { Draft } from "./draft.js"
import { childrenWith, conjuncts, tokenAt } from "./grammar.js"

/** Nouns for bodies and for their people. */
const BODY =
  /^(?:militia|militiaman|group|grouping|movement|party|faction|organi[sz]ation|insurgency|insurgent|rebel|guerrilla|fighter|militant|separatist|secessionist|paramilitary|force|army|unit|network|sect|alliance|coalition|gunman|jihadist|islamist|extremist|terrorist|armed)$/

/** What each body is called: "kurdish" and "militia" of "the Kurdish militia, the YPG". */
export type Traits = ReadonlyMap<ActorId, ReadonlySet<string>>

/** The words for the article's bodies, by what stands before, beside and behind their names. */
export function traitsOf(draft: Draft): Traits {
  const traits = new Map<ActorId, Set<string>>()
  for (const sentence of draft.article.sentences) {
    for (const mention of draft.in(sentence)) {
      const [actor = ""] = mention.actors
      if (!actor.startsWith("org:") || !/^(?:name|description)$/.test(mention.kind)) continue
      const known = traits.get(actor) ?? traitsInTables(draft, actor)
      traits.set(actor, known)
      known.add(wordAt(sentence, mention.head))
      if (mention.kind !== "name" || !hasPeople(draft, actor)) continue
      for (const word of wordsBeside(sentence, mention.head)) known.add(word)
    }
  }
  return traits
}

/** Of a people, a faith, a cause. */
const hasPeople = (draft: Draft, actor: ActorId): boolean =>
  /^(?:armed-group|party)$/.test(draft.index.get(actor)?.bodyKind ?? "party")

/** "Kurdish YPG" beside "YPG" among an actor's names. */
function traitsInTables(draft: Draft, actor: ActorId): Set<string> {
  const known = draft.index.get(actor)
  const names = known === undefined ? [] : [known.name, ...known.aliases]
  return new Set(
    names.flatMap((name) => {
      const rest = names.find((other) => name.endsWith(` ${other}`))
      return rest === undefined ? [] : name.slice(0, -rest.length).trim().toLowerCase().split(" ")
    }),
  )
}

/** The modifiers of a name, and the noun that it stands beside with its own. */
function wordsBeside(sentence: Sentence, head: number): string[] {
  const { deprel, head: above } = tokenAt(sentence, head)
  if (deprel === "conj" && above >= 0) return wordsBeside(sentence, above)
  const isNamed = above >= 0 && /^(?:compound|appos|nmod:desc|flat|nsubj)$/.test(deprel)
  const nouns = [...(isNamed ? [above] : []), ...childrenWith(sentence, head, "appos", "nmod:desc")]
  return [
    ...modifiers(sentence, head).map((at) => wordAt(sentence, at)),
    ...nouns
      .flatMap((noun) => conjuncts(sentence, noun))
      .filter((noun) => BODY.test(tokenAt(sentence, noun).lemma))
      .flatMap((noun) => [noun, ...modifiers(sentence, noun)])
      .map((at) => wordAt(sentence, at)),
  ]
}

const wordAt = (sentence: Sentence, at: number): string => {
  const { upos, lemma, text } = tokenAt(sentence, at)
  return (upos === "NOUN" ? lemma : text).toLowerCase()
}

/** Adjectives and nouns before a noun; of "Kurdish-led" the first. */
function modifiers(sentence: Sentence, noun: number): number[] {
  return childrenWith(sentence, noun, "amod", "compound", "nmod:desc", "nmod:unmarked")
    .flatMap((child) => [child, ...childrenWith(sentence, child, "compound", "obl", "amod", "advmod")])
    .filter((child) => child < noun && /^(?:ADJ|PROPN|NOUN)$/.test(tokenAt(sentence, child).upos))
}

/** Whose words these are: `fits` says of an actor whether it may be meant; undefined when the words tell of nobody. */
export function described(
  draft: Draft,
  traits: Traits,
  sentence: Sentence,
  at: number,
): ((actor: ActorId) => boolean) | undefined {
  const { lemma, text, upos } = tokenAt(sentence, at)
  const people = peopleStem(text, upos)
  if (people !== undefined) {
    return (actor) => [...(traits.get(actor) ?? [])].some((trait) => trait.startsWith(people))
  }
  const before = modifiers(sentence, at)
  if (before.length > 0 && !BODY.test(lemma)) return undefined
  const telling = before.filter((token) => isTelling(draft, traits, sentence, token))
  const words = (before.length > 0 ? telling : bareNoun(traits, sentence, at)).map((token) =>
    wordAt(sentence, token),
  )
  return words.length === 0
    ? undefined
    : (actor) => words.every((word) => traits.get(actor)?.has(word) ?? false)
}

/** "the battalion", where nothing says which one and a body is called so. */
function bareNoun(traits: Traits, sentence: Sentence, at: number): number[] {
  const isOpen =
    childrenWith(sentence, at, "det").length > 0 && childrenWith(sentence, at, "nmod", "appos").length === 0
  return isOpen && isTrait(traits, wordAt(sentence, at)) ? [at] : []
}

const isTrait = (traits: Traits, word: string): boolean =>
  [...traits.values()].some((words) => words.has(word))

/** "kurd" of "Kurds": what an adjective of that people begins with. */
function peopleStem(text: string, upos: string): string | undefined {
  return /^\p{Lu}\p{Ll}{3,}s$/u.test(text) && /^(?:NOUN|PROPN)$/.test(upos)
    ? text.slice(0, -1).toLowerCase()
    : undefined
}

/** A word with a capital that names no state here, or one that some body of the article is called by. */
function isTelling(draft: Draft, traits: Traits, sentence: Sentence, token: number): boolean {
  if (draft.covers(sentence, token)) return false
  const isCapital = token > 0 && /^\p{Lu}/u.test(tokenAt(sentence, token).text)
  return isCapital || isTrait(traits, wordAt(sentence, token))
}
