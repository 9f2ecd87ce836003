// Which articles a change of decisions bears on: more than must be is harmless, less is not.
import type { ActorId } from "../types.js"
import { canonical } from "./canonical.js"
import { type Decision, Rulings } from "./decisions.js"
import { actorKey, decisionKey, pairKey } from "./rows.js"

export interface Touched {
  /** Articles with rows under these keys. */
  keys: string[]
  articles: string[]
}

/** What differs between two sets of decisions. */
export function touchedBy(former: Decision[], now: Decision[]): Touched {
  const [before, after] = [new Rulings(former), new Rulings(now)]
  const [old, new_] = [byText(former), byText(now)]
  const isMoved = (actor: ActorId): boolean =>
    canonical(before.merged(actor)) !== canonical(after.merged(actor))
  const touched: Touched = { keys: [], articles: [] }
  for (const { id, ruling } of new Map([...old, ...new_]).values()) {
    const isChanged = old.has(canonical(ruling)) !== new_.has(canonical(ruling))
    switch (ruling.kind) {
      case "merge":
      case "rename":
        if (isChanged || isMoved(ruling.actor)) touched.keys.push(actorKey(ruling.actor), decisionKey(id))
        break
      case "split":
      case "reject-mention":
        if (isChanged || isMoved(ruling.actor) || ("into" in ruling && isMoved(ruling.into)))
          touched.articles.push(ruling.article)
        break
      case "reject-event": {
        const day = ruling.day.replace(/^undated:(?=\d{4}-\d{2}-\d{2}$)/, "")
        const keys = [before, after].map((rulings) => {
          const [source, target] = [ruling.source, ruling.target].map((party) =>
            party === null ? null : rulings.merged(party).id,
          )
          return pairKey(source ?? null, target ?? null, day)
        })
        if (isChanged || keys[0] !== keys[1]) touched.keys.push(...keys)
      }
    }
  }
  return touched
}

const byText = (decisions: Decision[]): Map<string, Decision> =>
  new Map(decisions.map((decision) => [canonical(decision.ruling), decision]))
