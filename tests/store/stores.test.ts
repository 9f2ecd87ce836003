// Both stores in one file, since tests beside each other would empty the one database under each other.
import { afterAll, describe } from "vitest"
import { contract } from "./contract.js"
import { embeddedStore, neo4jStore } from "./stores.js"

const tested = [
  { store: embeddedStore(), runs: 25 },
  { store: neo4jStore(), runs: 5 },
]

for (const { store, runs } of tested) {
  const why = store.skip === undefined ? "" : ` (skipped: ${store.skip})`
  describe.skipIf(store.skip !== undefined)(`${store.name} store${why}`, () => {
    afterAll(() => store.close())
    contract(store, runs)
  })
}
