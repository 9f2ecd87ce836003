// Who says "I" and "we": the speaker of a sentence, and who issues a statement.
import type { ActorId, Sentence, Token } from "../../types.js"
import type { Draft } from "./draft.js"
import { childrenWith, relation, tokenAt } from "./grammar.js"
import { wordKey } from "./spelling.js"

const SPEECH =
  /^(?:say|tell|add|state|declare|announce|note|stress|warn|write|explain|affirm|emphasi[sz]e|continue|insist|argue|comment|conclude|tweet|report|reiterate|observe|remark|vow|ask|reply)$/

/** Subjects of a sentence's speech verbs, the verb beside each. */
function speechSubjects(sentence: Sentence): { verb: number; subjects: number[] }[] {
  return sentence.tokens.flatMap(({ upos, lemma }, verb) =>
    upos === "VERB" && SPEECH.test(lemma) ? [{ verb, subjects: subjectsAbove(sentence, verb) }] : [],
  )
}

/** 'He said: "I object"': the pronouns that speak, who must be known before what they say is read. */
export const speakingPronouns = (sentence: Sentence): number[] =>
  speechSubjects(sentence)
    .flatMap(({ subjects }) => subjects)
    .filter((subject) => /^(?:he|she)$/i.test(tokenAt(sentence, subject).text))

/** Who speaks in a sentence: the subject of its speech verb, or of the verb that "adding" hangs on. */
export function speakerOf(draft: Draft, sentence: Sentence): ActorId | undefined {
  for (const { verb, subjects } of speechSubjects(sentence)) {
    for (const subject of subjects) {
      const mention = draft.at(sentence, subject)
      if (mention !== undefined && mention.actors.length === 1) return mention.actors[0]
    }
    const named = namedBefore(draft, sentence, verb)
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

const QUOTE = /^["“”]$/
/** Sentences ahead in which who speaks may be named at last. */
const AHEAD = 12

/**
 * '"A wrong. We object," said Doe', "I object. I met Roe, Doe said": who is named only where the words end. Without
 * quotation marks only who says "I" or "we" before anybody has spoken.
 */
export function laterSpeaker(
  draft: Draft,
  sentence: Sentence,
  { inQuote, speaker }: { inQuote: boolean; speaker: ActorId | undefined },
): ActorId | undefined {
  const marks = marksIn(sentence)
  const isOpened = !inQuote && marks % 2 === 1
  const isStatement = speaker === undefined && isFirstPerson(sentence) && !/["“]/.test(draft.article.text)
  if (!isOpened && !isStatement) return undefined
  const after = draft.article.sentences.slice(sentence.index + 1, sentence.index + 1 + AHEAD)
  for (const later of after) {
    const isEnd = isStatement || marksIn(later) > 0
    const named = isEnd ? speakerOf(draft, later) : undefined
    if (named?.startsWith("person:")) return named
    if (isEnd && !isStatement) return undefined
  }
  return undefined
}

const marksIn = ({ tokens }: Sentence): number => tokens.filter(({ text }) => QUOTE.test(text)).length

const isFirstPerson = ({ tokens }: Sentence): boolean =>
  tokens.some(({ text, xpos }) => xpos.startsWith("PRP") && /^(?:i|we|my|our)$/i.test(text))

/** A body that publishes for itself, rather than a newspaper: "Ministry of …", "UK Government". */
const OFFICIAL =
  /\b(?:governments?|ministry|ministers?|department|office|global affairs|embassy|mission|presidency|president|white house|kremlin|council|commission|parliament|secretary|secretariat|delegation|command|forces|house|palace)\b/

/** The state whose body the outlet is, or the organisation of many states. */
export function publisherOf(draft: Draft): ActorId | undefined {
  const outlet = draft.article.outlet?.replace(/,/g, "").replace(/&/g, "and")
  if (outlet === undefined) return undefined
  const words = outlet.split(/\s+/).map(wordKey)
  const isOfficial = OFFICIAL.test(words.join(" "))
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const phrase = draft.index.phrase(words.slice(start, start + length).join(" "))
      const known = phrase?.actor ? draft.index.get(phrase.actor) : undefined
      if (known === undefined || known.bodyKind === "outlet" || known.bodyKind === "company") continue
      // The name of a body of many states needs no other word: "ASEAN".
      if (!isOfficial && !(known.bodyKind === "igo" && length === words.length)) continue
      return known.state === null ? known.id : draft.actors.addKnown(`state:${known.state}`)
    }
  }
  return undefined
}

/** What a statement does by being made. */
const PERFORMATIVE =
  /\b[Ww]e (?:\w+ly |also |again |further )?(?:condemn|urge|welcome|call (?:up)?on|call for|express|reaffirm|reiterate|deplore|denounce|demand|support|extend|offer|note|commend|congratulate|regret|reject|remain|stand|strongly|thank|offer)\b/

const HEADED =
  /^(?:(?:a|the|joint|press|media|oral|written|ministerial|presidential) )*(?:statement|declaration|communiqu[eé]|remarks|speech|address|message|letter|comments?|intervention) (?:by|from|of)\b/i

/** "Statement by the foreign ministers of Togo and Benin on …": who are named there, up to what it is about. */
export function namedInHeading(draft: Draft): ActorId[] {
  const [sentence] = draft.article.sentences
  if (sentence === undefined || !HEADED.test(draft.article.text.slice(sentence.start, sentence.end)))
    return []
  const by = sentence.tokens.findIndex(({ text }) => /^(?:by|from|of)$/i.test(text))
  const isEnd = ({ text }: Token): boolean =>
    /^(?:[:.;–—]|on|about|regarding|concerning|following|after|at|to)$/i.test(text)
  const end = sentence.tokens.findIndex((token, at) => at > by && isEnd(token))
  const named = draft.in(sentence).filter(({ first, last }) => by < first && (end < 0 || last < end))
  const people = named.filter(({ actors }) => actors.some((actor) => actor.startsWith("person:")))
  return [...new Set((people.length > 0 ? people : named).flatMap(({ actors }) => actors))]
}

/** In a statement without quotation marks "we" is whom its heading names, else who speaks first. */
export function issuersOf(draft: Draft): ActorId[] | undefined {
  const named = namedInHeading(draft)
  if (named.length > 1 || (named.length === 1 && !named[0]?.startsWith("person:"))) return named
  if (!PERFORMATIVE.test(draft.article.text)) return undefined
  const first = firstSpeaker(draft)
  return first === undefined ? undefined : [first]
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
