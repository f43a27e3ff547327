import { defineConfig } from 'vitest/config';

// Generous, because a limit on time is here to end what hangs, not to measure a busy machine.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
