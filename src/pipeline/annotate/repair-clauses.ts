// Repairs of clauses: which verb a subject or an object belongs to.
import type { EditableTree } from "./editable-tree.js"
import { lemma } from "./lemma.js"
import {
  appositionOfNearest,
  appositionOfObject,
  appositionOfRole,
  invitedSubject,
} from "./repair-appositions.js"
import { SAYING } from "./repair-joins.js"
import { DATED, type Repair } from "./repair-phrases.js"
import {
  brokenQuote,
  speakerAfterRelative,
  speakerAsSubject,
  speakerBehind,
  subjectOfSaid,
  toldSubject,
} from "./repair-speakers.js"

/** "ministers met": the parser takes a plural or a third person for the other in headlines. */
const verbWithObject: Repair = (tree, index) => {
  const token = tree.at(index)
  if (token.xpos !== "NNS" || tree.children(index, "obj").length === 0) return
  if (tree.children(index, "det", "amod", "case", "nmod", "cop").length > 0) return
  Object.assign(token, { upos: "VERB", xpos: "VBZ", lemma: lemma(token.text, "VERB", "VBZ") })
}

/** "Doe, to whom it was given, called on Roe": without an auxiliary a clause's verb is no passive. */
const activePast: Repair = (tree, index) => {
  const token = tree.at(index)
  if (!/^VB[ND]$/.test(token.xpos) || !/^(?:root|conj|ccomp|parataxis)$/.test(token.deprel)) return
  if (tree.children(index, "aux").length > 0) return
  const isHeadline = tree.at(tree.tokens.length - 1).text !== "."
  const hasAgent = tree.children(index, "obl").some((child) => tree.caseOf(child) === "by")
  if (token.xpos === "VBN" && (isHeadline || hasAgent)) return
  const [subject] = tree.children(index, "nsubj:pass")
  if (subject === undefined || subject > index) return
  Object.assign(token, { xpos: "VBD" })
  Object.assign(tree.at(subject), { deprel: "nsubj" })
}

/** "Not only A but also B condemned": a name with a finite verb right after it is its subject. */
const subjectOverVerb: Repair = (tree, index) => {
  const { deprel, head, upos, xpos } = tree.at(index)
  if (upos !== "VERB" || deprel !== "parataxis" || head < 0 || head > index) return
  if (!/^VB[DZ]$/.test(xpos) || tree.children(index, "nsubj").length > 0 || tree.at(head).upos !== "PROPN")
    return
  if (tree.at(head).deprel !== "root" || tree.at(tree.first(index) - 1).upos === "PUNCT") return
  const after = tree.children(head, "punct", "parataxis").filter((child) => child > index)
  Object.assign(tree.at(index), { head: -1, deprel: "root" })
  Object.assign(tree.at(head), { head: index, deprel: "nsubj" })
  for (const child of after) tree.attach(child, index, tree.at(child).deprel)
}

/** "A, said B, would respond", where the parser gives A to the saying and B to what is said. */
const crossedSubjects: Repair = (tree, index) => {
  const [before] = tree.children(index, "nsubj")
  const [said] = tree.children(index, "ccomp")
  if (before === undefined || said === undefined || !SAYING.test(tree.at(index).lemma)) return
  if (before > index || said < index || tree.textBefore(index) !== ",") return
  const [after] = tree.children(said, "nsubj")
  if (after === undefined || tree.first(after) !== index + 1) return
  const isParted = tree.tokens.slice(after, said).some(({ text }) => text === ",")
  if (!isParted) return
  tree.attach(before, said, "nsubj")
  tree.attach(after, index, "nsubj")
}

/** "We, the ministers of A and B, condemn": a verb with no other subject has the one set before it. */
const dislocatedSubject: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "dislocated" || head < index || tree.at(head).upos !== "VERB" || !tree.isNominal(index))
    return
  if (tree.children(head, "nsubj").length === 0 && tree.children(index, "case").length === 0)
    Object.assign(tree.at(index), { deprel: "nsubj" })
}

