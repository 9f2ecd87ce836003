// Repairs of clauses: which verb a subject or an object belongs to.
import { lemma } from "./lemma.js"
import { SAYING } from "./repair-joins.js"
import type { Repair } from "./repair-phrases.js"

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
  if (token.xpos !== "VBN" || !/^(?:root|conj|ccomp|parataxis)$/.test(token.deprel)) return
  if (tree.children(index, "aux").length > 0 || tree.at(tree.tokens.length - 1).text !== ".") return
  if (tree.children(index, "obl").some((child) => tree.caseOf(child) === "by")) return
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

/** "A, said B, would respond": A is not who said it. */
const brokenQuote: Repair = (tree, index) => {
  const { deprel, head, lemma: verb } = tree.at(index)
  if (!SAYING.test(verb) || !/^(?:advcl|parataxis)$/.test(deprel) || head < index) return
  const [first, second] = tree.children(index, "nsubj")
  if (first === undefined || second === undefined || first > index || second < index) return
  if (tree.children(head, "nsubj").length === 0) tree.attach(first, head, "nsubj")
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

/** "told the council that": a second subject behind the verb is who is told. */
const toldSubject: Repair = (tree, index) => {
  if (!/^(?:tell|inform|remind|assure|ask|urge|warn)$/.test(tree.at(index).lemma)) return
  const [first, second] = tree.children(index, "nsubj")
  if (first === undefined || second === undefined || first > index || second < index) return
  Object.assign(tree.at(second), { deprel: "iobj" })
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

/** In the order in which they build on one another. */
export const CLAUSE_REPAIRS: Repair[] = [
  verbWithObject,
  activePast,
  subjectOverVerb,
  brokenQuote,
  crossedSubjects,
  toldSubject,
  invertedSubject,
  raisedObject,
  agentOfPassive,
  absolute,
]
