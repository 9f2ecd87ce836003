// Lines that are not the report: bylines, teasers, invitations to subscribe. Captions stay: they report.
import type { Span } from "../../types.js"

/** Matched against a whole sentence-like line, or a line's tail behind a bullet or full stop. */
const LINE_RULES: RegExp[] = [
  /^(?:follow|join|like|find) (?:us|\S.{0,40}?) on (?:facebook|twitter|instagram|telegram|whatsapp|x\b)/i,
  /^(?:subscribe|sign up|register|log in) (?:to|for|now|here)\b/i,
  /^(?:read|see|watch|listen)(?: more| also| next| full|:)(?!\w).{0,120}$/i,
  /^(?:related|also read|more on this|recommended|trending|most read|share this)(?: (?:article|story|news|topic|reading|coverage|now)s?| stories)?(?::.{0,100})?$/i,
  /^advertisement$/i,
  /^(?:copyright (?:©|\(c\)|\d)|©|\(c\)|all rights reserved)/i,
  /^[Bb][Yy] \p{Lu}[\p{L}.'’-]+(?: (?:and|\p{Lu}[\p{L}.'’-]+)){1,6}(?:,| in \p{Lu}|$)[^.!?]{0,40}$/u,
  /^\(?(?:reporting|additional reporting|writing|editing|edited) by\b/i,
  /^(?:click|tap) (?:here|to)\b/i,
  /^join the (?:debate|conversation|discussion)\b/i,
  /^do you have (?:a|any) .{0,80}\bshare\b/i,
  /^photo(?:graph)?: /i,
]

/** Spans of a text that are never coded. */
export function findBoilerplate(text: string): Span[] {
  const spans: Span[] = []
  for (const part of text.matchAll(/[^\n•|]+/g)) {
    const trimmed = part[0].trim()
    if (!LINE_RULES.some((rule) => rule.test(trimmed))) continue
    const start = part.index + part[0].indexOf(trimmed)
    spans.push({ start, end: start + trimmed.length })
  }
  return spans
}
