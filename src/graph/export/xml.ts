// Text for XML 1.0.

/** No XML 1.0 document can hold these, not even escaped: most control characters, and halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
/** White space too: readers fold it in attributes, and carriage returns anywhere. */
const SPECIAL = /[&<>"\t\n\r]/g

/** Text as it may stand in an element or in a double-quoted attribute; forbidden characters become U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, "\ufffd").replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`)
