// One spelling for one address.

const TRACKING = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|cmp|ref|source|smid|igshid)$/i

/** Lower-case host, no fragment, no default port, no tracking parameters, sorted query; null when it is no web address. */
export function canonicalUrl(address: string): string | null {
  if (!URL.canParse(address.trim())) return null
  const url = new URL(address.trim())
  if (url.protocol !== "http:" && url.protocol !== "https:") return null
  url.hash = ""
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  if (url.pathname !== "/") url.pathname = url.pathname.replace(/\/+$/, "")
  return url.href
}
