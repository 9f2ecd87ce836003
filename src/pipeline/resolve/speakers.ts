// Who says "I" and "we": the speaker of a sentence, and who issues a statement.
import type { ActorId, Sentence } from "../../types.js"
import type { Draft } from "./draft.js"
import { childrenWith, relation, tokenAt } from "./grammar.js"

const SPEECH =
  /^(?:say|tell|add|state|declare|announce|note|stress|warn|write|explain|affirm|emphasi[sz]e|continue|insist|argue|comment|conclude|tweet|report|reiterate|observe|remark|vow|ask|reply)$/

/** Who speaks in a sentence: the subject of its speech verb, or of the verb that "adding" hangs on. */
export function speakerOf(draft: Draft, sentence: Sentence): ActorId | undefined {
  for (let at = 0; at < sentence.tokens.length; at++) {
    const token = tokenAt(sentence, at)
    if (token.upos !== "VERB" || !SPEECH.test(token.lemma)) continue
    for (const subject of subjectsAbove(sentence, at)) {
      const mention = draft.at(sentence, subject)
      if (mention !== undefined && mention.actors.length === 1) return mention.actors[0]
    }
    const named = namedBefore(draft, sentence, at)
    if (named !== undefined) return named
  }
  return undefined
}

/** '"We object," Jane Doe, the minister, said': the only person between quotation mark and verb. */
function namedBefore(draft: Draft, sentence: Sentence, verb: number): ActorId | undefined {
  const quote = sentence.tokens.findLastIndex(({ text }, at) => at < verb && /^["”]$/.test(text))
  const between = draft.in(sentence).filter(({ first, last }) => quote >= 0 && quote < first && last < verb)
  const people = new Set(
    between.flatMap(({ actors }) => actors).filter((actor) => actor.startsWith("person:")),
  )
  return people.size === 1 ? [...people][0] : undefined
}

/** Subjects of a verb, or of the clause that it hangs on: "Doe smiled, adding", "Doe issued a statement saying". */
function subjectsAbove(sentence: Sentence, verb: number): number[] {
  for (let at = verb, steps = 0; at >= 0 && steps < 5; at = tokenAt(sentence, at).head, steps++) {
    const subjects = childrenWith(sentence, at, "nsubj")
    if (subjects.length > 0) return subjects
    if (!/^(?:advcl|conj|parataxis|acl|xcomp|obj)$/.test(relation(tokenAt(sentence, at)))) return []
  }
  return []
}

const PERFORMED =
  /^(?:condemn|denounce|deplore|urge|call|demand|appeal|ask|implore|reject|welcome|thank|congratulate|commend|applaud|salute|support|stand|extend|express|offer|send|warn|accuse|pay|hold)$/
const FELT = /^(?:thought|prayer|heart|condolence|sympathy|solidarity|support)$/

/** "We condemn the raid", said Doe: the words are the deed, and Doe says them. */
export function isPerformed(sentence: Sentence, pronoun: number): boolean {
  const { deprel, head } = tokenAt(sentence, pronoun)
  if (head < 0) return false
  const { xpos, lemma } = tokenAt(sentence, head)
  if (deprel === "nmod:poss") return FELT.test(lemma)
  if (lemma === "hesitate") return true
  return deprel === "nsubj" && xpos === "VBP" && PERFORMED.test(lemma) && !isHelped(sentence, head)
}

const isHelped = (sentence: Sentence, verb: number): boolean =>
  childrenWith(sentence, verb, "aux").some((at) => tokenAt(sentence, at).lemma !== "do")

/** A body that publishes for itself, rather than a newspaper: "Ministry of …", "UK Government". */
const OFFICIAL =
  /\b(?:governments?|ministry|ministers?|department|office|embassy|mission|presidency|president|white house|kremlin|council|commission|parliament|secretary|secretariat|delegation|command|forces|nato|united nations|house|palace)\b/

/** The state whose body the outlet is, or the organisation of many states. */
export function publisherOf(draft: Draft): ActorId | undefined {
  const outlet = draft.article.outlet?.toLowerCase().replace(/,/g, "").replace(/&/g, "and")
  if (outlet === undefined || !OFFICIAL.test(outlet)) return undefined
  const words = outlet.split(/\s+/)
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const phrase = draft.index.phrase(words.slice(start, start + length).join(" "))
      const known = phrase?.actor ? draft.index.get(phrase.actor) : undefined
      if (known === undefined || known.bodyKind === "outlet" || known.bodyKind === "company") continue
      return known.state === null ? known.id : draft.actors.addKnown(`state:${known.state}`)
    }
  }
  return undefined
}

/** What a statement does by being made. */
const PERFORMATIVE =
  /\b[Ww]e (?:\w+ly |also |again |further )?(?:condemn|urge|welcome|call (?:up)?on|call for|express|reaffirm|reiterate|deplore|denounce|demand|support|extend|offer|note|commend|congratulate|regret|reject|remain|stand|strongly|thank|offer)\b/

/** In a statement without quotation marks "we" is who speaks first. */
export function issuerOf(draft: Draft): ActorId | undefined {
  return PERFORMATIVE.test(draft.article.text) ? firstSpeaker(draft) : undefined
}

/** "Ruritania condemns the raid. We urge …": the present tense makes the first sentence the speaker's own. */
function firstSpeaker(draft: Draft): ActorId | undefined {
  for (const sentence of draft.article.sentences.slice(0, 4)) {
    const root = sentence.tokens.findIndex(({ deprel }) => deprel === "root")
    if (root < 0 || !isInPresent(sentence, root)) continue
    for (const subject of childrenWith(sentence, root, "nsubj")) {
      const [actor, ...others] = draft.at(sentence, subject)?.actors ?? []
      if (actor !== undefined && others.length === 0 && !actor.startsWith("person:")) return actor
    }
  }
  return undefined
}

const isInPresent = (sentence: Sentence, verb: number): boolean =>
  /^VB[ZP]$/.test(tokenAt(sentence, verb).xpos) ||
  childrenWith(sentence, verb, "aux").some((aux) => /^(?:will|have)$/.test(tokenAt(sentence, aux).lemma))
