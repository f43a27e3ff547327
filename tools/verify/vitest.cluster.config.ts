import { defineConfig } from 'vitest/config';

/** The suite that makes a real cluster: one file, in order, and it stops at the first broken link. */
export default defineConfig({
  test: {
    include: ['src/cluster/*.cluster.ts'],
    testTimeout: 10 * 60_000,
    hookTimeout: 45 * 60_000,
    fileParallelism: false,
    sequence: { concurrent: false },
  },
});
