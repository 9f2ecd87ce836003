import { expect, test } from "vitest"
import { canonicalUrl } from "../../../src/pipeline/read/url.js"

test.each([
  ["https://News.Example.org:443/a/b/", "https://news.example.org/a/b"],
  ["https://example.org/", "https://example.org/"],
  ["https://example.org/a?utm_source=x&b=2&a=1&fbclid=z#part", "https://example.org/a?a=1&b=2"],
  ["http://example.org:8080/a", "http://example.org:8080/a"],
  ["  https://example.org/a  ", "https://example.org/a"],
  ["/relative", null],
  ["file:///etc/hosts", null],
  ["javascript:alert(1)", null],
  ["", null],
])("%s is %s", (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical)
})
