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

/** A possessor stands right before what it has: "urged Doe not to" has no Doe's leaders, "calls Doe a liar" no Doe's liar. */
const freeObject: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (deprel !== "nmod:poss" || upos !== "PROPN") return
  const isBeforeArticle = tree.children(head, "det").some((child) => index < child && child < head)
  if (index < head && !isBeforeArticle) return
  const { head: verb, deprel: role } = tree.at(head)
  if (verb < 0 || verb > index || tree.at(verb).upos !== "VERB" || tree.children(index, "case").length > 0) {
    return
  }
  tree.attach(index, verb, role === "obj" && index < head ? "iobj" : "obj")
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

/** "the fighters of Ansar Dine": the preposition belongs to the whole name. */
const caseOfName: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "case" || head < 0 || index > head) return
  const inner = tree.at(head)
  if (!/^(?:compound|flat|amod)$/.test(inner.deprel) || !tree.isNominal(inner.head)) return
  if (inner.upos !== "PROPN" || tree.at(inner.head).upos !== "PROPN") return
  if (head < inner.head && tree.children(inner.head, "case").length === 0)
    tree.attach(index, inner.head, "case")
}

/** "rejected calls by X": an active verb has no agent, its object has. */
const agentOfObject: Repair = (tree, index) => {
  const { deprel, head, upos, xpos } = tree.at(index)
  if (!deprel.startsWith("obl") || head < 0 || tree.caseOf(index) !== "by") return
  if (!/^(?:PROPN|NOUN)$/.test(upos) || (upos === "NOUN" && xpos !== "NNS")) return
  const verb = tree.at(head)
  if (verb.upos !== "VERB" || (verb.xpos === "VBN" && tree.children(head, "aux:pass").length > 0)) return
  if (/^(?:acl|amod|advcl)$/.test(verb.deprel) && verb.xpos === "VBN") return
  const [object] = tree.children(head, "obj").filter((at) => head < at && at < index)
  if (object === undefined || tree.at(object).upos !== "NOUN") return
  const isParted = tree.tokens.slice(object, index).some(({ text }) => text === ",")
  if (!isParted && !DATED.test(tree.at(index).text)) tree.attach(index, object, "nmod")
}
export const DATED =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\d+|means|days?|weeks?|months?|years?|points?|percent|votes?|dollars?)$/i

/** "met the leaders of four countries that had left: A, B and C": these are the countries. */
const namedAfterColon: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (!/^(?:appos|conj)$/.test(deprel) || tree.children(index, "conj").length === 0) return
  const start = tree.first(index)
  const isColon = tree.at(start).text === ":" || tree.textBefore(start) === ":"
  if (!isColon || !tree.at(index).upos.startsWith("PROPN")) return
  let counted = -1
  for (let at = 0; at < start; at++) {
    const isPlural = tree.at(at).upos === "NOUN" && tree.at(at).xpos === "NNS"
    if (isPlural && tree.children(at, "nummod").length > 0) counted = at
  }
  if (counted >= 0 && counted !== head) tree.attach(index, counted, "appos")
}

/** "the government and the rebel movement UNITA": a name right behind a noun is that noun's. */
const nameOfConjunct: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (deprel !== "appos" || upos !== "PROPN" || head < 0) return
  const before = tree.first(index) - 1
  if (before <= head || tree.at(before).upos !== "NOUN") return
  if (tree.at(before).deprel === "conj" && tree.at(before).head === head) tree.attach(index, before, "appos")
}

/** "met face to face": how, not whom. */
const faceToFace: Repair = (tree, index) => {
  const { deprel, text } = tree.at(index)
  const [to, again] = tree.tokens.slice(index + 1, index + 3)
  if (deprel === "obj" && /^(?:to|on)$/.test(to?.text ?? "") && again?.text === text) {
    Object.assign(tree.at(index), { deprel: "advmod" })
  }
}

/** "Doe's visit began": a name with its mark before a noun is whose it is, no second subject. */
const ownPossessor: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (!deprel.startsWith("nsubj") || head < 0 || upos !== "PROPN") return
  const end = tree.last(index)
  if (!/^['’]s?$/.test(tree.at(end).text) || tree.at(end).deprel !== "case") return
  const owned = tree.children(head, "nsubj").find((at) => at > end && tree.first(at) === end + 1)
  if (owned !== undefined) tree.attach(index, owned, "nmod:poss")
}

const MANNER = /^(?:term|way|manner|word|language|fashion)$/

/** "condemned in the strongest terms the raid": the raid is what was condemned; nothing parts it from how. */
const objectAfterManner: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "appos" || head > index || !tree.isNominal(index)) return
  const manner = tree.at(head)
  if (!MANNER.test(manner.lemma) || !manner.deprel.startsWith("obl") || manner.head > head) return
  if (tree.first(index) !== head + 1 || tree.at(head + 1).upos === "PUNCT") return
  if (tree.at(manner.head).upos === "VERB" && tree.children(manner.head, "obj").length === 0)
    tree.attach(index, manner.head, "obj")
}

/** In the order in which they build on one another. */
export const PHRASE_REPAIRS: Repair[] = [
  caseOfName,
  agentOfObject,
  namedAfterColon,
  nameOfConjunct,
  faceToFace,
  joinCompany,
  flattenList,
  joinToNoun,
  nameLeaders,
  freeObject,
  markToCase,
  liftCase,
  ownPossessor,
  objectAfterManner,
]
