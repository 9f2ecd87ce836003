// Repairs of noun phrases, prepositional phrases and lists.
import type { EditableTree } from "./editable-tree.js"

export type Repair = (tree: EditableTree, index: number) => void

const COMPANY = /^(?:along|together) with$|^alongside$|^as well as$|^with$|^like$|^plus$/

/** "A, together with B, met": B is a subject too. */
const joinCompany: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (head < 0 || !/^(?:obl|nmod)$/.test(deprel) || !tree.isNominal(index)) return
  const phrase = tree.caseOf(index)
  if (!COMPANY.test(phrase)) return
  const isTogether = tree.at(head).lemma === "together"
  if (phrase === "with" && !isTogether) return
  const start = Math.min(tree.first(index), isTogether ? head : index)
  const opening = tree.at(start).text === "," ? start : start - 1
  if (phrase === "like" && tree.at(opening)?.text !== ",") return
  const subject = isTogether || deprel === "obl" ? subjectEndingAt(tree, start, index) : head
  if (subject === undefined || !/^nsubj|^conj/.test(tree.at(subject).deprel)) return
  tree.attach(index, subject, "conj")
  if (isTogether) tree.attach(head, index, "advmod")
}

/** The subject whose phrase ends right before a token, a comma aside. */
function subjectEndingAt(tree: EditableTree, start: number, except: number): number | undefined {
  for (let at = 0; at < start; at++) {
    if (!/^nsubj/.test(tree.at(at).deprel)) continue
    const inside = tree.children(at).filter((child) => child < start && child !== except)
    const end = Math.max(at, ...inside.map((child) => Math.min(tree.last(child), start - 1)))
    if (end === start - 1 || (end === start - 2 && tree.at(start - 1).text === ",")) return at
  }
  return undefined
}

const LISTED = /^(?:to|with|by|from|for|on|against|between)$/

/** "spoke to A, to B and to C": a list, no nest. */
const flattenList: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "nmod" || head < 0) return
  const phrase = tree.caseOf(index)
  if (!LISTED.test(phrase) || tree.caseOf(head) !== phrase) return
  if (tree.at(tree.first(index)).text === ",") tree.attach(index, head, "conj")
}

/** "met A on Monday, and B on Tuesday": B is met as well; the parser joins it to the verb. */
const joinToNoun: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "conj" || head < 0 || tree.at(head).upos !== "VERB") return
  if (!tree.isNominal(index) || tree.children(index, "nsubj", "obj").length > 0) return
  const phrase = tree.caseOf(index)
  const partner = tree
    .children(head, "obj", "iobj", "obl")
    .filter((at) => head < at && at < index && tree.caseOf(at) === phrase)
    .filter((at) => tree.at(at).deprel !== "obl:unmarked" && tree.at(at).upos === tree.at(index).upos)
    .at(-1)
  if (partner !== undefined) tree.attach(index, partner, "conj")
}

const DASH = /^[—–:(]$|^--?$/

/** "the leaders of A and B — C and D —": C and D are the leaders. */
const nameLeaders: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (deprel !== "conj" || upos !== "PROPN" || !DASH.test(tree.textBefore(index))) return
  const phrase = tree.at(head)
  if (!/^(?:nmod|appos)/.test(phrase.deprel) || !/NNS|NNPS/.test(tree.at(phrase.head).xpos)) return
  tree.attach(index, phrase.head, "appos")
}

/** A possessor stands before what it has: "urged Doe not to" has no Doe's leaders. */
const freeObject: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (deprel !== "nmod:poss" || upos !== "PROPN" || index < head) return
  const verb = tree.at(head).head
  if (verb < 0 || verb > index || tree.at(verb).upos !== "VERB" || tree.children(index, "case").length > 0) {
    return
  }
  tree.attach(index, verb, "obj")
}

/** "fighters of Boko Haram": the preposition is the whole name's, not its first word's. */
const liftCase: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "case" || head < 0 || !/^(?:compound|flat)$/.test(tree.at(head).deprel)) return
  const whole = tree.at(head).head
  if (index > head || head > whole || tree.children(whole, "case").length > 0) return
  if (/^(?:nmod|obl)/.test(tree.at(whole).deprel)) tree.attach(index, whole, "case")
}

const AS_MARK = /^(?:after|before|since|until|during|despite)$/

/** "told reporters after talks with Doe": a noun phrase, no clause. */
const markToCase: Repair = (tree, index) => {
  const { deprel, upos } = tree.at(index)
  if (deprel !== "advcl" || !/^(?:NOUN|PROPN)$/.test(upos)) return
  if (tree.children(index, "cop", "nsubj", "obj").length > 0) return
  const [mark] = tree.children(index, "mark")
  if (mark === undefined || !AS_MARK.test(tree.at(mark).text.toLowerCase())) return
  Object.assign(tree.at(mark), { deprel: "case" })
  Object.assign(tree.at(index), { deprel: "obl" })
}

/** In the order in which they build on one another. */
export const PHRASE_REPAIRS: Repair[] = [
  joinCompany,
  flattenList,
  joinToNoun,
  nameLeaders,
  freeObject,
  markToCase,
  liftCase,
]
