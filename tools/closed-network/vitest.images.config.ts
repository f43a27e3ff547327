import { defineConfig } from 'vitest/config';

/** Builds the images that are missing, so it wants an engine, mmdebstrap and minutes when cold. */
export default defineConfig({
  test: {
    include: ['src/**/*.images.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
});
