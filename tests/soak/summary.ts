// The last lines of `npm run soak`: what each test did, and what was skipped and why.
import type { Reporter, TestModule } from "vitest/node"

declare module "vitest" {
  interface TaskMeta {
    /** Lines for the summary. */
    soak?: string[]
  }
}

export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    console.log("\nSoak")
    for (const module of modules) {
      const { testNamePattern } = module.project.config
      for (const test of module.children.allTests()) {
        if (testNamePattern?.test(test.fullName) === false) continue
        console.log(`${test.result().state}: ${test.fullName}`)
        for (const line of test.meta().soak ?? []) console.log(`  ${line}`)
      }
    }
  }
}
