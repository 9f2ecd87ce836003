// Who "he", "it", "they" and "we" are.
import type { ActorId, Sentence } from "../../types.js"
import { type Antecedent, nearest } from "./antecedents.js"
import type { Draft } from "./draft.js"
import { childrenWith, tokenAt } from "./grammar.js"
import { groupAt, groupBefore } from "./groups.js"
import { type Found, found, type Passage } from "./passage.js"
import { isPerformed } from "./speakers.js"

/** The actors that a pronoun stands for. */
export function pronounAt(passage: Passage, sentence: Sentence, at: number): Found | undefined {
  const { draft, history, speech } = passage
  const { text, deprel } = tokenAt(sentence, at)
  const word = text.toLowerCase()
  const near = (fits: (candidate: Antecedent) => boolean, reach?: number): ActorId[] | undefined =>
    nearest(draft, sentence, at, history, fits, reach)
  if (word === "both" || word === "each") return found("pronoun", 0.7, groupAt(draft, sentence, at, history))
  if (word === "whose") return found("pronoun", 0.85, whoseIs(draft, sentence, at))
  if (/^(?:i|my|me|myself|we|our|us|ourselves)$/.test(word)) return firstPerson(passage, sentence, at, word)
  const gender = /^(?:he|him|his|himself)$/.test(word)
    ? "m"
    : /^(?:she|her|hers|herself)$/.test(word)
      ? "f"
      : undefined
  if (gender !== undefined) {
    // '"Doe lied," he said': somebody else than who is spoken of.
    const isAfterQuote = sentence.tokens
      .slice(Math.max(0, at - 2), at)
      .some(({ text }) => /^["”]$/.test(text))
    const fits = ({ actors, sentence: index }: Antecedent): boolean =>
      isPerson(actors) &&
      // Who is quoted calls himself "I".
      !(speech.inQuote && actors[0] === speech.speaker) &&
      !(isAfterQuote && deprel === "nsubj" && index === sentence.index) &&
      (draft.actors.get(actors[0] as ActorId)?.gender || gender) === gender
    return found("pronoun", 0.8, near(fits))
  }
  if (/^(?:it|its|itself)$/.test(word)) {
    return isActing(sentence, at)
      ? found(
          "pronoun",
          0.65,
          near(
            ({ actors, isPlural }) =>
              actors.length === 0
                ? !isPlural && !isSpoken(sentence, at)
                : isBody(actors) && !usAt(draft, sentence, at).includes(actors[0] as ActorId),
            1,
          ),
        )
      : undefined
  }
  if (/^(?:they|them|their|themselves)$/.test(word)) {
    const isMany = ({ actors, isPlural }: Antecedent): boolean =>
      actors.length > 1 || isPlural || isGroup(passage, actors)
    if (hasUnknownBefore(passage, sentence, at)) return undefined
    const pair = (): ActorId[] | undefined =>
      groupBefore(draft, sentence, history, { size: 2, kind: "people", outside: new Set() }, 1)
    return found("pronoun", 0.6, near(isMany, 1) ?? (/^nsubj/.test(deprel) ? pair() : undefined))
  }
  return undefined
}

function firstPerson(passage: Passage, sentence: Sentence, at: number, word: string): Found | undefined {
  const { draft, speech, issuers } = passage
  const isSingular = /^(?:i|my|me|myself)$/.test(word)
  const apposed = isSingular ? undefined : apposedTo(draft, sentence, at)
  if (apposed !== undefined) return found("pronoun", 0.85, apposed)
  const speakers = speech.speaker === undefined ? undefined : [speech.speaker]
  const [whose, ...more] = (speech.inQuote || isSingular ? speakers : (issuers ?? speakers)) ?? []
  if (whose === undefined) return undefined
  if (more.length > 0) return found("pronoun", 0.75, [whose, ...more])
  if (isSingular || (whose === speech.speaker && isPerformed(sentence, at)))
    return found("pronoun", 0.8, [whose])
  return found("pronoun", 0.7, [spokenFor(draft, whose) ?? whose])
}

/** Who holds an office says "we" for the state, or for the body of many states. */
function spokenFor(draft: Draft, speaker: ActorId): ActorId | undefined {
  const offices = draft.actors.get(speaker)?.roles.map(({ of }) => of) ?? []
  const state = offices.map((of) => draft.actors.stateOf(of)).find((of) => of !== null)
  if (state !== undefined) return draft.actors.addKnown(state)
  return offices.find((of) => draft.index.get(of)?.bodyKind === "igo")
}

/** "We, the foreign ministers of Togo and Benin, condemn": who are named between the pronoun and its verb. */
function apposedTo(draft: Draft, sentence: Sentence, at: number): ActorId[] | undefined {
  const { head } = tokenAt(sentence, at)
  if (
    sentence.tokens[at + 1]?.text !== "," ||
    !/^(?:the|as|ministers?|leaders?|heads)$/i.test(sentence.tokens[at + 2]?.text ?? "")
  )
    return undefined
  const named = draft
    .in(sentence)
    .filter(({ first, last, kind }) => at < first && last < head && kind !== "place")
  const actors = new Set(named.flatMap((mention) => mention.actors))
  return actors.size === 0 ? undefined : [...actors]
}

/** Verbs whose object is somebody who is to do or has done something: "accused it of", "asked it to". */
const TO_SOMEBODY =
  /^(?:accuse|urge|ask|warn|blame|tell|invite|persuade|force|compel|order|threaten|thank|criticise|criticize|denounce|arm|fund|finance|supply|sanction|recognise|recognize|join|attack|bomb|invade|isolate)$/

/** What is done to a deed alone: "it was brokered by". */
const AGREED = /^(?:mediate|broker|sign|negotiate|agree|host|hold|convene|postpone|cancel|announce|chair)$/

/**
 * "It" that acts, owns or is dealt with. What is called something or done is an event rather than an actor, and
 * "it" with a predicate and a clause behind it ("it is clear that") is nothing.
 */
function isActing(sentence: Sentence, at: number): boolean {
  const { deprel, head } = tokenAt(sentence, at)
  if (deprel === "nmod:poss") return true
  if (head < 0) return false
  if (/^nsubj/.test(deprel)) {
    if (deprel === "nsubj:pass" && AGREED.test(tokenAt(sentence, head).lemma)) return false
    const clauses = childrenWith(sentence, head, "csubj", "ccomp", "acl:relcl")
    const isPredicated = childrenWith(sentence, head, "cop").length > 0
    return !isPredicated || (tokenAt(sentence, head).upos === "ADJ" && clauses.length === 0)
  }
  const verb = tokenAt(sentence, head)
  if (deprel !== "obj" || !TO_SOMEBODY.test(verb.lemma)) return false
  return /^(?:accuse|urge|ask|tell|persuade|force|compel|order)$/.test(verb.lemma)
    ? childrenWith(sentence, head, "xcomp", "obl", "advcl", "ccomp").length > 0
    : true
}

const SAYING =
  /^(?:say|state|add|announce|declare|insist|deny|claim|call|urge|demand|ask|appeal|accuse|blame|condemn|denounce|deplore|criticise|criticize|welcome|praise|reject|refuse|agree|vow|pledge|promise|threaten|warn|want|hope|plan|decide|intend|believe|fear|support|back|oppose|negotiate|meet|invite|order)$/

/** "It said that", "accused it of": no thing. */
function isSpoken(sentence: Sentence, at: number): boolean {
  const { deprel, head } = tokenAt(sentence, at)
  if (head < 0) return false
  const { lemma } = tokenAt(sentence, head)
  return deprel === "nsubj"
    ? SAYING.test(lemma)
    : deprel === "obj" && /^(?:accuse|urge|ask|tell)$/.test(lemma)
}

/** Whom a relative clause is about: Doe in "Doe, whose government". */
function whoseIs(draft: Draft, sentence: Sentence, at: number): ActorId[] | undefined {
  for (let above = tokenAt(sentence, at).head; above >= 0; above = tokenAt(sentence, above).head) {
    const { deprel, head } = tokenAt(sentence, above)
    if (/^acl/.test(deprel)) return draft.at(sentence, head)?.actors
  }
  return undefined
}

/** Who "we" are in a sentence: "its" there is somebody else's. */
const usAt = (draft: Draft, sentence: Sentence, at: number): ActorId[] =>
  sentence.tokens.flatMap(({ text }, other) =>
    other < at && /^(?:we|our|us)$/i.test(text) ? (draft.at(sentence, other)?.actors ?? []) : [],
  )

const isPerson = (actors: ActorId[]): boolean =>
  actors.length === 1 && (actors[0] as ActorId).startsWith("person:")
const isBody = (actors: ActorId[]): boolean =>
  actors.length === 1 && !(actors[0] as ActorId).startsWith("person:")

/** "The villagers said they": who is meant are people that are no actors. */
function hasUnknownBefore({ draft }: Passage, sentence: Sentence, at: number): boolean {
  const owned = tokenAt(sentence, tokenAt(sentence, at).head)
  if (owned?.deprel === "conj") {
    const first = tokenAt(sentence, owned.head)
    if (/^NNP?S$/.test(first.xpos) && !draft.covers(sentence, owned.head)) return true
  }
  for (let before = at - 1; before >= 0; before--) {
    const { xpos, deprel } = tokenAt(sentence, before)
    if (/^NNP?S$/.test(xpos) && /^nsubj/.test(deprel)) return !draft.covers(sentence, before)
  }
  return false
}

/** Bodies that are spoken of as their members. */
function isGroup({ draft }: Passage, actors: ActorId[]): boolean {
  const kind = draft.index.get(actors[0] as ActorId)?.bodyKind ?? ""
  return actors.length === 1 && /^(?:armed-group|party|police|army)$/.test(kind)
}
