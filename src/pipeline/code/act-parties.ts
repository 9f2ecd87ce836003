// Who does the act that a phrase names, and whom it befalls, where the phrase itself is no actor.
import type { Sentence } from "../../types.js"
import { caseOf, childrenWith, tokenAt } from "../resolve/grammar.js"
import { isApart } from "../resolve/others.js"
import { contentOf, nounArguments } from "./noun-arguments.js"
import { type FoundParty, isPerson, type Parties } from "./parties.js"
import { obliques } from "./phrases.js"
import { isUndergone } from "./undergone.js"
import { relativeAntecedent, verbArguments } from "./verb-arguments.js"

/** How far in the parties of a phrase may stand. */
const DEPTH = 3

const NOBODY: ReadonlySet<string> = new Set()

/** Nouns that are somebody's people or weapons: "the forces of X", "fighters loyal to X". */
const FORCE =
  /^(?:force|troop|soldier|army|military|navy|militia|militiaman|militant|fighter|gunman|guerrilla|rebel|guard|police|policeman|unit|battalion|brigade|division|commando|agent|man|woman|supporter|follower|loyalist|member|activist|official|diplomat|lawyer|spokesman|spokeswoman|spokesperson|envoy|representative|delegate|delegation|ally|bomber|pilot|gunner|plane|aircraft|jet|warplane|helicopter|drone|tank|ship|warship|boat|vessel|gunboat|submarine|artillery|missile|rocket|shell|bomb|government|authorities|administration|regime|command|leadership|wing|branch|detective|prosecutor|court|judge|citizen|people|minister|ministry|parliament|lawmaker|mp|senator|king|queen|president|leader|chief|head|commander|general)$/

/** Nouns whose `of` is the doer: "the actions of X", but not "the killing of X". */
const OWN_ACT =
  /^(?:action|act|policy|stance|decision|behaviou?r|conduct|silence|position|refusal|failure|role|aggression|crime|campaign|occupation|practice|violation|move|statement|remark|comment|attempt|effort|plan|rule|part|side|rhetoric|intervention|involvement|hand)$/

/** Verbs that tell what others think of or do to the noun, not who made it: "rebels backed by X". */
const ATTITUDE =
  /^(?:back|support|arm|fund|finance|train|aid|recogni[sz]e|condemn|denounce|criticise|criticize|deplore|accuse|blame|oppose|reject|dismiss|hail|welcome|praise|defend|call|describe|see|regard|consider|brand|kill|wound|injure|capture|arrest|detain|jail|hold|expel|sanction|know|want|wanted|seek|attack|target|repel|intercept|destroy|face|fear|demand|deny|ban|list|designate)$/

/** Who did the act that a phrase names: "the raids by X", "X's raids", "X-ian raids", "fire from X". */
export function doerOf(parties: Parties, token: number, trigger = -1, depth = 0): FoundParty[] {
  const itself = parties.at(token)
  if (itself.length > 0 || depth > DEPTH) return itself
  const { sentence } = parties
  const { upos, lemma, deprel } = tokenAt(sentence, token)
  const deeper = (at: number): FoundParty[] => doerOf(parties, at, trigger, depth + 1)
  if (upos === "VERB") return parties.each(verbArguments(sentence, token).subject, (at) => parties.at(at))
  const antecedent = relativeAntecedent(sentence, token)
  if (antecedent !== undefined) return deeper(antecedent)
  const identified = parties.first(identifiedAs(sentence, token), (at) => parties.at(at))
  if (identified.length > 0) return identified
  if (isApart(lemma)) return []
  if (upos === "PRON") return parties.first(described(sentence, token), deeper)
  const noun = nounArguments(sentence, token)
  // "is against the plan": the plan is not the subject's.
  const isLent = deprel !== "conj" && caseOf(sentence, token) === ""
  const isActing = (at: number): boolean => !isUndergone(sentence, token, parties.at(at).some(isPerson))
  const places = [
    ...(noun.oblique.get("by") ?? []),
    ...clauseSubjects(sentence, token, trigger),
    ...noun.poss.filter(isActing),
    ...(isLent && noun.support?.passive === false ? noun.support.subject : []),
    ...noun.adj.filter(isActing),
    ...noun.adj.flatMap((child) => [
      ...leader(sentence, child),
      ...(tokenAt(sentence, child).xpos === "VBN" ? [] : childrenWith(sentence, child, "compound")),
    ]),
    ...loyalTo(sentence, token),
  ]
  const direct = parties.first(places, (at) => parties.at(at).filter(({ isSite }) => !isSite))
  if (direct.length > 0) return direct
  // "pressure by the Zenda commission", "raids by supporters of X".
  const agents = parties.first(noun.oblique.get("by") ?? [], deeper)
  if (agents.length > 0) return agents
  const origin = parties.first(noun.oblique.get("from") ?? [], (at) => parties.at(at))
  if (origin.length > 0) return origin
  // "accused rebels of shelling": not rebels of somebody.
  const of = (noun.oblique.get("of") ?? []).filter(
    (at) => !FORCE.test(lemma) || tokenAt(sentence, at).upos !== "VERB",
  )
  if (OWN_ACT.test(lemma) || FORCE.test(lemma)) {
    const owners = parties.first(of, deeper)
    if (owners.length > 0) return owners
  }
  // "the deal between X and Y".
  const sides = parties.first(noun.oblique.get("between") ?? [], (at) => parties.at(at))
  if (sides.length > 0) return sides
  // "the launching of rockets by X", "the policy of demolitions": look further in.
  const inside = parties.first(of, (at) => (parties.at(at).length > 0 ? [] : deeper(at)))
  return inside.length > 0 ? inside : parties.each(summedUp(sentence, token), deeper)
}

