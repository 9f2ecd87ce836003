// What the recogniser found, made whole: people parted or joined, bodies as long as their names.
import type { NameSpan, Sentence } from "../../types.js"
import { overlap, tokenAt } from "./grammar.js"
import { bodySpans, fullLength, isNamedGroup } from "./organisation-names.js"

/** The recogniser's names of a sentence, and bodies that it passed over or cut. */
export function wholeSpans(sentence: Sentence): NameSpan[] {
  const spans = joinPeople(sentence)
    .flatMap((name) => splitPeople(sentence, name))
    .map((name) => lengthen(sentence, name))
  const isTaken = (body: NameSpan, { type, first, last }: NameSpan): boolean =>
    type === "PER" ||
    (type === "ORG" && (first < body.first || last > body.last || last - first === body.last - body.first))
  const bodies = bodySpans(sentence).filter(
    (body) => !spans.some((name) => overlap(name, body) && isTaken(body, name)),
  )
  return [...spans.filter((name) => !bodies.some((body) => overlap(body, name))), ...bodies]
}

/** "Jane" and "Mary Doe" that touch are one, and so are those that a nickname parts: `Jane "Jo" Doe`. */
function joinPeople(sentence: Sentence): NameSpan[] {
  const joined: NameSpan[] = []
  for (const name of sentence.names) {
    const before = joined.at(-1)
    const isOne =
      before?.type === "PER" &&
      name.type === "PER" &&
      (before.last + 1 === name.first || isNickname(sentence, before, name))
    if (isOne) joined[joined.length - 1] = { ...before, last: name.last }
    else joined.push(name)
  }
  return joined
}

/** Whether nothing but a quotation mark parts two spans, the second in quotes or behind them. */
function isNickname({ tokens }: Sentence, before: NameSpan, name: NameSpan): boolean {
  const isMark = (at: number): boolean => /^["“”]$/.test(tokens[at]?.text ?? "")
  if (before.last + 2 !== name.first || !isMark(before.last + 1)) return false
  const opened = tokens.slice(before.first, before.last + 1).some(({ text }) => /^["“”]$/.test(text))
  return opened || (isMark(name.last + 1) && /^\p{Lu}/u.test(tokens[name.last + 2]?.text ?? ""))
}

/** "Doe and Roe" are two; "Jane Doe of the Zenda League" a person and a body. */
function splitPeople(sentence: Sentence, name: NameSpan): NameSpan[] {
  if (name.type !== "PER") return [name]
  const parts: NameSpan[] = []
  let first = name.first
  for (let at = name.first; at <= name.last + 1; at++) {
    const word = at > name.last ? "," : tokenAt(sentence, at).text
    const isOf = word === "of" && at - first > 1
    if (!isOf && !/^(?:and|&|,|or|['’]s)$/i.test(word)) continue
    if (first < at) parts.push({ ...name, first, last: at - 1 })
    first = at + 1
    if (!isOf) continue
    if (first <= name.last) parts.push({ ...name, first, type: "ORG" })
    break
  }
  return parts
}

const JOINT = /^(?:of|for|to|on|and|in|the|de|du|del|la)$/

/** Without a joint at the end, where the recogniser broke off; bodies as long as their names. */
function lengthen(sentence: Sentence, name: NameSpan): NameSpan {
  let { last } = name
  while (name.first < last && JOINT.test(tokenAt(sentence, last).text)) last--
  if (name.type === "LOC" && isNamedGroup(sentence, name.first, last)) return { ...name, last, type: "ORG" }
  if (name.type !== "ORG") return { ...name, last }
  // "4th Infantry Division": the number is left out.
  const isCounted = /^\d+(?:st|nd|rd|th)$/.test(sentence.tokens[name.first - 1]?.text ?? "")
  return { ...name, first: isCounted ? name.first - 1 : name.first, last: fullLength(sentence, last) }
}
