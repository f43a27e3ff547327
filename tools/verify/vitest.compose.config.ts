import { defineConfig } from 'vitest/config';

/** The suite that builds the images from source and brings them up with docker compose. */
export default defineConfig({
  test: {
    include: ['src/compose/*.compose.ts'],
    testTimeout: 5 * 60_000,
    hookTimeout: 20 * 60_000,
    fileParallelism: false,
    sequence: { concurrent: false },
  },
});
