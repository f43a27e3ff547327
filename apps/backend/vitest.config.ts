import { defineConfig } from 'vitest/config';

/** No file leaves anything in a module: loading the app once a worker saves a third of the work. */
const isolate = false;

export default defineConfig({
  test: {
    // Most of the time these tests wait for processes, so two cores carry three workers.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: ['src/**/*.test.ts', 'assembly/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          isolate,
          include: ['src/**/*.integration.test.ts'],
          globalSetup: 'src/testing/global-setup.ts',
          // How long things take is measured, not tested; the cores may be busy with a cluster.
          testTimeout: 150_000,
          hookTimeout: 150_000,
        },
      },
    ],
  },
});
