// Hits in the groups they are listed in.
import type { SearchHit } from "../../../../src/types.js"
import type { HitGroup } from "./types.js"

const GROUPS: readonly [SearchHit["kind"], string][] = [
  ["actor", "Actors"],
  ["event", "Events"],
  ["article", "Articles"],
]

export const groupHits = (hits: SearchHit[]): HitGroup[] =>
  GROUPS.map(([kind, name]) => ({ kind, name, hits: hits.filter((hit) => hit.kind === kind) })).filter(
    (group) => group.hits.length > 0,
  )