/** "the first to do it was X", "those who did it included X": X. */
function identifiedAs(sentence: Sentence, token: number): number[] {
  const { deprel, head, lemma, xpos } = tokenAt(sentence, token)
  if (deprel !== "nsubj" || head < 0) return []
  const governor = tokenAt(sentence, head)
  if (governor.lemma === "include") return childrenWith(sentence, head, "obj")
  const isOpen =
    /^(?:those|first|second|last|latest|only|one|other)$/.test(lemma.toLowerCase()) || /^NN/.test(xpos)
  const isNamed = governor.upos === "PROPN" && childrenWith(sentence, head, "cop").length > 0
  return isNamed && isOpen ? [head] : []
}

/** "X shelled the town, an act that Y condemned": the clause or noun that an apposed noun sums up. */
function summedUp(sentence: Sentence, token: number): number[] {
  const { deprel, lemma } = tokenAt(sentence, token)
  if (!/^(?:appos|parataxis|advcl)/.test(deprel)) return []
  let { head } = tokenAt(sentence, token)
  while (SUMMARY.test(lemma) && head >= 0 && tokenAt(sentence, head).upos !== "VERB")
    head = tokenAt(sentence, head).head
  return head >= 0 && head < token ? [head] : []
}
const SUMMARY =
  /^(?:act|action|move|step|decision|measure|gesture|incident|attack|strike|raid|assault|killing|exercise|policy|practice|tactic|tragedy|crime|massacre|atrocity|provocation|violation|breach|operation|intervention|claim|charge|accusation|allegation|demand|request|call|appeal|offer|proposal|threat|visit|trip|deal|agreement|pact)$/

/** "fighters loyal to X", "workers affiliated with X". */
const loyalTo = (sentence: Sentence, noun: number): number[] =>
  childrenWith(sentence, noun, "amod", "acl")
    .filter((child) =>
      /^(?:loyal|allied|aligned|ally|align|faithful|belong|answer|affiliated|affiliate)$/.test(
        tokenAt(sentence, child).lemma,
      ),
    )
    .flatMap((child) => ["to", "with"].flatMap((word) => obliques(sentence, child).get(word) ?? []))

/** "students throughout X", "thousands of nurses across X", "prisoners at a jail in X", but not "the attacks in X". */
export function residentsOf(parties: Parties, token: number): FoundParty[] {
  const people = contentOf(parties.sentence, token)
  const { xpos, lemma } = tokenAt(parties.sentence, people)
  if (xpos !== "NNS" || ACT.test(lemma)) return []
  const oblique = obliques(parties.sentence, people)
  const seats = ["in", "at", "throughout", "across"].flatMap((word) => oblique.get(word) ?? [])
  return parties.first(seats, (at) => affectedOf(parties, at))
}

/** Whether a state's body did it in a town of that state, which is no enemy of it. */
export const isOwnTown = ({ article }: Parties, doer: FoundParty, target: FoundParty): boolean =>
  target.isSite === true &&
  article.actors.some(
    ({ id, name, state }) => id === doer.actor && STATE_BODY.test(name) && `state:${state}` === target.actor,
  )
const STATE_BODY =
  /\bpolice\b|\bministry\b|\bnational guard\b|^(?:army|navy|air force|marines|parliament|coast guard|border guard) of\b|(?<!revolutionary )armed forces/i

/** "Jane Doe's government", where the state acts against itself: she. */
export const leadersOf = (parties: Parties, token: number): FoundParty[] =>
  childrenWith(parties.sentence, token, "nmod:poss")
    .flatMap((owner) => parties.at(owner))
    .filter(isPerson)

/** "what she called the raids by X": the raids. */
function described(sentence: Sentence, token: number): number[] {
  return childrenWith(sentence, token, "acl", "ccomp").flatMap((clause) => {
    const { oblique, complement, object } = verbArguments(sentence, clause)
    return [...(oblique.get("as") ?? []), ...complement, ...object].filter((at) => at !== token)
  })
}

