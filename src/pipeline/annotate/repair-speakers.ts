// Repairs of reported speech: who says it and who is told.
import type { EditableTree } from "./editable-tree.js"
import { SAYING } from "./repair-joins.js"
import type { Repair } from "./repair-phrases.js"

/** Two subjects of one verb, one on each side, of which one is not its own. */
function subjectsAround(tree: EditableTree, verb: number): { before: number; behind: number } | undefined {
  const [before, behind] = tree.children(verb, "nsubj")
  if (before === undefined || behind === undefined || before > verb || behind < verb) return undefined
  return { before, behind }
}

/** "A, said B, would respond": A is not who said it. */
export const brokenQuote: Repair = (tree, index) => {
  const { deprel, head, lemma: verb } = tree.at(index)
  if (!SAYING.test(verb) || !/^(?:advcl|parataxis)$/.test(deprel) || head < index) return
  const subjects = subjectsAround(tree, index)
  if (subjects === undefined) return
  if (tree.children(head, "nsubj").length === 0) tree.attach(subjects.before, head, "nsubj")
}

/** "A has left, B said", where the parser gives the saying both subjects and what is said none. */
export const subjectOfSaid: Repair = (tree, index) => {
  const [before, speaker] = tree.children(index, "nsubj")
  const [said] = tree.children(index, "ccomp")
  if (before === undefined || speaker === undefined || said === undefined) return
  if (!SAYING.test(tree.at(index).lemma) || !(before < said && said < speaker && speaker < index)) return
  const between = tree.tokens.slice(tree.last(before) + 1, said)
  if (between.some(({ upos }) => !/^(?:AUX|ADV|PART)$/.test(upos))) return
  if (tree.isFinite(said) && tree.children(said, "nsubj").length === 0) tree.attach(before, said, "nsubj")
}

/** "I met A, who was there, B, the premier, told them": no preposition, parted by commas, right before the saying. */
export const speakerAfterRelative: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (!deprel.startsWith("nsubj") || head < 0 || head > index || !tree.isNominal(index)) return
  const [start, end] = [tree.first(index), tree.last(index)]
  if (tree.at(start).text !== "," && tree.textBefore(start) !== ",") return
  if (tree.children(index, "case").length > 0) return
  const saying = tree.at(end + 1)?.text === "," ? end + 2 : end + 1
  if (saying >= tree.tokens.length || !SAYING.test(tree.at(saying).lemma)) return
  if (tree.children(saying, "nsubj").length > 0 || tree.at(saying).upos !== "VERB") return
  if (tree.children(head, "nsubj").some((other) => other < index)) tree.attach(index, saying, "nsubj")
}

/** "A must go, B said": B says it, and is not spoken to. */
export const speakerBehind: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "vocative" || head < 0 || !tree.at(head).deprel.startsWith("ccomp")) return
  const saying = tree.at(head).head
  if (tree.last(index) !== saying - 1 || !SAYING.test(tree.at(saying).lemma)) return
  if (tree.children(saying, "nsubj").length === 0) tree.attach(index, saying, "nsubj")
}

/** "A left on Friday, B said": of two subjects the one behind is who says it. */
export const speakerAsSubject: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (!deprel.startsWith("ccomp") || head < index || !SAYING.test(tree.at(head).lemma)) return
  const subjects = subjectsAround(tree, index)
  if (subjects === undefined) return
  if (tree.textBefore(tree.first(subjects.behind)) !== "," || tree.last(subjects.behind) !== head - 1) return
  if (tree.children(head, "nsubj").length === 0) tree.attach(subjects.behind, head, "nsubj")
}

/** "told the council that": a second subject behind the verb is who is told. */
export const toldSubject: Repair = (tree, index) => {
  if (!/^(?:tell|inform|remind|assure|ask|urge|warn)$/.test(tree.at(index).lemma)) return
  const subjects = subjectsAround(tree, index)
  if (subjects === undefined) return
  Object.assign(tree.at(subjects.behind), { deprel: "iobj" })
}
