// Short forms that the article itself introduces: "the Northern Farmers' Alliance (NFA)".
import type { Sentence } from "../../types.js"
import { tokenAt } from "./grammar.js"

export interface Acronym {
  /** Tokens of the long form. */
  first: number
  last: number
  /** The token between the brackets. */
  at: number
  text: string
}

const SMALL = /^(?:of|the|for|and|in|on|to|de|la|del|against|['’]s?|-|,)$/i

/** Each bracketed acronym whose letters begin the capitalised words before it. */
export function findAcronyms(sentence: Sentence): Acronym[] {
  const found: Acronym[] = []
  for (let open = 1; open + 2 < sentence.tokens.length; open++) {
    if (tokenAt(sentence, open).text !== "(" || tokenAt(sentence, open + 2).text !== ")") continue
    const { text } = tokenAt(sentence, open + 1)
    const letters = text.replace(/[^\p{L}]/gu, "")
    if (!/^\p{Lu}[\p{L}.&-]{1,9}$/u.test(text) || letters.replace(/[^\p{Lu}]/gu, "").length < 2) continue
    const first = longFormStart(sentence, open - 1, letters.toLowerCase())
    if (first !== undefined) found.push({ first, last: open - 1, at: open + 1, text })
  }
  return found
}

/** Where the words begin whose initials spell the letters, read backwards; small words may be skipped. */
function longFormStart(sentence: Sentence, last: number, letters: string): number | undefined {
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
