// Short forms that the article itself explains: "the Northern Farmers' Alliance (NFA)", "the NFA, the Northern …".
import type { Sentence } from "../../types.js"
import { tokenAt } from "./grammar.js"

export interface Acronym {
  /** Tokens of the long form. */
  first: number
  last: number
  text: string
}

const SMALL = /^(?:of|the|for|and|in|on|to|de|du|des|la|del|against|[’']s?|-|–|,)$/i

/** Letters in capitals, as short forms are written. */
export const isAcronym = (text: string): boolean =>
  /^\p{Lu}[\p{L}.&-]{1,9}$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1

/**
 * The long forms of a sentence: the capitalised words before a bracketed acronym that it abbreviates, or that the
 * recogniser took for one name, and words anywhere whose initials spell one of the article's `unexplained`.
 */
export function findAcronyms(sentence: Sentence, unexplained: ReadonlySet<string>): Acronym[] {
  const found: Acronym[] = []
  sentence.tokens.forEach((token, at) => {
    const last = isAcronym(token.text) ? explainedBefore(sentence, at) : undefined
    if (last !== undefined) {
      const spelt = longFormStart(sentence, last, token.text)
      const first = spelt ?? (unexplained.has(token.text) ? nameStart(sentence, last) : undefined)
      if (first !== undefined) found.push({ first, last, text: token.text })
    }
    if (!/^\p{Lu}\p{Ll}/u.test(token.text)) return
    for (const text of unexplained) {
      const first = longFormStart(sentence, at, text)
      if (first !== undefined) found.push({ first, last: at, text })
    }
  })
  return found
}

/** The end of the long form: "… (NFA)", "…, or NFA,", "…, known as NFA". */
function explainedBefore({ tokens }: Sentence, at: number): number | undefined {
  const word = (back: number): string => tokens[at - back]?.text ?? ""
  if (at > 1 && word(1) === "(" && tokens[at + 1]?.text === ")") return at - 2
  if (at > 2 && word(1) === "or" && word(2) === ",") return at - 3
  if (at > 3 && word(1) === "as" && /^(?:known|abbreviated)$/.test(word(2)))
    return word(3) === "," ? at - 4 : at - 3
  return undefined
}

/** Where the words begin whose initials spell the letters, read backwards; small words may be skipped. */
function longFormStart(sentence: Sentence, last: number, acronym: string): number | undefined {
  const letters = acronym.replace(/[^\p{L}]/gu, "").toLowerCase()
  let left = letters.length
  for (let at = last; at >= 0 && last - at < letters.length + 5; at--) {
    const { text } = tokenAt(sentence, at)
    if (/^\p{Lu}/u.test(text) && text[0]?.toLowerCase() === letters[left - 1]) {
      left--
      if (left === 0) return at
    } else if (!SMALL.test(text)) return undefined
  }
  return undefined
}

/** "the League of Ruritanian Millers (CRZ)": the letters are of another language, the name is one nevertheless. */
function nameStart(sentence: Sentence, last: number): number | undefined {
  const name = sentence.names.find((span) => span.last === last && span.type === "ORG")
  return name !== undefined && name.first < last ? name.first : undefined
}
