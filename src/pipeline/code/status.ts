// Whether a trigger's event happened: read from its auxiliaries and from every word that governs it
// (signatures after Karttunen 1971, Implicative verbs, and FactBank, Saurí and Pustejovsky 2009).
import type { Sentence, Status } from "../../types.js"
import { caseOf, childrenWith, relation, tokenAt } from "../resolve/grammar.js"

const set = (words: string): Set<string> => new Set(words.split(" "))

/** Their complement did not happen. */
const NEGATING = set(
  "refuse decline fail deny prevent avoid reject rule_out cancel call_off postpone forget neglect abandon scrap halt ban prohibit forbid oppose",
)
/** Their complement lies ahead. */
const PLANNING = set(
  "plan intend expect schedule set promise vow pledge prepare aim want hope seek agree commit announce_plan due slate decide " +
    "offer undertake propose arrange mean ready determined poised await anticipate ahead prepared willing likely try work",
)
/** Their complement is only thought of. */
const DOUBTING = set(
  "urge call ask demand appeal request press encourage consider ponder wonder suggest want_to doubt question recommend advise " +
    "implore beg invite tell order require insist discuss debate weigh contemplate mull study possible unclear unlikely able threaten " +
    "allow permit enable help let need want wish",
)
const PLAN_NOUNS = set(
  "plan intention promise vow pledge decision preparation offer commitment readiness willingness schedule bid effort attempt hope way",
)
const DOUBT_NOUNS = set(
  "call demand appeal request need possibility proposal suggestion idea threat fear risk prospect likelihood chance question right freedom ability doubt need initiative allegation",
)
/** What stops, goes on or is judged has happened, whoever may wish it to stop. */
const PRESUPPOSING = set(
  "stop end halt cease cessation pause continue resume condemn denounce deplore criticise criticize welcome praise regret mourn " +
    "apologise apologize forgive investigate punish avenge discuss review raise",
)
const CLAUSE = /^(?:xcomp|ccomp|advcl|acl|csubj|obj|obl|nmod|nsubj|conj|parataxis)$/

/** Status of the event that a token evokes; `asserted` is the verb in whose course it stands, else the token itself. */
export function statusOf(sentence: Sentence, trigger: number, asserted = trigger): Status {
  let status = ownStatus(sentence, trigger)
  if (asserted !== trigger) status = combine(ownStatus(sentence, asserted), status)
  let token = asserted
  for (let depth = 0; depth < 6 && status !== "hypothetical"; depth++) {
    const { head } = tokenAt(sentence, token)
    if (head < 0) break
    const inherited = inheritedStatus(sentence, token, head)
    if (inherited === "stop") break
    status = combine(inherited, status)
    token = head
  }
  return isQuestion(sentence) && status !== "negated" ? "hypothetical" : status
}

function combine(outer: Status, inner: Status): Status {
  if (outer === "actual") return inner
  if (outer === "negated" && inner === "negated") return "actual"
  if (inner === "actual" || outer === "hypothetical") return outer
  return inner === "negated" ? "negated" : outer
}

const isQuestion = (sentence: Sentence): boolean =>
  sentence.tokens.slice(-2).some((token) => token.text === "?")

