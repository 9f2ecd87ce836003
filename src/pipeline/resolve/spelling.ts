// One spelling for what newsrooms spell in many ways: keys for look-up and slugs for ids.

/** Lower case without diacritics, dots or curly marks: `U.S.` and `US` have one key, `Élysée` and `Elysee` too. */
export function wordKey(text: string): string {
  if (/^[\w -]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[ıİ]/g, "i")
    .replace(/ø/gi, "o")
    .replace(/ł/gi, "l")
    .toLowerCase()
    .replace(/(?<=\p{L})\./gu, "")
}

/** Words that carry no identity in a person's name. */
const PARTICLES = new Set([
  "al",
  "el",
  "bin",
  "ben",
  "ibn",
  "bint",
  "de",
  "del",
  "da",
  "dos",
  "du",
  "le",
  "la",
  "di",
  "von",
  "van",
  "der",
  "the",
  "jr",
  "sr",
])
const MUHAMMAD = /^(?:mohammed|mohamed|mohammad|mohamad|muhammad|muhammed|mohamud|mahomet|mehmet)$/

/**
 * Key of a person's name: particles dropped and spellings of transliterated names folded, so that
 * `Hadi` and `Hady`, `Netanyahou` and `Netanyahu` meet.
 */
export function nameKey(name: string): string {
  return nameWords(name).map(foldWord).join(" ")
}

/** A name's words without particles and initials' dots; never empty for a name with a letter. */
export function nameWords(name: string): string[] {
  const words = wordKey(name)
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== "")
  const kept = words.filter((word) => !PARTICLES.has(word))
  return kept.length > 0 ? kept : words
}

/** `Deir ez-Zor` -> `dir zor`: the words of a place, folded alike, without Arabic articles. */
export function townKey(name: string): string {
  const words = wordKey(name)
    .replace(/['`]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
  const kept = words.filter((word) => !ARTICLE.test(word))
  return (kept.length > 0 ? kept : words).map(foldWord).join(" ")
}
const ARTICLE = /^(?:[ae][dlnrstz]|ash|esh|ul)$/

/** `Samarra` -> `=samarra`: the place that is spelt so, where others only sound alike. */
export const exactTownKey = (name: string): string => `=${wordKey(name).replace(/['`]/g, "")}`

/** Folds the vowels and letters that transliterations differ in. */
export function foldWord(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  const key = fold(word)
  if (folded.size < 50_000) folded.set(word, key)
  return key
}

/** First names and surnames come back all the time. */
const folded = new Map<string, string>()

function fold(word: string): string {
  const key = wordKey(word).replace(/'/g, "")
  if (MUHAMMAD.test(key)) return "muhamad"
  return key
    .replace(/ou|oo/g, "u")
    .replace(/ee|ie|ei|y/g, "i")
    .replace(/ph/g, "f")
    .replace(/tch|sch|ch|sh/g, "sh")
    .replace(/kh|gh|q/g, "k")
    .replace(/dj/g, "j")
    .replace(/w/g, "v")
    .replace(/(.)\1+/g, "$1")
}

/** `António Guterres` -> `antonio-guterres`. */
export function slug(text: string): string {
  if (/^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/.test(text)) return text.toLowerCase().replaceAll(" ", "-")
  return wordKey(text)
    .replace(/'/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
}
