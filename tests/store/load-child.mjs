// Loads the contributions of a JSON file into a store, one by one, and says so after each: something to kill.
import { readFileSync } from "node:fs"
import { openStore } from "../../dist/store/index.js"

const [address, file] = process.argv.slice(2)
const store = openStore(address, { username: "", password: "" })
await store.init()
process.send("open")
for (const item of JSON.parse(readFileSync(file, "utf8"))) {
  await store.upsert([item])
  process.send("loaded")
}
await store.close()
process.disconnect()
