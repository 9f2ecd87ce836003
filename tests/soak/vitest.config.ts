// `npm run soak`: random histories and kills, one file after the other, since they share a Neo4j.
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["tests/soak/*.test.ts", "tests/store/stores.test.ts"],
    testNamePattern: "any sequence|at any moment|at once (?:over|while)|beside who writes",
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: ["default", "./tests/soak/summary.ts"],
  },
})
