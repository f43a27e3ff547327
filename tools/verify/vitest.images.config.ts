import { defineConfig } from 'vitest/config';

/** The suite that builds the apps' images and looks at what is in them. */
export default defineConfig({
  test: {
    include: ['src/images/*.images.ts'],
    testTimeout: 5 * 60_000,
    hookTimeout: 15 * 60_000,
    fileParallelism: false,
  },
});
