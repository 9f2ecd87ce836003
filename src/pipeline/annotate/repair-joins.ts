// Repairs of joints: which verb or noun a coordinate, relative or participial clause hangs on.
import type { EditableTree } from "./editable-tree.js"
import type { Repair } from "./repair-phrases.js"

/** Verbs that report a whole clause. */
export const SAYING =
  /^(?:say|tell|announce|declare|add|claim|insist|report|state|argue|note|stress|explain|believe|complain|write|warn|assert|maintain|recall|reiterate|confirm|acknowledge|admit|allege)$/
/** Acts of speech that are events of their own. */
const SPEECH_ACT =
  /^(?:ask|call|urge|appeal|accuse|blame|deny|condemn|denounce|criticise|criticize|demand|warn|praise|reject|promise|vow|thank|welcome|threaten|refuse|pledge|deplore|slam|blast|rebuke|chide|implore|beg|exhort|press|hail|commend|applaud|congratulate|dismiss|decry|lambast|castigate|charge|request|invite|apologise|apologize|offer|repeat|reiterate|express|voice|telephone|phone)$/

/** "vows to fight, rebukes A", "to press Doe and met A": a finite verb is joined to a finite one, no infinitive. */
const joinFinite: Repair = (tree, index) => {
  const token = tree.at(index)
  if (token.deprel !== "conj" || !/^VB[DZ]$/.test(token.xpos) || token.head < 0) return
  if (tree.children(index, "nsubj", "aux").length > 0 || !tree.isInfinitive(token.head)) return
  for (let above = tree.at(token.head).head; above >= 0; above = tree.at(above).head) {
    if (tree.at(above).upos !== "VERB" || !tree.isFinite(above)) continue
    tree.attach(index, above, "conj")
    return
  }
}

/** "A said that B had fled and asked C to help": A asked. The parser joins the act to what is said. */
const joinToSpeaker: Repair = (tree, index) => {
  const token = tree.at(index)
  if (token.deprel !== "conj" || !SPEECH_ACT.test(token.lemma) || token.head < 0) return
  if (!/^VB[DN]$/.test(token.xpos) || tree.children(index, "aux", "nsubj").length > 0) return
  let said = token.head
  while (tree.at(said).deprel === "conj") {
    if (SPEECH_ACT.test(tree.at(said).lemma)) return
    said = tree.at(said).head
  }
  const clause = tree.at(said)
  if (!clause.deprel.startsWith("ccomp") || SPEECH_ACT.test(clause.lemma)) return
  const saying = tree.at(clause.head)
  if (!SAYING.test(saying.lemma) || saying.xpos !== "VBD" || clause.head > said) return
  tree.attach(index, clause.head, "conj")
  Object.assign(token, { xpos: "VBD" })
}

/** "asked A to free B, accusing A of": who asks accuses, not who frees. */
const joinParticiple: Repair = (tree, index) => {
  const { xpos, deprel, head, lemma: verb } = tree.at(index)
  if (xpos !== "VBG" || !/^(?:advcl|acl)$/.test(deprel) || !SPEECH_ACT.test(verb) || head > index) return
  if (tree.at(tree.first(index)).text !== "," && tree.textBefore(tree.first(index)) !== ",") return
  let above = head
  while (above >= 0 && !isMain(tree, above)) above = tree.at(above).head
  if (above >= 0 && above !== head) tree.attach(index, above, "advcl")
}

/** Neither an infinitive nor reported speech nor a noun below one of them. */
function isMain(tree: EditableTree, index: number): boolean {
  const { deprel, head, upos } = tree.at(index)
  if (upos !== "VERB" || tree.isInfinitive(index)) return false
  return !(deprel === "ccomp" && head >= 0 && SAYING.test(tree.at(head).lemma))
}

/** "He fled, A told B after talks": what follows the verb of saying is its own. */
const afterSaying: Repair = (tree, index) => {
  const { head, deprel } = tree.at(index)
  if (head < 0 || !/^(?:obl|advcl|nmod)/.test(deprel)) return
  const said = tree.at(head)
  if (!said.deprel.startsWith("ccomp") || said.head <= head || index < said.head) return
  tree.attach(index, said.head, deprel)
}

/** "urges A to act, rebukes B" in headlines: one subject. */
const headlineVerbs: Repair = (tree, index) => {
  const { deprel, head, xpos } = tree.at(index)
  if (deprel !== "parataxis" || xpos !== "VBZ" || head > index || tree.at(head).xpos !== "VBZ") return
  if (tree.children(index, "nsubj").length === 0) Object.assign(tree.at(index), { deprel: "conj" })
}

const OCCASION = /^(?:call|conversation|meeting|letter|speech|statement|message|interview|talk|tweet|phone)$/

/** "urged A in a call to end it": the infinitive is what A is urged to. */
const infinitiveOfOccasion: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "acl" || !tree.isInfinitive(index)) return
  const occasion = tree.at(head)
  if (!OCCASION.test(occasion.lemma) || occasion.deprel !== "obl" || occasion.head < 0) return
  if (!/^(?:in|during|by|at|after)$/.test(tree.caseOf(head))) return
  const verb = tree.at(occasion.head)
  if (SPEECH_ACT.test(verb.lemma) && tree.children(occasion.head, "xcomp").length === 0) {
    tree.attach(index, occasion.head, "xcomp")
  }
}

/** "It was A that fired", "shelled A, whose army": a relative clause of A, not of the verb. */
const relativeOfNoun: Repair = (tree, index) => {
  const { deprel, head } = tree.at(index)
  if (deprel !== "advcl:relcl") return
  const isNominal = (at: number): boolean => /^(?:NOUN|PROPN|PRON)$/.test(tree.at(at).upos)
  const start = tree.first(index)
  const pronoun = tree.tokens.slice(start, index).find(({ xpos }) => /^WP/.test(xpos))
  const noun = [head, start - 1].find((at) => at >= 0 && isNominal(at) && at < start)
  if (noun === head) tree.attach(index, head, "acl:relcl")
  else if (noun !== undefined && pronoun !== undefined) tree.attach(index, nounHead(tree, noun), "acl:relcl")
}

/** From the last word of a name to its first. */
const nounHead = (tree: EditableTree, token: number): number =>
  /^(?:flat|compound|fixed)/.test(tree.at(token).deprel) ? nounHead(tree, tree.at(token).head) : token

/** In the order in which they build on one another. */
export const JOIN_REPAIRS: Repair[] = [
  joinFinite,
  joinToSpeaker,
  joinParticiple,
  afterSaying,
  infinitiveOfOccasion,
  relativeOfNoun,
  headlineVerbs,
]
