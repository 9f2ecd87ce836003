// What makes capitalised words the name of an organisation, and which words of a sentence it takes.
import type { NameSpan, Sentence } from "../../types.js"
import { isAcronym } from "./acronyms.js"
import { caseOf, headOf, tokenAt } from "./grammar.js"

const BODY_HEAD =
  /^(?:Ministry|Party|Council|Agency|Front|Movement|Army|Forces?|Union|Organi[sz]ation|Institute|University|Group|Committee|Commission|Court|Bank|Company|Corporation|Association|Federation|Confederation|League|Brigades?|Department|Office|Authority|Alliance|Coalition|Congress|Assembly|Service|Network|Society|Centre|Center|Fund|Command|Guards?|Police|Observatory|Initiative|Mission|Tribunal|Board|Campaign|Wing|Squadron|Division|Battalion|Regiment|Fleet|Corps|Museum|Programme|Foundation|Trust|Directorate|Bureau|Administration|Inspectorate|Secretariat|Parliament|Synod|Church|Order|Workers|Brotherhood|Crescent|Cross|Club|Chamber|School|Resistance)$/

/** "Vienna Convention", "Desert Cup": names of what is no actor. */
const THING =
  /^(?:Conventions?|Accords?|Agreements?|Treaty|Pact|Protocol|Act|Bill|Law|Charter|Constitution|Declaration|Resolution|Amendment|Plan|Process|Framework|Roadmap|Roundtable|Summit|Conference|Games|Cup|Prize|Award|Day|Week|War|Revolution|Uprising|Spring|Intifada|Festival|Street|Square|Road|Avenue|Airport|Stadium|Bridge|Hotel|River|Lake|Island|Islands|Sea|Bay|Gulf|Strait|Canal|Mosque|Cathedral|Hospital|Camp|Prison|Bible|Strip|Valley|Mountains?|Province|District|Region|Operation|Express|Doctrine|Deal|Line|Zone|Papers|Report)$/

/** Words that tell nothing alone: whose court, which party? */
const GENERIC =
  /^(?:State|States|Government|Governments|North|South|East|West|House|Chamber|Crown|Cabinet|Opposition|Republic|Kingdom|Union|Covid|Internet)$/

/** Abbreviations in capitals that name no organisation. */
const COMMON_LETTERS =
  /^(?:TV|GDP|GNP|VAT|CEO|CFO|HIV|AIDS|DNA|PCR|NGOs?|IED|UAV|ICBM|WMD|MPs?|PM|GMT|EST|UTC|LGBTQ?|USD|EUR|POW|ID|IT|AI|PR|QC|KC|VIP|GPS|IDPs?|MEPs?|SUV|DVD|HQ|FM|AM|PhD|OK)$/

/** "Minister for Hentzau Affairs": the end of a title. */
const FIELD =
  /^(?:Affairs|Security|State|Relations|Rights|Intelligence|Operations|Secretary|Minister|President|Chief)$/

/** "the Olive Grove offensive", "US Predator strikes": what such nouns are about is no actor. */
const EVENT =
  /^(?:operation|offensive|campaign|agreement|deal|accord|treaty|pact|summit|process|project|pipeline|scandal|affair|massacre|dam|crossing|prize|award|missile|rocket|jet|aircraft|plane|airliner|helicopter|tank|rifle|drone|bomber|warship|submarine|satellite|vaccine)$/

/** What organisations are. */
const GROUP =
  /^(?:party|movement|coalition|alliance|group|militia|union|network|brigade|battalion|faction|cartel|gang|sect|company|newspaper|agency|rebel|guerrilla|insurgent|militant|fighter|paramilitary)$/

