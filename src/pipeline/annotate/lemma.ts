// A word's lemma, given its tags: WordNet's exceptions and rules, and the plain plural rule for what it lacks.
import lemmatizer from "wink-lemmatizer"

const CONTRACTED = new Map([
  ["'s", "be"],
  ["'re", "be"],
  ["'m", "be"],
  ["'ve", "have"],
  ["'d", "would"],
  ["'ll", "will"],
  ["n't", "not"],
  ["ca", "can"],
  ["wo", "will"],
  ["sha", "shall"],
])
const cache = new Map<string, string>()

/** `xpos` is the Penn tag: "left" is `leave` as VBD and `left` as JJ. Names keep their case. */
export function lemma(word: string, upos: string, xpos: string): string {
  if (upos === "PROPN") return word
  const lower = word.toLowerCase().replace("’", "'")
  const key = `${xpos} ${lower}`
  let known = cache.get(key)
  if (known === undefined) {
    known = lookUp(lower, upos, xpos)
    if (cache.size < 50_000) cache.set(key, known)
  }
  return known
}

function lookUp(word: string, upos: string, xpos: string): string {
  if (upos === "AUX" || upos === "PART" || (upos === "VERB" && word.startsWith("'"))) {
    const full = CONTRACTED.get(word)
    if (full !== undefined && xpos !== "POS") return full
  }
  if (xpos === "MD") return word
  // "found" as a plain verb is `found`, as a past `find`: only inflected forms are looked up.
  if (upos === "VERB" || upos === "AUX") return xpos === "VB" ? word : verbLemma(word)
  if (xpos === "NNS") return pluralLemma(word)
  if (xpos === "JJR" || xpos === "JJS") return lemmatizer.adjective(word)
  return word
}

/** "staged" is of `stage`: that of `stag` would double its last letter. */
function verbLemma(word: string): string {
  const stem = lemmatizer.verb(word)
  const isUndoubled = word === `${stem}ed` || word === `${stem}ing`
  return isUndoubled && /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem) ? `${stem}e` : stem
}

function pluralLemma(word: string): string {
  const known = lemmatizer.noun(word)
  // "gunmen", "militiawomen": compounds beyond the dictionary.
  if (known === word && /\p{L}{3}men$/u.test(word) && word !== "specimen") return `${word.slice(0, -3)}man`
  if (known !== word || !word.endsWith("s")) return known
  if (/(?:ss|us|is|news|series)$/.test(word)) return word
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|ss|z)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