/** "A's army and B signed a pact": what stands before a verb without a subject is no object. */
const subjectAsObject: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "obj" || index > head || !tree.isFinite(head) || tree.at(head).xpos === "VBN") return
  if (/^(?:acl|conj)/.test(tree.at(head).deprel) || !tree.isNominal(index)) return
  if (tree.children(head, "nsubj", "csubj", "expl").length > 0) return
  if (tree.children(head, "obj").some((child) => child > head))
    Object.assign(tree.at(index), { deprel: "nsubj" })
}

/** "A team led by B left": B led it, and the team left. */
const reducedRelative: Repair = (tree, index) => {
  const { xpos, deprel, head } = tree.at(index)
  if (!/^VB[DN]$/.test(xpos) || deprel !== "advcl" || head < index || tree.at(head).upos !== "VERB") return
  if (tree.children(index, "mark", "aux", "obj").length > 0) return
  const [subject] = tree.children(index, "nsubj")
  const [agent] = tree.children(index, "obl").filter((child) => tree.caseOf(child) === "by")
  if (subject === undefined || agent === undefined || !(subject < index && index < agent)) return
  if (tree.textBefore(index) === "," || tree.children(head, "nsubj").length > 0) return
  tree.attach(subject, head, "nsubj")
  tree.attach(index, subject, "acl")
  Object.assign(tree.at(index), { xpos: "VBN" })
}

/** "told visiting Minister A", "said that ruling party men had fled": the participle tells who A is. */
const describingParticiple: Repair = (tree, index) => {
  const { text, deprel, head } = tree.at(index)
  if (
    !/^(?:visiting|ruling|governing|warring|neighbou?ring)$/i.test(text) ||
    !/^(?:advcl|xcomp|csubj)$/.test(deprel)
  )
    return
  const [guest] = tree.children(index, "obj")
  if (guest === undefined) return
  const isOpening = index === 0 || /^(?:that|as|after|when|while)$/i.test(tree.textBefore(index))
  const isSubject = isOpening && head > guest && tree.children(head, "nsubj").length === 0
  const isObject = head === index - 1 && tree.children(head, "obj", "iobj").length === 0
  if (!isSubject && !isObject) return
  for (const child of tree.children(index)) tree.attach(child, head, tree.at(child).deprel)
  if (isSubject) tree.attach(guest, head, "nsubj")
  tree.attach(index, guest, "amod")
}

/** "so did A", "nor has A": the subject stands behind. */
const invertedSubject: Repair = (tree, index) => {
  if (tree.at(index).lemma !== "do" || tree.children(index, "nsubj").length > 0) return
  const isInverted = /^(?:so|nor|neither|as|than)$/i.test(tree.textBefore(index))
  const [object] = tree.children(index, "obj")
  if (isInverted && object === index + 1) Object.assign(tree.at(object), { deprel: "nsubj" })
}

/** "urges A to leave" in headlines: A is urged. */
const raisedObject: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (!/^(?:xcomp|ccomp)$/.test(deprel) || !tree.isInfinitive(index) || head < 0) return
  if (tree.at(head).upos !== "VERB" || tree.marks(index).includes("for")) return
  const [subject] = tree.children(index, "nsubj")
  if (subject === undefined || subject < head) return
  tree.attach(subject, head, "obj")
  Object.assign(tree.at(index), { deprel: "xcomp" })
}

/** "called A a liar": A is who is called so. */
const judgedObject: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (!/^(?:xcomp|ccomp)$/.test(deprel) || !/^(?:NOUN|ADJ)$/.test(upos) || head < 0) return
  if (!/^(?:call|brand|label|dub|term|deem)$/.test(tree.at(head).lemma)) return
  const [subject] = tree.children(index, "nsubj")
  if (subject === undefined || subject < head || tree.children(index, "cop").length > 0) return
  if (tree.children(head, "obj").length > 0) return
  tree.attach(subject, head, "obj")
  Object.assign(tree.at(index), { deprel: "xcomp" })
}