const isCapital = (text: string): boolean => /^(?:[dl]['’])?\p{Lu}/u.test(text)

/** Whether words that the recogniser took for an organisation name one; `count` is how often the article has them. */
export function isOrganisation(sentence: Sentence, first: number, last: number, count: number): boolean {
  const words = sentence.tokens.slice(first, last + 1).map(({ text }) => text)
  const capitals = words.filter(isCapital)
  const tail = words.at(-1) as string
  if (capitals.length === 0 || words[0] === "Operation") return false
  const { deprel, head } = tokenAt(sentence, headOf(sentence, first, last))
  const isModifier = deprel === "compound" && head > last
  if (isModifier && EVENT.test(tokenAt(sentence, head).lemma)) return false
  // "US Predator attacks": a state's weapon.
  if (
    isModifier &&
    /^(?:US|U\.S\.|UK)$/.test(words[0] as string) &&
    words.length === 2 &&
    !BODY_HEAD.test(tail)
  )
    return false
  if (THING.test(tail) || (FIELD.test(tail) && !words.some((word) => BODY_HEAD.test(word)))) return false
  // "the Lamuka coalition": the noun says what it is.
  if (isModifier && GROUP.test(tokenAt(sentence, head).lemma)) return true
  if (words.length > 1) return capitals.length > 1 || count > 1
  if (BODY_HEAD.test(tail) || GENERIC.test(tail) || COMMON_LETTERS.test(tail)) return false
  return isAcronym(tail) || count > 1 || isParty(sentence, headOf(sentence, first, last))
}

/** A lone word that acts or is acted on is more than the name of a place. */
function isParty(sentence: Sentence, head: number): boolean {
  const { deprel, head: above } = tokenAt(sentence, head)
  if (deprel === "conj" && above >= 0) return isParty(sentence, above)
  return (
    /^(?:nsubj(?::pass)?|obl:agent|obj|nmod:poss)$/.test(deprel) ||
    /^(?:of|by|with)$/.test(caseOf(sentence, head))
  )
}

/** Heads that make a body of any capitals before them. */
const SURE_HEAD =
  /^(?:Party|Front|Movement|Army|Forces?|Union|Organi[sz]ation|Committee|Commission|Association|Federation|Confederation|League|Brigades?|Alliance|Coalition|Network|Battalion|Regiment|Corps|Squadron|Police|Guards|Council|Ministry|Agency|Tribunal)$/

export const isSureHead = (word: string): boolean => SURE_HEAD.test(word)

/** "the Lamuka coalition", whatever the recogniser took Lamuka for. */
export const isNamedGroup = (sentence: Sentence, first: number, last: number): boolean => {
  const { deprel, head } = tokenAt(sentence, headOf(sentence, first, last))
  return (
    deprel === "compound" &&
    head > last &&
    /^(?:party|coalition|militia|movement|cartel)$/.test(tokenAt(sentence, head).lemma)
  )
}

/** "the Hentzau Front", "the Rassendyll-2 Battalion": capitals that end in what only bodies are called. */
export function bodySpans(sentence: Sentence): NameSpan[] {
  return sentence.tokens.flatMap(({ text, upos }, last): NameSpan[] => {
    if (!SURE_HEAD.test(text) || upos === "VERB") return []
    let first = last
    while (first > 0 && isPart(sentence, first - 1)) first--
    // A sentence begins with a capital anyhow.
    if (first === 0) first++
    const end = fullLength(sentence, last)
    return first < last || (last < end && /^the$/i.test(sentence.tokens[last - 1]?.text ?? ""))
      ? [{ first: Math.min(first, last), last: end, type: "ORG" }]
      : []
  })
}

/** A word inside a name: a capital that is no title, an apostrophe or a numbered hyphen between two. */
function isPart(sentence: Sentence, at: number): boolean {
  const { text, upos } = tokenAt(sentence, at)
  if (/^(?:-|\d+)$/.test(text)) return at > 0 && /^\p{Lu}/u.test(tokenAt(sentence, at - 1).text)
  return /^\p{Lu}[\p{L}-]+$/u.test(text) && (upos === "PROPN" || upos === "ADJ")
}

const JOINT = /^(?:of|for)$/

/** "Hentzau Party of [Farmers]", "Front for the [Defence of Zenda]": the last word that belongs to a body's name. */
export function fullLength(sentence: Sentence, from: number): number {
  const word = (at: number): string => sentence.tokens[at]?.text ?? ""
  // "Zenda Millers' [Association]": the recogniser may break off at the mark.
  const mark = [from, from + 1].find((at) => /^['’]$/.test(word(at)))
  const last = mark !== undefined && BODY_HEAD.test(word(mark + 1)) ? mark + 1 : from
  if (!BODY_HEAD.test(word(last)) || !JOINT.test(word(last + 1))) return last
  const next = word(last + 2) === "the" ? last + 3 : last + 2
  // "told the Security Council for Monday": only some bodies are for something.
  if (word(last + 1) === "for" && !/^(?:Front|Movement|Party|Union|Committee|Alliance)$/.test(word(last)))
    return last
  const span = sentence.names.find((name) => name.first <= next && next <= name.last)
  if (!isCapital(word(next)) || (span !== undefined && !/^(?:ORG|NAT|OTH)$/.test(span.type))) return last
  let end = next
  while (isCapital(word(end + 1)) || (/^(?:of|and)$/.test(word(end + 1)) && isCapital(word(end + 2)))) end++
  return end
}

/** The word that says what kind of body it is: "Front" of "Front for the Defence of Zenda", "Tigers" of "Zenda Tigers". */
export function bodyHead(name: string): string {
  return (name.split(/\s+(?:of|for|to|against|on|in)\s+/)[0] as string).split(/[\s-]+/).at(-1) as string
}
