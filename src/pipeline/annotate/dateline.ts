// The place, day and agency before a report's first sentence: they say where it was written, not who did what.

/** "KYIV, 3 May (Agency) — ", "ACCRA/LOME - ": a place in capitals, or any before an agency in brackets. */
const DATELINE =
  /^\s*(?:\p{Lu}{3,}['’.]?\p{Lu}*(?:[\s/,-]+(?:\p{Lu}[\p{L}'’.]*|\d{1,4}|of|the|al))*|(?:\p{Lu}[\p{L}'’.-]*[\s/,]*){1,4}(?=\([\p{Lu}][^)]*\)))[\s,]*(?:\([^)]{1,40}\))?\s*(?:[—–]|-{1,2}\s)\s*(?=\S)/u

/** No dateline is longer. */
const LONGEST = 90

/** How many characters of a line are its dateline; 0 where it has none. */
export function datelineLength(line: string): number {
  return DATELINE.exec(line.slice(0, LONGEST))?.[0].length ?? 0
}
