import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Generous, because tests that ask the engine take long on a busy machine.
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
