// Search as you type.
import type { SearchHit } from "../../../../src/types.js"
import type { ApiError } from "../../api-error.js"

export interface HitGroup {
  kind: SearchHit["kind"]
  name: string
  hits: SearchHit[]
}

export type SearchState =
  | { state: "idle" }
  | { state: "searching"; groups: HitGroup[] }
  | { state: "found"; groups: HitGroup[] }
  | { state: "failed"; error: ApiError }