/** "A is due to hold talks", where the parser takes "due to" for the reason and "hold" for an adjective. */
const dueToAct: Repair = (tree, index) => {
  const { text, deprel, head } = tree.at(index)
  if (text.toLowerCase() !== "due" || deprel !== "case" || head <= index + 2) return
  const [to, verb] = [index + 1, index + 2]
  if (
    tree.at(to).text !== "to" ||
    tree.at(verb).head !== head ||
    !/^(?:amod|compound)$/.test(tree.at(verb).deprel)
  )
    return
  if (!BARE_VERB.test(tree.at(verb).text)) return
  const [copula] = tree.children(head, "cop")
  if (copula === undefined || copula > index) return
  Object.assign(tree.at(index), {
    ...{ upos: "ADJ", xpos: "JJ" },
    deprel: tree.at(head).deprel,
    head: tree.at(head).head,
  })
  for (const child of tree.children(head)) {
    if (child < index || tree.at(child).upos === "PUNCT") tree.attach(child, index, tree.at(child).deprel)
    else if (child > head && DATED.test(tree.at(child).text)) tree.attach(child, verb, "obl")
  }
  Object.assign(tree.at(verb), {
    upos: "VERB",
    xpos: "VB",
    lemma: tree.at(verb).text,
    head: index,
    deprel: "xcomp",
  })
  Object.assign(tree.at(to), { head: verb, deprel: "mark", upos: "PART", xpos: "TO" })
  Object.assign(tree.at(head), { head: verb, deprel: "obj" })
}
const BARE_VERB =
  /^(?:hold|host|open|start|begin|end|resume|attend|meet|visit|tour|sign|have|join|lead|chair|address|brief|receive|lift|launch|free|release|deliver|give|take|make|discuss|ratify|present)$/

/** "threatened on Monday to leave": what such a verb's infinitive tells is the threat, not its purpose. */
const complementInfinitive: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "advcl" || head < 0 || head > index || !tree.isInfinitive(index)) return
  if (!WANTS_INFINITIVE.test(tree.at(head).lemma)) return
  if (tree.children(head, "obj", "xcomp", "ccomp").length > 0 || tree.textBefore(tree.first(index)) === ",")
    return
  Object.assign(tree.at(index), { deprel: "xcomp" })
}
const WANTS_INFINITIVE =
  /^(?:threaten|vow|swear|pledge|promise|agree|refuse|decline|offer|plan|intend|decide|hope|seek|attempt)$/

/** "In talks with A, B warned", "after B, in a tweet, had warned": B is the subject, though it hangs on A. */
const lostSubject: Repair = (tree, index) => {
  const { upos, deprel } = tree.at(index)
  if (upos !== "VERB" || !tree.isFinite(index) || /^(?:conj|acl|parataxis)/.test(deprel)) return
  if (tree.children(index, "nsubj", "csubj", "expl").length > 0) return
  for (let at = index - 1; at >= 0; at--) {
    const token = tree.at(at)
    if (token.deprel === "appos" && tree.textBefore(tree.first(at)) !== ";" && isFronted(tree, at, index)) {
      tree.attach(at, index, "nsubj")
      return
    }
    const [preposition] = tree.children(at, "case")
    if (preposition === undefined || deprel !== "advcl" || tree.marks(index).length > 0) continue
    if (!SUBORDINATOR.test(tree.at(preposition).text) || token.upos !== "PROPN") continue
    tree.attach(at, index, "nsubj")
    tree.attach(preposition, index, "mark")
    return
  }
}
const SUBORDINATOR = /^(?:after|before|since|until|as)$/i

/** The phrase ends right before the verb, and all before it hangs on the verb. */
function isFronted(tree: EditableTree, token: number, verb: number): boolean {
  const [start, end] = [tree.first(token), tree.last(token)]
  if (!(tree.at(start).text === "," || tree.textBefore(start) === ",")) return false
  const between = tree.tokens.slice(end + 1, verb)
  if (between.some(({ upos }) => !/^(?:PUNCT|ADV|AUX)$/.test(upos))) return false
  let top = token
  while (tree.at(top).head >= 0 && tree.at(top).head !== verb) top = tree.at(top).head
  return tree.at(top).head === verb && /^(?:obl|advcl)/.test(tree.at(top).deprel) && top < verb
}