/** "did not", "never", "no": said of the word itself. */
export function isNegated(sentence: Sentence, token: number): boolean {
  return childrenWith(sentence, token, "advmod", "det", "cc:preconj").some((child) =>
    /^(?:not|n't|n’t|never|no|neither|hardly|barely)$/.test(tokenAt(sentence, child).lemma.toLowerCase()),
  )
}

/** From the word itself: "will", "may", "not", "no", a plain infinitive of purpose. */
function ownStatus(sentence: Sentence, token: number): Status {
  const { upos, xpos } = tokenAt(sentence, token)
  const words = (...deprels: string[]): string[] =>
    childrenWith(sentence, token, ...deprels).map((child) => tokenAt(sentence, child).lemma.toLowerCase())
  const negated = isNegated(sentence, token)
  const auxiliaries = words("aux")
  const marks = words("mark")
  if (marks.some((word) => /^(?:if|whether|unless|lest)$/.test(word))) return "hypothetical"
  if (auxiliaries.some((word) => /^(?:may|might|could|should|must|can|ought)$/.test(word))) {
    return negated ? "negated" : "hypothetical"
  }
  if (negated) return "negated"
  if (auxiliaries.some((word) => /^(?:will|shall|would|'ll|wo|'d)$/.test(word))) return "planned"
  const isVerb = upos === "VERB" || upos === "AUX"
  const isPurpose =
    isVerb && xpos === "VB" && marks.includes("to") && /^(?:advcl|acl)/.test(tokenAt(sentence, token).deprel)
  if (isPurpose) return "planned"
  const modifiers = words("amod")
  if (
    modifiers.some((word) =>
      /^(?:planned|upcoming|proposed|scheduled|forthcoming|future|expected|imminent|potential|next)$/.test(
        word,
      ),
    )
  )
    return "planned"
  if (
    modifiers.some((word) => /^(?:possible|alleged|hypothetical|rumou?red|further|any)$/.test(word)) &&
    /possible|hypothetical|rumou?red/.test(modifiers.join(" "))
  )
    return "hypothetical"
  return "actual"
}

/** What the governing word says about a word below it; "stop" where the two are separate assertions. */
function inheritedStatus(sentence: Sentence, token: number, head: number): Status | "stop" {
  const link = relation(tokenAt(sentence, token))
  if (!CLAUSE.test(link)) return "actual"
  if (link === "parataxis") return "stop"
  if (link === "conj") return conjunctStatus(sentence, token, head)
  const governor = tokenAt(sentence, head)
  if (isPresupposed(sentence, token, head, link)) return "stop"
  if (link === "advcl" || link === "acl") {
    const isInfinitive = tokenAt(sentence, token).xpos === "VB"
    if (link === "advcl" && !isInfinitive) return "stop"
    if (tokenAt(sentence, token).deprel === "acl:relcl") return "stop"
  }
  if (link === "nsubj" && governor.upos === "VERB") return nounStatus(sentence, head, governor.lemma)
  if (link === "obl" && !/^(?:for|from|against|to|of|on|about|in)$/.test(caseOf(sentence, token)))
    return "stop"
  const signature = signatureOf(governor.lemma.toLowerCase(), link, caseOf(sentence, token))
  return combineGovernor(signature, ownStatus(sentence, head))
}

/** "urged X to stop its raids": there were raids; "discuss the raids": likewise, but not "discuss a visit". */
function isPresupposed(sentence: Sentence, token: number, head: number, link: string): boolean {
  if (!PRESUPPOSING.has(tokenAt(sentence, head).lemma)) return false
  if (tokenAt(sentence, token).upos === "VERB") return tokenAt(sentence, token).xpos === "VBG"
  const isDefinite = childrenWith(sentence, token, "nmod:poss", "det", "amod").some((child) => {
    return !/^(?:an?|any|no|possible|future|further)$/i.test(tokenAt(sentence, child).text)
  })
  return isDefinite && /^(?:obj|nmod|obl|nsubj)$/.test(link)
}

/** A negated planner or doubter leaves what it governs undone: "did not agree to meet". */
function combineGovernor(signature: Status, own: Status): Status {
  if (own === "negated") return signature === "negated" ? "actual" : "negated"
  return signature === "actual" ? own : signature
}

/** Modals stand once for a whole coordination: "will visit and meet". */
function conjunctStatus(sentence: Sentence, token: number, head: number): Status | "stop" {
  const own = tokenAt(sentence, token)
  const isBare =
    own.upos !== "VERB" || (own.xpos === "VB" && childrenWith(sentence, token, "aux", "nsubj").length === 0)
  return isBare ? ownStatus(sentence, head) : "stop"
}

function signatureOf(lemma: string, link: string, preposition: string): Status {
  const isComplement =
    link === "xcomp" || link === "ccomp" || link === "acl" || link === "obj" || link === "csubj"
  const isArgument = isComplement || link === "nmod" || link === "obl"
  if (!isArgument) return "actual"
  if (NEGATING.has(lemma) && (isComplement || preposition === "from"))
    return lemma === "reject" || lemma === "oppose" ? "hypothetical" : "negated"
  if (PLAN_NOUNS.has(lemma) && (link === "acl" || /^(?:for|to|of)$/.test(preposition))) return "planned"
  if (DOUBT_NOUNS.has(lemma) && (link === "acl" || /^(?:for|to|of)$/.test(preposition))) return "hypothetical"
  if (link === "nmod") return "actual"
  if (PLANNING.has(lemma) && link !== "ccomp") return "planned"
  // "considered that", "insisted that": said to be so, other than "insisted on".
  if (link === "ccomp" && /^(?:consider|insist|suggest|tell|discuss|study)$/.test(lemma)) return "actual"
  if (DOUBTING.has(lemma) && (link !== "obl" || preposition === "for" || preposition === "on"))
    return "hypothetical"
  if (lemma === "expect" || lemma === "hope" || lemma === "promise") return "planned"
  return "actual"
}

const OCCURRING = set(
  "take happen occur begin start resume materialise materialize go hold make reach sign conduct carry launch pay place be come " +
    "impose give provide send offer agree continue follow stage deliver lift",
)

/** "the visit was cancelled", "talks are planned": the verb says it of its subject. */
function nounStatus(sentence: Sentence, verb: number, lemma: string): Status {
  const signature: Status = NEGATING.has(lemma)
    ? "negated"
    : /^(?:plan|schedule|expect|set|propose|await)$/.test(lemma)
      ? "planned"
      : "actual"
  // "the attacks will not change our mind": that there were attacks stands.
  return signature !== "actual" || OCCURRING.has(lemma)
    ? combineGovernor(signature, ownStatus(sentence, verb))
    : "actual"
}
