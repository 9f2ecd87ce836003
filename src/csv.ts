// Comma-separated values after RFC 4180.

/** A field as it stands in a line: in quotes only where it must be. */
export const csvField = (text: string): string => (/[",\r\n]/.test(text) ? quoted(text) : text)

/** A field in quotes, its own doubled. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Fields, as they stand, to a line. */
export const csvLine = (fields: string[]): string => `${fields.join(",")}\r\n`
