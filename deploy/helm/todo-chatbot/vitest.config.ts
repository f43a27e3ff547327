import { defineConfig } from 'vitest/config';

// The first call of a tool may have to make it.
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 900_000 },
});
