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
  }
  return undefined
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

/** In an official statement "we" is who issues it: the state whose body the outlet is, else who speaks first. */
export function issuerOf(draft: Draft): ActorId | undefined {
  return outletSide(draft) ?? firstSpeaker(draft)
}

function outletSide(draft: Draft): ActorId | undefined {
  if (draft.article.outlet === null) return undefined
  const words = draft.article.outlet.toLowerCase().split(/\s+/)
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

/** "Ruritania condemns the raid. We urge …": the present tense makes the first sentence the speaker's own. */
function firstSpeaker(draft: Draft): ActorId | undefined {
  for (const sentence of draft.article.sentences.slice(0, 2)) {
    const root = sentence.tokens.findIndex(({ deprel }) => deprel === "root")
    if (root < 0 || !/^VB[ZP]$/.test(tokenAt(sentence, root).xpos)) continue
    for (const subject of childrenWith(sentence, root, "nsubj")) {
      const [actor, ...others] = draft.at(sentence, subject)?.actors ?? []
      if (actor !== undefined && others.length === 0 && !actor.startsWith("person:")) return actor
    }
  }
  return undefined
}