/** "A phoned B, and C denounced D": what stands between "and" and a finite verb is its subject. */
const subjectAfterAnd: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (upos !== "VERB" || deprel !== "conj" || head > index || !tree.isFinite(index)) return
  if (tree.children(index, "nsubj", "csubj", "expl").length > 0) return
  const [own] = tree.children(index, "cc")
  let end = index - 1
  while (end > head && /^(?:AUX|ADV|PART)$/.test(tree.at(end).upos)) end--
  for (let at = end; at > head; at = tree.at(at).head) {
    const and = own ?? tree.children(at, "cc")[0]
    if (tree.at(at).deprel !== "conj" || and === undefined || tree.last(at) !== end) continue
    if (!tree.isNominal(at) || tree.at(and).lemma === "or") return
    if (own !== undefined && tree.first(at) !== own + 1) return
    tree.attach(at, index, tree.children(index, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj")
    tree.attach(and, index, "cc")
    return
  }
}

/** "was asked by A, the boss, to help": what is asked, however far behind. */
const askedInfinitive: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "advcl" || !tree.isInfinitive(index) || head < 0 || head > index) return
  if (!ASKING.test(tree.at(head).lemma) || tree.children(head, "xcomp", "ccomp").length > 0) return
  if (tree.children(head, "obj", "iobj", "aux:pass").length > 0)
    Object.assign(tree.at(index), { deprel: "xcomp" })
}
const ASKING =
  /^(?:ask|urge|order|tell|invite|request|press|implore|beg|persuade|convince|pressure|force|allow|warn|remind|instruct|encourage|exhort|beseech|entreat|advise|forbid)$/

/** "is accused of bombing it by A": an active verb has no agent, the passive above has. */
const agentOfPassive: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (!deprel.startsWith("obl") || head < 0 || tree.caseOf(index) !== "by" || !tree.isNominal(index)) return
  const { head: above, deprel: link } = tree.at(head)
  if (!/^(?:xcomp|advcl)$/.test(link) || above < 0 || tree.children(head, "aux:pass").length > 0) return
  const hasObject = tree.children(head, "obj").some((child) => child < index)
  if (!hasObject || tree.children(above, "aux:pass").length === 0) return
  if (tree.children(above, "obl:agent").length === 0) tree.attach(index, above, "obl:agent")
}

/** "A met B, with C to follow": C follows, and is not met with. */
const absolute: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (!/^(?:obl|nmod)$/.test(deprel) || tree.caseOf(index) !== "with" || head < 0) return
  if (tree.at(index).upos !== "PROPN") return
  const start = tree.first(index)
  if (tree.at(start).text !== "," && tree.textBefore(start) !== ",") return
  const ownEnd = Math.max(index, ...tree.children(index, "flat", "compound"))
  const clause = [...tree.children(index, "acl"), ...tree.children(head, "advcl", "xcomp")].find(
    (child) => child > ownEnd && /^VB[GN]?$/.test(tree.at(child).xpos) && child - ownEnd <= 2,
  )
  if (clause === undefined || tree.children(clause, "nsubj").length > 0) return
  tree.attach(clause, head, "advcl")
  for (const preposition of tree.children(index, "case")) tree.attach(preposition, clause, "mark")
  tree.attach(index, clause, "nsubj")
}

/** "A, who saw B in May, met C on Monday": what stands behind the main verb is not told of a clause before it. */
const crossedAdjunct: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (!/^obl/.test(deprel) || head < 0 || head > index || tree.at(head).upos !== "VERB") return
  for (let above = tree.at(head).head; above >= 0; above = tree.at(above).head) {
    if (above < head || above > index || tree.at(above).upos !== "VERB") continue
    tree.attach(index, above, deprel)
    return
  }
}

/** In the order in which they build on one another. */
export const CLAUSE_REPAIRS: Repair[] = [
  verbWithObject,
  activePast,
  subjectOverVerb,
  brokenQuote,
  crossedSubjects,
  subjectOfSaid,
  subjectAsObject,
  reducedRelative,
  describingParticiple,
  speakerBehind,
  speakerAfterRelative,
  invitedSubject,
  dislocatedSubject,
  speakerAsSubject,
  complementInfinitive,
  toldSubject,
  invertedSubject,
  raisedObject,
  judgedObject,
  dueToAct,
  agentOfPassive,
  absolute,
  appositionOfObject,
  appositionOfNearest,
  appositionOfRole,
  subjectAfterAnd,
  lostSubject,
  askedInfinitive,
  crossedAdjunct,
]
