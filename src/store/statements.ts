// The statements of a driver: one file each in cypher/<driver>, or in cypher/shared where all drivers take the
// same, named by what it does.
import { existsSync, readFileSync } from "node:fs"
import { FRACTIONS } from "../graph/fractions.js"
import { cypherPath } from "../paths.js"

/** The statements of a file that holds several, parted by semicolons. */
export const splitStatements = (text: string): string[] =>
  text.split(";").filter((statement) => statement.trim() !== "")

export type Statements = (name: string, names?: Record<string, string>, properties?: string[]) => string

/**
 * Reads statements on first use. `names` fills in labels and relationship types, written in capitals in the
 * file: they are no parameters in Cypher, and ours come from the ontology, never from text. `PROPERTIES` are those whose
 * values an `item`, a list, has in this order: a list is read several times as fast as a map.
 */
export function loadStatements(driver: string): Statements {
  const texts = new Map<string, string>()
  return (name, names = {}, properties = []) => {
    let text = texts.get(name)
    if (text === undefined) {
      const own = cypherPath(driver, `${name}.cypher`)
      text = readFileSync(existsSync(own) ? own : cypherPath("shared", `${name}.cypher`), "utf8")
      texts.set(name, text)
    }
    const filled = text.replaceAll("PROPERTIES", properties.map(toEntry).join(", "))
    return Object.entries(names).reduce((filled, [place, value]) => {
      if (!/^[A-Za-z_:]+$/.test(value)) throw new Error(`statement ${name}: "${value}" is no label or type`)
      return filled.replaceAll(new RegExp(`\\b${place}\\b`, "g"), value)
    }, filled)
  }
}

/** Whole numbers are sent as integers. */
const toEntry = (property: string, at: number): string =>
  `${property}: ${FRACTIONS.has(property) ? `toFloat(item[${at}])` : `item[${at}]`}`
