// Which numbers are floats where a format or a database parts them from integers.

/** Measures that are fractions by nature stay floats, also where they happen to be whole. */
export const FRACTIONS: ReadonlySet<string> = new Set(["confidence", "x", "y"])
