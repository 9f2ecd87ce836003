// "The Russian", "his North Korean counterpart", "the Lebanese group": who of a state is meant, where its adjective
// alone would name the state.
import type { ActorId, Mention, Sentence } from "../../types.js"
import { coArguments, salient } from "./antecedents.js"
import { hasDeterminer, tokenAt } from "./grammar.js"
import type { Passage } from "./passage.js"

/** One person who leads or faces another: "his Doeish counterpart". */
const PERSON =
  /^(?:counterpart|leader|president|premier|dictator|strongman|ruler|autocrat|despot|monarch|opponent|rival|host|guest|visitor)$/
/** A body, as against a state's forces. */
const GROUP = /^(?:group|movement|militia|faction|party|militant|organi[sz]ation|islamist|guerrilla)$/
/** "The French", "the Chinese": a people. */
const PEOPLE = /(?:ese|ish|sh|ch|ss)$/i

/** How many sentences back the person or body may stand. */
const REACH = 2

/** Whom a mention of a state means, when it is somebody of that state that was just spoken of. */
export function nationalAt(passage: Passage, sentence: Sentence, mention: Mention): ActorId | undefined {
  const [state, ...more] = mention.actors
  if (state === undefined || more.length > 0 || !state.startsWith("state:")) return undefined
  const { draft, history } = passage
  const { lemma, xpos } = tokenAt(sentence, mention.head)
  const isGroup = mention.kind === "description" && GROUP.test(lemma) && hasThe(sentence, mention.head)
  const isOne = !xpos.endsWith("S") && (isDemonym(sentence, mention) || isPersonOf(sentence, mention))
  if (!isGroup && !isOne) return undefined
  const others = coArguments(draft, sentence, mention.head)
  const fits = (actor: ActorId): boolean => {
    if (others.has(actor) || draft.actors.stateOf(actor) !== state) return false
    if (!isGroup) return actor.startsWith("person:")
    return /^(?:armed-group|party)$/.test(draft.index.get(actor)?.bodyKind ?? "")
  }
  return salient(sentence, history, fits, REACH)
}

const isPersonOf = (sentence: Sentence, { kind, head }: Mention): boolean =>
  kind === "description" && PERSON.test(tokenAt(sentence, head).lemma)

/** "the American" by itself, not "the American minister". */
function isDemonym(sentence: Sentence, { kind, head, first, last }: Mention): boolean {
  const { deprel, text } = tokenAt(sentence, head)
  if (kind !== "adjective" || first !== last || PEOPLE.test(text)) return false
  const isHead = /^(?:nsubj|obj|iobj|obl|nmod|conj|appos)/.test(deprel)
  return isHead && hasThe(sentence, head)
}

const hasThe = (sentence: Sentence, noun: number): boolean => hasDeterminer(sentence, noun, /^the$/i)
