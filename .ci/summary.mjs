// Adds up vitest's JSON reports into one closing line; a skipped test is a failure here.
import { readFileSync } from "node:fs"

let passed = 0
let failed = 0
let skipped = 0
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, "utf8"))
  passed += report.numPassedTests
  failed += report.numFailedTests
  for (const suite of report.testResults) {
    if (suite.status === "failed" && suite.assertionResults.length === 0) failed++
    for (const test of suite.assertionResults) {
      if (test.status === "passed" || test.status === "failed") continue
      skipped++
      console.log(`skipped: ${test.fullName}`)
    }
  }
}
console.log(`Tests: ${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed > 0 || skipped > 0 || passed === 0 ? 1 : 0)
