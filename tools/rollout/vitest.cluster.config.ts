import { defineConfig } from 'vitest/config';

/** The tests that need a cluster of the local engine; `tools/verify` gives them that of `npm test`. */
export default defineConfig({
  test: {
    include: ['src/release/*.cluster.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // They mostly wait for the cluster.
    maxWorkers: 2,
    sequence: { concurrent: false },
  },
});