/** Subjects of "that X carried out" and "carried out by X", places of "launched from X"; not of "the request that X come". */
function clauseSubjects(sentence: Sentence, noun: number, trigger: number): number[] {
  return childrenWith(sentence, noun, "acl")
    .filter((clause) => clause !== trigger && !ATTITUDE.test(tokenAt(sentence, clause).lemma))
    .filter((clause) => childrenWith(sentence, clause, "mark").length === 0)
    .flatMap((clause) => {
      const { subject, oblique } = verbArguments(sentence, clause)
      return [...subject, ...(oblique.get("from") ?? [])].filter((token) => token !== noun)
    })
}

/** Where the party that a noun concerns stands beside it, nearest first. */
const LOCATING = [
  "of",
  "in",
  "from",
  "near",
  "on",
  "to",
  "for",
  "at",
  "inside",
  "within",
  "around",
  "across",
  "outside",
  "along",
]

/** Whom an act befalls: "positions of X", "X-ian civilians", "targets in X"; with the doers in `except`, of "his promise to X" X. */
export function affectedOf(
  parties: Parties,
  token: number,
  except: ReadonlySet<string> = NOBODY,
  depth = 0,
): FoundParty[] {
  const itself = parties.at(token)
  if (itself.length > 0 || depth >= DEPTH) return itself
  const { sentence } = parties
  const deeper = (at: number): FoundParty[] => affectedOf(parties, at, except, depth + 1)
  const antecedent = relativeAntecedent(sentence, token)
  if (antecedent !== undefined) return deeper(antecedent)
  if (isApart(tokenAt(sentence, token).lemma)) return []
  const noun = nounArguments(sentence, token)
  // "troops on its border with X": X, also where the phrase hangs on the verb.
  const isEdge = /^(?:border|frontier|line|fence|boundary)$/.test(tokenAt(sentence, token).lemma)
  const across = isEdge ? [noun.oblique, obliques(sentence, tokenAt(sentence, token).head)] : []
  const places = [
    ...across.flatMap((phrases) => phrases.get("with") ?? []),
    ...noun.poss,
    ...childrenWith(sentence, token, "acl").flatMap((child) => holder(sentence, child)),
    ...noun.adj,
    ...noun.adj.flatMap((child) => holder(sentence, child)),
    ...noun.adj.flatMap((child) => ofCompound(sentence, child)),
    ...loyalTo(sentence, token),
    ...LOCATING.flatMap((preposition) => noun.oblique.get(preposition) ?? []),
  ]
  const isOwn = ({ actor, token: at }: FoundParty): boolean =>
    except.has(actor) && tokenAt(sentence, at).xpos.startsWith("PRP")
  const direct = parties.first(places, (at) => parties.at(at).filter((party) => !isOwn(party)))
  if (direct.length > 0) return direct
  const inside = parties.first([...(noun.oblique.get("of") ?? []), ...(noun.oblique.get("in") ?? [])], deeper)
  return inside.length > 0 ? inside : parties.first(nextPhrase(sentence, token), deeper)
}

/** "a Ruritanian aid ship": the parser hangs the adjective on the aid. */
const ofCompound = (sentence: Sentence, child: number): number[] => {
  const { upos, deprel } = tokenAt(sentence, child)
  return upos === "NOUN" && deprel === "compound" ? childrenWith(sentence, child, "amod") : []
}

/** "pounded targets inside X": the parser hangs on the verb what stands right behind its object. */
function nextPhrase(sentence: Sentence, token: number): number[] {
  const { head, deprel } = tokenAt(sentence, token)
  if (head < 0 || deprel !== "obj") return []
  return childrenWith(sentence, head, "obl").filter((child) => {
    const [preposition] = childrenWith(sentence, child, "case")
    return preposition === token + 1 && LOCATING.includes(tokenAt(sentence, preposition).text.toLowerCase())
  })
}

/** Acts and things: their place is not who does them. */
const ACT =
  /(?:tion|ment|ing|ity|ence|ance|ism)s?$|^(?:attack|strike|airstrike|raid|war|event|clash|talk|protest|riot|crime|act|murder|massacre|atrocity|rocket|missile|bomb|weapon|plan|change|law|sanction|right|interest|election|problem|issue|report|effort|abuse|conflict|threat|move|need|base|fear|price|market|photo|image|death|effect|threat)$/

/** "US-led strikes": who leads. */
const leader = (sentence: Sentence, participle: number): number[] =>
  agentOf(
    sentence,
    participle,
    /^(?:lead|run|command|control|order|perpetrate|inspire|make|draft|broker|fire|launch|conduct|impose)$/,
  )

/** "a rebel-held town", "a post manned by X": whom it hurts to lose it. */
const holder = (sentence: Sentence, participle: number): number[] =>
  agentOf(
    sentence,
    participle,
    /^(?:hold|occupy|run|control|own|govern|flag|operate|administer|rule|man|staff|use|seize|capture|inhabit|claim)$/,
  )

const agentOf = (sentence: Sentence, participle: number, lemmas: RegExp): number[] =>
  lemmas.test(tokenAt(sentence, participle).lemma) ? verbArguments(sentence, participle).subject : []
