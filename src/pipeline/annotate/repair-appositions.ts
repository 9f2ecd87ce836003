// Repairs of appositions: whose name it is that stands between commas.
import type { Repair } from "./repair-phrases.js"

/** "the president of the bank, A": A is the president, since banks have names of their own. */
export const appositionOfRole: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (deprel !== "appos" || upos !== "PROPN" || head < 0 || head > index) return
  const { deprel: link, head: role, upos: kind } = tree.at(head)
  if (link !== "nmod" || kind !== "PROPN" || role < 0 || role > head || tree.caseOf(head) !== "of") return
  const { lemma: office, xpos: noun } = tree.at(role)
  if (noun !== "NN" || !ROLE.test(office)) return
  // "the leader of the Union (UN)": the short name is the body's.
  if (/^\p{Lu}[\p{Lu}\d]+$/u.test(tree.at(index).text) || /^[([]$/.test(tree.textBefore(index))) return
  if (tree.children(role, "appos").length === 0) tree.attach(index, role, "appos")
}

/** "telephoned the leader, A, instead": A is the leader. */
export const appositionOfObject: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (!/^(?:xcomp|obj|iobj)$/.test(deprel) || upos !== "PROPN" || head < 0) return
  const start = tree.first(index)
  const comma = tree.at(start).text === "," ? start : start - 1
  if (comma < 1 || tree.at(comma).text !== ",") return
  const noun = tree.children(head, "obj", "iobj").find((at) => at < comma && tree.at(at).upos === "NOUN")
  if (noun !== undefined && noun === comma - 1) tree.attach(index, noun, "appos")
}

/** "A, in talks with his counterpart, B, thanked": B is the counterpart, for A has a name. */
export const appositionOfNearest: Repair = (tree, index) => {
  const { deprel, head, upos } = tree.at(index)
  if (deprel !== "appos" || upos !== "PROPN" || head < 0 || head > index) return
  const isNamed = tree.at(head).upos === "PROPN" || tree.children(head, "appos").some((at) => at < index)
  const start = tree.first(index)
  const before = (tree.at(start).text === "," ? start : start - 1) - 1
  if (!isNamed || before <= head || tree.at(before).upos !== "NOUN" || !ROLE.test(tree.at(before).lemma))
    return
  if (tree.children(before, "appos").length === 0) tree.attach(index, before, "appos")
}
const ROLE =
  /^(?:counterpart|minister|president|premier|chancellor|king|queen|leader|chief|secretary|envoy|ambassador|spokesman|spokeswoman|spokesperson|head|commander|general|prince|deputy|successor|predecessor|rival|colleague|opponent|chairman|director|host|guest|ally)$/

/** "At the invitation of the king of A, B, the king of C, D, came": B invited, D came. */
export const invitedSubject: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "nsubj" || index > head || tree.at(index).upos !== "PROPN") return
  const office = tree.children(index, "appos").find((at) => tree.children(at, "appos").length > 0)
  const invitation = tree.children(head, "obl").find((at) => tree.at(at).lemma === "invitation" && at < index)
  const inviter = tree.children(invitation ?? -1, "nmod").find((at) => tree.caseOf(at) === "of")
  if (office === undefined || invitation === undefined || inviter === undefined) return
  // One who is named already is not named again.
  if (tree.children(inviter, "appos", "flat", "nmod:desc").length > 0) return
  tree.attach(office, head, "nsubj")
  tree.attach(index, inviter, "appos")
}
