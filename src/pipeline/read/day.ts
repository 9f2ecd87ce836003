// The publication day, as files and pages write it.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4})\b/i
const MONTH_FIRST = /\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i

/**
 * `YYYY-MM-DD` of an ISO date or date-time, an RFC 2822 date, "14 May 2021" or "May 14, 2021": the day where it
 * was published, not in Greenwich. Null for what names no day, or might name two ("05/06/2021").
 */
export function toDay(text: string | undefined): string | null {
  if (text === undefined) return null
  const iso = ISO.exec(text)
  if (iso !== null) return checked(iso[1], iso[2], iso[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) return checked(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(text)
  return monthFirst === null ? null : checked(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])
}

const monthOf = (name = ""): string => String(MONTHS.indexOf(name.toLowerCase()) + 1)

function checked(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const time = Date.parse(text)
  // 31 June would be read as 1 July.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null
}
