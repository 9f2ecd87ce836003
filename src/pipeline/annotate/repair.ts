// Mends what the parser gets wrong by rule: places where English grammar leaves but one reading. Each repair
// looks at words, tags and relations alone.
import type { Token } from "../../types.js"
import { EditableTree } from "./editable-tree.js"
import { CLAUSE_REPAIRS } from "./repair-clauses.js"
import { JOIN_REPAIRS } from "./repair-joins.js"
import { PHRASE_REPAIRS } from "./repair-phrases.js"

const REPAIRS = [...PHRASE_REPAIRS, ...CLAUSE_REPAIRS, ...JOIN_REPAIRS]

/** Repairs a fresh tree in place. */
export function repairTree(tokens: Token[]): void {
  const tree = new EditableTree(tokens)
  for (const repair of REPAIRS) {
    for (let index = 0; index < tokens.length; index++) repair(tree, index)
  }
}
